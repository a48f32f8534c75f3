"""The folder that a change leads to, and what it brings."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dulwich.object_store import BaseObjectStore, commit_tree_changes
from dulwich.objects import Blob, ObjectID, ShaFile, Tree

from leaflet_app.domain.errors import EditRefused
from leaflet_app.library.store.gathered import Gathered
from leaflet_app.library.store.trees import PLAIN_FILE, Trees

Row = tuple[bytes, int | None, ObjectID | None]
"""A file with its new mode and id; None for one that goes."""


def changed_tree(objects: BaseObjectStore, tree: str, changes: Mapping[str, bytes | None]) -> tuple[str, list[ShaFile]]:
    """Return a folder with some files changed or, by None, taken away; and the new objects that it consists of.

    Raises EditRefused for a name that cannot be, KeyError where a folder is lost, OSError.
    """
    gathered = Gathered(objects)
    left = _without(gathered, tree, [file for file, content in changes.items() if content is None])
    after = _with(gathered, left, {file: content for file, content in changes.items() if content is not None})
    return after, gathered.reachable(after)


def _without(gathered: Gathered, tree: str, files: Collection[str]) -> str:
    trees = Trees(gathered)
    return _committed(gathered, tree, [(file.encode(), None, None) for file in files if trees.id_at(tree, file)])


def _with(gathered: Gathered, tree: str, files: Mapping[str, bytes]) -> str:
    trees, rows = Trees(gathered), list[Row]()
    for file, content in files.items():
        _refuse_strange(file)
        above = ["/".join(file.split("/")[:deep]) for deep in range(1, file.count("/") + 1)]
        if any(each in files or trees.id_at(tree, each) for each in above) or trees.is_folder(tree, file):
            raise EditRefused("a file and a folder would have one name", "Give it another name and try again.")
        blob = Blob.from_string(content)
        gathered.add_object(blob)
        rows.append((file.encode(), PLAIN_FILE, blob.id))
    return _committed(gathered, tree, rows)


def _committed(gathered: Gathered, tree: str, rows: list[Row]) -> str:
    if tree and not rows:
        return tree
    start = gathered[ObjectID(tree.encode())] if tree else Tree()
    if not isinstance(start, Tree):
        raise KeyError(tree)
    return commit_tree_changes(gathered, start, rows).decode()


def _refuse_strange(file: str) -> None:
    """Refuse a name that no file of a library has. Raises EditRefused."""
    parts = file.split("/")
    if any(part.lower() in ("", ".", "..", ".git") or not part.isprintable() for part in parts):
        raise EditRefused("a file has a name that cannot be kept", "Give it a plain name and try again.")
