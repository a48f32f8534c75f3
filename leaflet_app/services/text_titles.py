"""What people call a file of the library: by the title of its text, or by what it lists."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from leaflet_app.domain.languages import ENGLISH, in_language
from leaflet_app.domain.library import Library
from leaflet_app.domain.sentences import capitalised

if TYPE_CHECKING:
    from leaflet_app.domain.practice import Disclaimer
    from leaflet_app.domain.topic import SharedBlock, Topic

APPROVALS = "approval.toml"

LISTS = MappingProxyType(
    {
        "sources.toml": "The list of sources",
        "organisations.toml": "The list of organisations",
        "sets.toml": "The sets of topics",
        "practice/practice.toml": "The practice",
    }
)


def title_of(library: Library, file: str, text: str = "") -> str:
    """Return what people call a text, its language said where it is not English; one that is broken by its words."""
    from leaflet_app.library.titles import written_title  # noqa: PLC0415

    path = PurePosixPath(file)
    text_id, lang = path.parent.name, ENGLISH if path.name == APPROVALS else path.stem
    if not path.name.endswith((".md", APPROVALS)):
        return LISTS.get(file, file)
    known: Topic | SharedBlock | Disclaimer | None
    if path.parts[0] == "practice":
        known = library.disclaimers.get(text_id)
        title = known.title or text_id if known else written_title(text)
        name = f"Disclaimer “{title}”" if title else "Disclaimer"
    else:
        known = library.topics.get(text_id) or library.shared.get(text_id)
        name = known.title if known else written_title(text) or capitalised(text_id.replace("-", " "))
    return in_language(name, lang)
