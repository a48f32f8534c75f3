"""Git's folders: which file has which bytes, and which of them differ. A folder that is the same is never opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dulwich.object_store import BaseObjectStore
from dulwich.objects import ObjectID, Tree

PLAIN_FILE = 0o100644
FOLDER = 0o040000
NOTHING = (0, b"")

_OPEN_FOLDERS = 16

Listing = Mapping[bytes, tuple[int, bytes]]
"""What a folder holds: mode and raw id by name."""


class Trees:
    """The folders of a store; the last ones opened are remembered. Every method raises KeyError, OSError."""

    def __init__(self, objects: BaseObjectStore) -> None:
        self._objects = objects
        self._opened: dict[str, Listing] = {}

    def ids(self, tree: str) -> dict[str, str]:
        """Return the id of each file in a folder and below."""
        return {name.decode(errors="replace"): identity.hex() for name, identity in self._walked(tree, b"")}

    def id_at(self, tree: str, file: str) -> str:
        """Return the id of one file; nothing where there is none."""
        mode, identity = self._entry(tree, file)
        return "" if mode == FOLDER else identity.hex()

    def is_folder(self, tree: str, name: str) -> bool:
        """Tell whether a folder has this name."""
        return self._entry(tree, name)[0] == FOLDER

    def differing(self, one: str, other: str) -> tuple[str, ...]:
        """Return the files that differ between two folders, by name; an empty id stands for no folder."""
        return tuple(sorted(file.decode(errors="replace") for file in self._differing(one, other, b"")))

    def _entry(self, tree: str, name: str) -> tuple[int, bytes]:
        *folders, last = name.encode().split(b"/")
        for folder in folders:
            mode, identity = self._listing(tree).get(folder, NOTHING)
            if mode != FOLDER:
                return NOTHING
            tree = identity.hex()
        return self._listing(tree).get(last, NOTHING)

    def _listing(self, tree: str) -> Listing:
        found = self._opened.pop(tree, None)
        if found is None:
            opened = self._objects[ObjectID(tree.encode())] if tree else Tree()
            if not isinstance(opened, Tree):
                raise KeyError(tree)
            found = {name: (mode, bytes.fromhex(sha.decode())) for name, mode, sha in opened.iteritems()}
        self._opened[tree] = found
        if len(self._opened) > _OPEN_FOLDERS:
            del self._opened[next(iter(self._opened))]
        return found

    def _walked(self, tree: str, start: bytes) -> Iterator[tuple[bytes, bytes]]:
        for name, (mode, identity) in self._listing(tree).items():
            if mode == FOLDER:
                yield from self._walked(identity.hex(), start + name + b"/")
            else:
                yield start + name, identity

    def _differing(self, one: str, other: str, start: bytes) -> Iterator[bytes]:
        if one == other:
            return
        before, after = self._listing(one), self._listing(other)
        for name in {name for name, _ in before.items() ^ after.items()}:
            pair = [each.get(name, NOTHING) for each in (before, after)]
            if any(mode == FOLDER for mode, _ in pair):
                folders = [identity.hex() if mode == FOLDER else "" for mode, identity in pair]
                yield from self._differing(folders[0], folders[1], start + name + b"/")
            if any(mode not in (0, FOLDER) for mode, _ in pair):
                yield start + name
