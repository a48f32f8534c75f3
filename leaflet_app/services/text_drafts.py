"""Keep what is written and not saved yet, so that no crash, full disk or closed window loses it."""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import datetime
from pathlib import Path

import msgspec

from leaflet_app import paths
from leaflet_app.delivery.save import save_whole, told_of
from leaflet_app.domain.errors import CannotSave
from leaflet_app.domain.value import value

FOLDER = "edits"
LARGEST = 1024 * 1024


@value
class TextDraft:
    """A text as somebody left it: its file, the version they began from, and when they wrote the last of it, in UTC."""

    file: str
    text: str
    base: str
    at: datetime


def keep(home: Path, draft: TextDraft) -> None:
    """Write a draft for this person's eyes alone, whole or not at all. Raises CannotSave."""
    path = _path(home, draft.file)
    with told_of(path):
        paths.make_private(path.parent)
        is_new = not path.exists()
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))  # what replaces it is as private
    try:
        save_whole(path, msgspec.json.encode(draft))
    except CannotSave:
        if is_new:
            with contextlib.suppress(OSError):
                path.unlink()
        raise


def left(home: Path) -> tuple[TextDraft, ...]:
    """Return every draft that was left, the newest first."""
    try:
        found = [_read(path) for path in sorted((home / FOLDER).glob("*.json"))]
    except OSError:
        return ()
    return tuple(sorted((draft for draft in found if draft is not None), key=lambda draft: draft.at, reverse=True))


def left_of(home: Path, file: str) -> TextDraft | None:
    """Return what was left of one text."""
    draft = _read(_path(home, file))
    return draft if draft is not None and draft.file == file else None


def forget(home: Path, file: str) -> None:
    """Take a draft away: it was saved, or nobody wants it."""
    with contextlib.suppress(OSError):
        _path(home, file).unlink(missing_ok=True)


def _read(path: Path) -> TextDraft | None:
    try:
        with path.open("rb") as opened:
            return msgspec.json.decode(opened.read(LARGEST), type=TextDraft)
    except (OSError, RecursionError, msgspec.MsgspecError):
        return None


def _path(home: Path, file: str) -> Path:
    return home / FOLDER / f"{hashlib.sha256(file.encode()).hexdigest()[:32]}.json"
