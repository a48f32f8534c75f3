"""What of a shared library is no library of ours, found before anything walks through it for long."""

from __future__ import annotations

from collections.abc import Iterable

from dulwich.object_store import BaseObjectStore
from dulwich.objects import Commit

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.library.store.descent import ASK, STRANGE
from leaflet_app.library.store.trees import FOLDER, NOTHING, Trees

DEEPEST = 8
MOST_FILES = 200_000
"""A library has three folders one in another, and so many files at most."""


def refuse_strange(objects: BaseObjectStore, known: Commit | None, new: Iterable[Commit]) -> None:
    """Look at new commits beside one that is known. Raises SharingStopped, KeyError where a folder is none."""
    walk, before = _Walk(Trees(objects)), known.tree.decode() if known else ""
    for commit in new:
        if None in (commit.author, commit.committer, commit.commit_time, commit.author_time):
            raise SharingStopped(STRANGE, ASK)
        if walk.files(before, commit.tree.decode(), DEEPEST) > MOST_FILES:
            raise SharingStopped(STRANGE, ASK)


class _Walk:
    """Counts the files of folders; what is known is passed over, and none is opened twice."""

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._counted: dict[str, int] = {}

    def files(self, before: str, tree: str, deeper: int) -> int:
        """Return how many files a folder holds beyond those that are known."""
        if tree == before:
            return 0
        if not deeper:
            raise SharingStopped(STRANGE, ASK)
        if tree not in self._counted:
            known, listing = self._trees.listing(before), self._trees.listing(tree)
            if len({name.decode(errors="replace").casefold() for name in listing}) < len(listing):
                raise SharingStopped(STRANGE, ASK)  # two names that are one on Windows
            self._counted[tree] = sum(
                self.files(_folder(known.get(name, NOTHING)), identity.hex(), deeper - 1) if mode == FOLDER else 1
                for name, (mode, identity) in listing.items()
            )
        return self._counted[tree]


def _folder(entry: tuple[bytes, bytes]) -> str:
    mode, identity = entry
    return identity.hex() if mode == FOLDER else ""
