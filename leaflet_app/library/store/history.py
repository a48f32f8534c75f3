"""What each step of a library's history changed."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator

from dulwich.object_store import BaseObjectStore
from dulwich.objects import Commit, ObjectID

from leaflet_app.domain.versions import Version
from leaflet_app.library.store.commits import lost_version, version_of
from leaflet_app.library.store.trees import Trees


class History:
    """The steps of a store; what one of them changed is found once. Every method raises KeyError, OSError."""

    def __init__(self, objects: BaseObjectStore, trees: Trees) -> None:
        self._objects = objects
        self._trees = trees
        self._changed: dict[str, tuple[str, ...]] = {}

    def commit(self, commit: str) -> Commit:
        """Return a step as Git keeps it."""
        found = self._objects[ObjectID(commit.encode())]
        if not isinstance(found, Commit):
            raise KeyError(commit)
        return found

    def tree(self, commit: str) -> str:
        """Return the folder that a step led to; nothing for none."""
        return self.commit(commit).tree.decode() if commit else ""

    def version(self, commit: str) -> Version:
        """Return a step as people read it."""
        return version_of(self.commit(commit), self.changed(commit))

    def of(self, head: str, files: Collection[str], most: int | None) -> tuple[Version, ...]:
        """Return the last steps that changed one of these files, or any where none is named; newest first."""
        wanted = frozenset(files)
        found: list[Version] = []
        for commit, step in self.steps(head):
            if len(found) == most:
                break
            if step is None:
                found.append(lost_version(commit, found[-1:]))
            elif not wanted or not wanted.isdisjoint(self.changed(commit)):
                found.append(version_of(step, self.changed(commit)))
        return tuple(found)

    def steps(self, head: str) -> Iterator[tuple[str, Commit | None]]:
        """Yield a step and all before it, nothing in place of one that is lost; of two lines the later step first."""
        waiting = {head: self.commit(head)} if head else {}
        seen = set(waiting)
        while waiting:
            newest = max(waiting, key=lambda commit: waiting[commit].commit_time)
            step = waiting.pop(newest)
            yield newest, step
            for parent in (each.decode() for each in step.parents if each.decode() not in seen):
                seen.add(parent)
                try:
                    waiting[parent] = self.commit(parent)
                except KeyError:
                    yield parent, None

    def changed(self, commit: str) -> tuple[str, ...]:
        """Return the files in which a step differs from every one before it."""
        if commit not in self._changed:
            step = self.commit(commit)
            differing = [set(files) for files in self._differing(step)] or [set(self._trees.ids(step.tree.decode()))]
            self._changed[commit] = tuple(sorted(set.intersection(*differing)))
        return self._changed[commit]

    def _differing(self, step: Commit) -> Iterator[tuple[str, ...]]:
        """Yield for each step before, where it is not lost, the files in which it differs."""
        for parent in step.parents:
            with contextlib.suppress(KeyError):
                yield self._trees.differing(self.tree(parent.decode()), step.tree.decode())
