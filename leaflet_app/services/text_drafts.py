"""Keep all that is written and not saved yet, so that no crash, full disk or closed window loses it."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from leaflet_app import paths
from leaflet_app.delivery.save import save_whole, told_of
from leaflet_app.domain.errors import CannotSave
from leaflet_app.domain.value import value

FOLDER = "edits"
LARGEST = 64 * 1024 * 1024
_TOO_MUCH = ("it holds more pictures than a draft can", "Save the text now.")


@value
class TextDraft:
    """A text as somebody left it: its file, the version they began from, and when they wrote the last of it, in UTC.

    `beside` are the lists and pictures that were changed with it.
    """

    file: str
    text: str
    base: str
    at: datetime
    beside: Mapping[str, bytes | None] = field(default_factory=dict)


@value
class _Label:
    """What tells a draft from others, read without the rest of it."""

    file: str
    at: datetime


_Kept = TypeVar("_Kept", TextDraft, _Label)


def keep(home: Path, draft: TextDraft) -> None:
    """Write a draft for this person's eyes alone, whole or not at all. Raises CannotSave."""
    path, content = _path(home, draft.file), msgspec.json.encode(draft)
    if len(content) > LARGEST:
        raise CannotSave(path.name, *_TOO_MUCH)
    with told_of(path):
        paths.make_private(path.parent)
        is_new = not path.exists()
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))  # what replaces it is as private
    try:
        save_whole(path, content)
    except CannotSave:
        if is_new:
            with contextlib.suppress(OSError):
                path.unlink()
        raise


def left(home: Path) -> tuple[str, ...]:
    """Return the file of every text that a draft was left of, the newest first."""
    try:
        found = [_read(path, _Label) for path in sorted((home / FOLDER).glob("*.json"))]
    except OSError:
        return ()
    labels = sorted((label for label in found if label is not None), key=lambda label: label.at, reverse=True)
    return tuple(label.file for label in labels)


def left_of(home: Path, file: str) -> TextDraft | None:
    """Return what was left of one text."""
    draft = _read(_path(home, file), TextDraft)
    return draft if draft is not None and draft.file == file else None


def forget(home: Path, file: str) -> None:
    """Take a draft away: it was saved, or nobody wants it."""
    with contextlib.suppress(OSError):
        _path(home, file).unlink(missing_ok=True)


def _read(path: Path, kind: type[_Kept]) -> _Kept | None:
    try:
        with path.open("rb") as opened:
            return msgspec.json.decode(opened.read(LARGEST), type=kind)
    except (OSError, RecursionError, msgspec.MsgspecError):
        return None


def _path(home: Path, file: str) -> Path:
    return home / FOLDER / f"{hashlib.sha256(file.encode()).hexdigest()[:32]}.json"
