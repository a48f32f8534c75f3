"""Git's folders: which file has which bytes, and which of them differ. A folder that is the same is never opened.

Read and written here, not by dulwich: of 10,000 topics in one folder it makes 10,000 objects, several times a save.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from dulwich.objects import ObjectID, Tree

from leaflet_app.library.store.fresh import Fresh

PLAIN_FILE = 0o100644
FILE, FOLDER = b"100644", b"40000"
NOTHING = (b"", b"")

_LARGE = 50
_FOLDERS_KEPT = 16
"""Large folders are remembered, so many of them; a small one is as soon read."""

_ENTRY = re.compile(rb"(40000|1[0-7]{5}) ([^\0/]+)\0(.{20})", re.DOTALL)
_AROUND = len(b" \0") + 20

Listing = Mapping[bytes, tuple[bytes, bytes]]
"""What a folder holds: mode and raw id by name."""

Rows = Mapping[tuple[bytes, ...], bytes]
"""The raw id that a file shall have, by the parts of its name; nothing for one that goes."""


class Objects(Protocol):
    """Where folders are read from."""

    def get_raw(self, name: ObjectID, /) -> tuple[int, bytes]:
        """Return kind and bytes of an object. Raises KeyError, OSError."""
        ...


class Trees:
    """The folders of a store. Every method raises KeyError, OSError."""

    def __init__(self, objects: Objects) -> None:
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

    def changed(self, tree: str, rows: Rows) -> list[Fresh]:
        """Return the new folders, the whole one last; nothing where nothing is left in it."""
        before = self.listing(tree)
        listing, deeper, new = dict(before), dict[bytes, dict[tuple[bytes, ...], bytes]](), list[Fresh]()
        for (name, *below), identity in rows.items():
            if below:
                deeper.setdefault(name, {})[tuple(below)] = identity
        for name, inner in deeper.items():
            mode, identity = listing.get(name, NOTHING)
            inside = self.changed(identity.hex() if mode == FOLDER else "", inner)
            new += inside
            if inside or mode == FOLDER:
                _put(listing, name, FOLDER, bytes.fromhex(inside[-1].id.decode()) if inside else b"")
        for (name, *below), identity in rows.items():
            if not below and listing.get(name, NOTHING)[0] != FOLDER:
                _put(listing, name, FILE, identity)
        if not listing:
            return []
        is_in_order = all(before.get(name, NOTHING)[0] == mode for name, (mode, _) in listing.items())
        listing = listing if is_in_order else _sorted(listing)
        folder = Fresh.of(Tree.type_num, _written(listing))
        self._remember(folder.id.decode(), listing)
        return [*new, folder]

    def _entry(self, tree: str, name: str) -> tuple[bytes, bytes]:
        *folders, last = name.encode().split(b"/")
        for folder in folders:
            mode, identity = self.listing(tree).get(folder, NOTHING)
            if mode != FOLDER:
                return NOTHING
            tree = identity.hex()
        return self.listing(tree).get(last, NOTHING)

    def listing(self, tree: str) -> Listing:
        """Return what a folder holds; nothing where it has no id."""
        if not tree:
            return {}
        found = self._opened.pop(tree, None)
        if found is None:
            kind, content = self._objects.get_raw(ObjectID(tree.encode()))
            if kind != Tree.type_num:
                raise KeyError(tree)
            entries = _ENTRY.findall(content)
            if sum(len(mode) + len(name) + _AROUND for mode, name, _ in entries) != len(content):
                raise KeyError(tree)
            found = {name: (mode, identity) for mode, name, identity in entries}
            if len(found) != len(entries):
                raise KeyError(tree)  # two files of one name: which of them is meant, nobody can say
        self._remember(tree, found)
        return found

    def _remember(self, tree: str, listing: Listing) -> None:
        if len(listing) >= _LARGE:
            self._opened[tree] = listing
        if len(self._opened) > _FOLDERS_KEPT:
            del self._opened[next(iter(self._opened))]

    def _walked(self, tree: str, start: bytes) -> Iterator[tuple[bytes, bytes]]:
        for name, (mode, identity) in self.listing(tree).items():
            if mode == FOLDER:
                yield from self._walked(identity.hex(), start + name + b"/")
            else:
                yield start + name, identity

    def _differing(self, one: str, other: str, start: bytes) -> Iterator[bytes]:
        if one == other:
            return
        before, after = self.listing(one), self.listing(other)
        for name in {name for name, _ in before.items() ^ after.items()}:
            pair = [each.get(name, NOTHING) for each in (before, after)]
            if any(mode == FOLDER for mode, _ in pair):
                folders = [identity.hex() if mode == FOLDER else "" for mode, identity in pair]
                yield from self._differing(folders[0], folders[1], start + name + b"/")
            if any(mode not in (b"", FOLDER) for mode, _ in pair):
                yield start + name


def _put(listing: dict[bytes, tuple[bytes, bytes]], name: bytes, mode: bytes, identity: bytes) -> None:
    if identity:
        listing[name] = (mode, identity)
    else:
        listing.pop(name, None)


def _sorted(listing: Listing) -> dict[bytes, tuple[bytes, bytes]]:
    """Return a folder in Git's order: as if the name of each folder in it ended in a slash."""
    return dict(sorted(listing.items(), key=lambda entry: entry[0] + b"/" * (entry[1][0] == FOLDER)))


def _written(listing: Listing) -> bytes:
    """Return a folder as Git writes it."""
    return b"".join([b"%s %s\0%s" % (mode, name, identity) for name, (mode, identity) in listing.items()])
