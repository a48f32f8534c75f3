"""Which commits a version rests on, which of them are a desk's own, and which files they changed."""

from __future__ import annotations

import stat
from collections.abc import Collection

from dulwich.diff_tree import tree_changes
from dulwich.object_store import BaseObjectStore
from dulwich.objects import Commit, ObjectID, Tree

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.library.store.plain_names import is_plain

Changed = dict[str, tuple[ObjectID | None, ObjectID | None]]
"""For each file that differs, by name, the ids of its bytes before and after; None where there is none."""

STRANGE = "it holds a file that this program would never write"
ASK = "Ask who looks after the shared library to take it out."


def commit_of(objects: BaseObjectStore, commit: ObjectID) -> Commit:
    """Return a commit. Raises KeyError where it is not kept."""
    found = objects[commit]
    if not isinstance(found, Commit):
        raise KeyError(commit)
    return found


def reached(objects: BaseObjectStore, tip: ObjectID, stops: Collection[ObjectID]) -> set[ObjectID]:
    """Return a commit and all that it rests on, but none that lies before `stops`. Raises KeyError."""
    found: set[ObjectID] = set()
    left = [tip]
    while left:
        each = left.pop()
        if each in found:
            continue
        found.add(each)
        if each not in stops:
            left += commit_of(objects, each).parents
    return found


def own_commits(
    objects: BaseObjectStore, ours: ObjectID, known: Collection[ObjectID]
) -> tuple[list[Commit], ObjectID | None]:
    """Return the commits that others do not know, oldest first, and what the first rests on. Raises KeyError."""
    own: list[Commit] = []
    at: ObjectID | None = ours
    while at is not None and at not in known:
        commit = commit_of(objects, at)
        own.append(commit)
        at = commit.parents[0] if commit.parents else None
    return own[::-1], at


def changed(objects: BaseObjectStore, before: ObjectID | None, after: ObjectID) -> Changed:
    """Return the files in which two trees differ. Raises KeyError, and SharingStopped over what is no file of ours."""
    found: Changed = {}
    for change in tree_changes(objects, before, after):
        for side in (change.old, change.new):
            if side is not None and side.path is not None:
                was, now = found.get(_named(side.path), (None, None))
                is_new = side is change.new
                found[_named(side.path)] = (was, _file(side.mode, side.sha)) if is_new else (side.sha, now)
    return found


def file_id(objects: BaseObjectStore, tree: ObjectID, file: str) -> ObjectID | None:
    """Return the id of a file's bytes in a tree; None where it is not there. Raises KeyError where a folder is lost."""
    at = tree
    for part in file.encode().split(b"/"):
        folder = objects[at]
        if not isinstance(folder, Tree) or part not in folder:
            return None
        at = folder[part][1]
    return at


def _file(mode: int | None, identity: ObjectID | None) -> ObjectID | None:
    if mode is not None and not stat.S_ISREG(mode):
        raise SharingStopped(STRANGE, ASK)
    return identity


def _named(path: bytes) -> str:
    """Return a path of others as a name. Raises SharingStopped where no folder could safely hold it."""
    try:
        name = path.decode()
    except UnicodeDecodeError as strange:
        raise SharingStopped(STRANGE, ASK) from strange
    if not is_plain(name):
        raise SharingStopped(STRANGE, ASK)
    return name
