"""Which version of a damaged store is the newest that is whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dulwich.objects import Commit

from leaflet_app.domain.errors import StoreDamaged
from leaflet_app.library.store.history import History
from leaflet_app.library.store.newest import Newest
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.trees import Trees

SHARED = "refs/remotes/shared/main"

Steps = Mapping[str, Commit]
"""All commits of a store that can be read, by their ids."""


class NewestWhole:
    """Looks for a version of which the commit and all folders can be read; its texts answer each for itself."""

    def __init__(self, folder: Path, objects: SoundObjects) -> None:
        self._folder = folder
        self._objects = objects
        self._newest = Newest(folder)
        self._trees = Trees(objects)
        self._history = History(objects, self._trees)

    @property
    def named(self) -> Commit | None:
        """Return the one that is said to be the newest, where it is whole. Raises OSError."""
        try:
            return self._whole(self._newest.read())
        except StoreDamaged:
            return None

    def sought(self) -> Commit | None:
        """Return the last that was noted as the newest and what came after it, or else the latest. Raises OSError."""
        readable = filter(None, map(self._objects.sound, self._objects.all_ids()))
        steps = {each.id.decode(): each for each in readable if isinstance(each, Commit)}
        for start in self._noted():
            if self._whole(start):
                return self._latest(_after(start, steps))
        return self._latest(steps.values())

    def _noted(self) -> Iterator[str]:
        yield from self._newest.earlier()
        with contextlib.suppress(FileNotFoundError, UnicodeDecodeError):
            yield (self._folder / SHARED).read_text("ascii").strip()

    def _latest(self, steps: Iterable[Commit]) -> Commit | None:
        by_time = sorted(steps, key=lambda each: each.commit_time, reverse=True)
        return next((each for each in by_time if self._whole(each.id.decode())), None)

    def _whole(self, commit: str) -> Commit | None:
        try:
            found = self._history.commit(commit)
            self._trees.ids(found.tree.decode())
        except KeyError:
            return None
        return found


def _after(start: str, steps: Steps) -> list[Commit]:
    """Return a step and all that rest on it."""
    following: dict[str, list[str]] = {}
    for name, step in steps.items():
        for parent in step.parents:
            following.setdefault(parent.decode(), []).append(name)
    found, left = dict[str, Commit](), [start]
    while left:
        name = left.pop()
        if name in steps and name not in found:
            found[name] = steps[name]
            left += following.get(name, [])
    return list(found.values())
