"""Write the details of a practice into its file; what a person wrote beside them stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import fields

import tomlkit

from leaflet_app.domain.practice import Brand, Practice
from leaflet_app.domain.practice_fields import FIELDS

NEW = "# Who hands the leaflets over. What is left out here vanishes from print.\n"
_ALWAYS = ("consultant_name", "phone")
_OTHERS = ("approved_only", "disclaimer")


def written(before: str, practice: Practice, logo: str) -> str:
    """Return the file with these details in it. `logo` is the name of the picture beside it, empty for none."""
    document = tomlkit.parse(before or NEW)
    usual = {each.name: each.default for each in fields(Practice)}
    _set(document, dict(_details(practice)), usual)
    brand = document.get("brand")
    table: MutableMapping[str, object] = brand if isinstance(brand, MutableMapping) else tomlkit.table()
    plain = Brand()
    colours = {"band": practice.brand.band, "accent": practice.brand.accent}
    _set(
        table,
        colours | {"logo": logo, "logo_alt": practice.brand.logo_alt if logo else ""},
        {"band": plain.band, "accent": plain.accent},
    )
    if table and brand is None:
        document["brand"] = table
    return tomlkit.dumps(document)


def _details(practice: Practice) -> Iterator[tuple[str, object]]:
    for key in (*(each.key for each in FIELDS), *_OTHERS):
        kept = getattr(practice, key)
        yield key, list(kept) if isinstance(kept, tuple) else kept


def _set(table: MutableMapping[str, object], wanted: Mapping[str, object], usual: Mapping[str, object]) -> None:
    """Set what says something, and take out what says nothing or what any practice has."""
    for key, kept in wanted.items():
        says_something = bool(kept) and kept != usual.get(key)
        if says_something or key in _ALWAYS:
            if table.get(key) != kept:
                table[key] = kept
        else:
            table.pop(key, None)
