"""Keeping a change: written, brought to the disk, read back with fresh eyes, and only then made the newest."""

from __future__ import annotations

import errno
import time
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from dulwich.objects import Commit, ShaFile

from leaflet_app.domain.errors import EditedMeanwhile, StoreUnusable
from leaflet_app.library.files import content_id
from leaflet_app.library.store.changed_tree import changed_tree
from leaflet_app.library.store.commits import commit_of
from leaflet_app.library.store.fresh import Fresh
from leaflet_app.library.store.history import History
from leaflet_app.library.store.newest import Busy, Newest
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.trees import Trees
from leaflet_app.library.store.verified import verify

Changes = Mapping[str, bytes | None]
"""The new bytes of each changed file by its name; None takes a file away."""

TRIES = 20
PAUSE = 0.01
"""Seconds; each further wait is longer by as much, two seconds in all."""


class Saved(NamedTuple):
    """What a change became: a commit, and the one before it."""

    before: str
    commit: str
    changes: Changes

    def listed(self, before: Mapping[str, str]) -> dict[str, str]:
        """Return the id of each file, from those of the commit before."""
        new = {file: content_id(content) for file, content in self.changes.items() if content is not None}
        return {file: each for file, each in {**before, **new}.items() if self.changes.get(file, b"") is not None}


class Saving:
    """Writes to a store. Every method raises KeyError and OSError where a part is lost or the disk refuses."""

    def __init__(self, folder: Path, objects: SoundObjects, trees: Trees, history: History) -> None:
        self._folder = folder
        self._objects = objects
        self._trees = trees
        self._history = history
        self._newest = Newest(folder)

    def save(self, changes: Changes, author: str, message: str, *, base: str, at: datetime) -> Saved:
        """Keep a change of files as they stood at `base`. Raises EditedMeanwhile, EditRefused, StoreUnusable."""
        for attempt in range(TRIES):
            time.sleep(PAUSE * attempt)
            head = self._newest.read()
            self._refuse_overtaken(changes, base, head)
            now = self._history.tree(head)
            brings = changed_tree(self._trees, now, changes)
            tree = brings[-1].id.decode()
            if head and tree == now:
                return Saved(head, head, changes)
            step = commit_of(tree, [head] if head else [], author, message, at)
            if self._is_kept(head, step, [*brings, step]):
                return Saved(head, step.id.decode(), changes)
        raise StoreUnusable("another program is writing to it without a pause", "Try again in a moment.")

    def _refuse_overtaken(self, changes: Collection[str], base: str, head: str) -> None:
        """Raise EditedMeanwhile where a file is not as it was."""
        if base == head:
            return
        try:
            before = {file: self._trees.id_at(self._history.tree(base), file) for file in changes}
        except KeyError as lost:
            raise EditedMeanwhile(changes) from lost  # nobody can say what has changed since
        now = self._history.tree(head)
        overtaken = [file for file in changes if before[file] != self._trees.id_at(now, file)]
        if overtaken:
            raise EditedMeanwhile(overtaken)

    def _is_kept(self, head: str, step: Commit, brings: Sequence[ShaFile | Fresh]) -> bool:
        """Bring a step to the disk, read it back and make it the newest; tell whether no other came first."""
        self._objects.add_together(brings)
        verify(self._folder, brings)
        try:
            is_newest = self._newest.exchange(head, step)
        except Busy:
            return False
        if is_newest and self._newest.read() == head:
            raise OSError(errno.EIO, "the name of the newest version did not stay")
        return is_newest
