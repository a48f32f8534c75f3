"""The three steps to a branded leaflet, offered once: whether they are wanted, and what was typed so far."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.bounds import LARGEST_PICTURE
from leaflet_app.domain.brand_colours import typed_colour
from leaflet_app.domain.practice import FIRST_PRACTICE, Brand, Practice
from leaflet_app.domain.practice_fields import BY_KEY, with_words
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, shipped_file

LARGEST = 2 * LARGEST_PICTURE
_KNOWN = frozenset((*BY_KEY, "band", "accent", "logo_alt"))


@value
class FirstSteps:
    """How far somebody came: the details typed, by field; the step that was shown, from 0; a logo not kept yet."""

    is_over: bool = False
    step: int = 0
    typed: Mapping[str, str] = field(default_factory=dict)
    logo: bytes = b""


def are_wanted(desk: Desk) -> bool:
    """Tell whether to offer the steps unasked: never twice, and only where the practice is as it was shipped."""
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415  (asked once in a lifetime)
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    if _file(desk).exists():
        return False
    try:
        return desk.files.read(practice_file(FIRST_PRACTICE), LARGEST).replace(b"\r\n", b"\n") == shipped_file()
    except (OSError, FileUnreadable):
        return False


def begun_from(kept: Kept) -> Practice:
    """Return what the steps begin with: nothing where the name, number and logo are those the program came with."""
    return Practice("", "") if kept.is_shipped else kept.practice


def load(desk: Desk) -> FirstSteps:
    """Return how far somebody came; nothing where that cannot be read."""
    try:
        untrusted = json.loads(_file(desk).read_bytes()[:LARGEST])
        typed = {str(key): str(words) for key, words in dict(untrusted["typed"]).items() if key in _KNOWN}
        logo = b64decode(untrusted["logo"], validate=True)
        return FirstSteps(bool(untrusted["is_over"]), int(untrusted["step"]), typed, logo)
    except (OSError, ValueError, TypeError, KeyError):
        return FirstSteps()


def resumed(practice: Practice, steps: FirstSteps) -> Practice:
    """Return the practice with what was typed the last time."""
    typed, brand = dict(steps.typed), practice.brand
    band = typed_colour(typed.pop("band", "")) or brand.band
    accent = typed_colour(typed.pop("accent", "")) or brand.accent
    alt = typed.pop("logo_alt", "")
    logo = (steps.logo, alt) if steps.logo else (brand.logo, brand.logo_alt)
    return replace(with_words(practice, typed), brand=Brand(band, accent, *logo))


def put_off(desk: Desk, steps: FirstSteps) -> None:
    """Keep how far somebody came, so that they can go on another day; they are not asked again. Raises CannotSave."""
    kept = {
        "is_over": steps.is_over,
        "step": steps.step,
        "typed": dict(steps.typed),
        "logo": b64encode(steps.logo).decode(),
    }
    save_whole(_file(desk), json.dumps(kept, ensure_ascii=False, indent=1).encode(), makes_folder=True)


def _file(desk: Desk) -> Path:
    return desk.home / "first-steps.json"
