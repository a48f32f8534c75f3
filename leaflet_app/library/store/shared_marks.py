"""What a desk knows of the shared library while away from it: Git's own names for commits, each in a file."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from dulwich.objects import ObjectID

from leaflet_app.library.store.durable import make_folder, write_durably
from leaflet_app.library.store.repository import Store

SHARED = "refs/remotes/shared/main"
"""The newest commit that this desk knows to be shared."""

WAITING = "refs/remotes/shared/waiting"
"""The shared commit with which this desk has texts to settle."""

KEPT = "refs/kept"
"""Where the last commit of a library stands that gave way to the shared one."""

_TIME = "shared-at"
_COMMIT = re.compile(rb"[0-9a-f]{40}\n?")


def marked(store: Store, name: str) -> ObjectID | None:
    """Return the commit of a name; None where there is none, or none that can be read. Raises OSError."""
    try:
        line = _file(store, name).read_bytes()
    except FileNotFoundError:
        return None
    commit = ObjectID(line.strip())
    return commit if _COMMIT.fullmatch(line) and commit in store.repo.object_store else None


def mark(store: Store, name: str, commit: ObjectID) -> None:
    """Give a name to a commit. Raises OSError."""
    if marked(store, name) == commit:
        return
    file = _file(store, name)
    for folder in reversed(file.parents[:3]):
        make_folder(folder)
    write_durably(file, commit + b"\n", 0o644, Path(store.repo.path))


def forget(store: Store, name: str) -> None:
    """Let a name go. Raises OSError."""
    _file(store, name).unlink(missing_ok=True)


def note_time(store: Store, at: datetime) -> None:
    """Note when this desk and the others last had the same. Raises OSError."""
    write_durably(_file(store, _TIME), at.isoformat().encode(), 0o644, Path(store.repo.path))


def time_noted(store: Store) -> datetime | None:
    """Return when this desk and the others last had the same; None where nobody knows. Raises OSError."""
    try:
        return datetime.fromisoformat(_file(store, _TIME).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _file(store: Store, name: str) -> Path:
    return Path(store.repo.path) / name
