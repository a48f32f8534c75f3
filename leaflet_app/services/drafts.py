"""Keep the selection that is not saved yet, so that a crash costs seconds.

Words about a patient (notes, name, reference) are never written: only topics, their order, parts left out, how the
leaflet looks and tells its figures, and its language.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.domain.value import value
from leaflet_app.services.choose_topics import as_far_as_offered


@value
class _Draft:
    topics: tuple[str, ...]
    without: tuple[str, ...]
    format: Format
    theme: Theme = Theme.STANDARD
    language: str = ""
    is_summary: bool = False
    tear_off: bool = False
    detail: Detail = Detail.FIGURES
    without_outlook: bool = False
    body_map: bool = False
    beside: str = ""
    practice: str = ""
    disclaimer: str = ""


def keep(home: Path, selection: Selection) -> None:
    """Write the selection without the words about the patient; forget it when nothing is chosen. Raises CannotSave."""
    if not selection.topics:
        forget(home)
        return
    draft = _Draft(
        selection.topics,
        tuple(sorted(selection.without)),
        selection.format,
        theme=selection.theme,
        language=selection.language,
        is_summary=selection.is_summary,
        tear_off=selection.tear_off,
        detail=selection.detail,
        without_outlook=selection.without_outlook,
        body_map=selection.body_map,
        beside=selection.beside,
        practice=selection.practice,
        disclaimer=selection.disclaimer,
    )
    from msgspec import json  # noqa: PLC0415  (nothing is chosen when a window opens)

    save_whole(_file(home), json.encode(draft), makes_folder=True)


def load(home: Path, library: Library) -> Selection | None:
    """Return the kept selection, with the topics that the library still offers; None when there is none."""
    try:
        untrusted = _file(home).read_bytes()
    except OSError:
        return None
    from msgspec import MsgspecError, json  # noqa: PLC0415  (most windows were closed in order)

    try:
        draft = json.decode(untrusted, type=_Draft)
    except (RecursionError, MsgspecError):
        return None
    selection = Selection(
        tuple(dict.fromkeys(draft.topics)),
        frozenset(draft.without),
        format=draft.format,
        theme=draft.theme,
        language=draft.language,
        is_summary=draft.is_summary,
        tear_off=draft.tear_off,
        detail=draft.detail,
        without_outlook=draft.without_outlook,
        body_map=draft.body_map,
        beside=draft.beside,
        practice=draft.practice,
        disclaimer=draft.disclaimer,
    )
    offered = as_far_as_offered(library, selection)
    return offered if offered.topics else None


def forget(home: Path) -> None:
    """Remove the kept selection."""
    with contextlib.suppress(OSError):
        _file(home).unlink(missing_ok=True)


def _file(home: Path) -> Path:
    return home / "draft.json"
