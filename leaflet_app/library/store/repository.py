"""A bare Git repository, committed by tree: no index, no work tree, and none of its hooks is ever run."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Self

from dulwich.objects import ObjectID
from dulwich.repo import Repo

from leaflet_app.domain.errors import StoreDamaged, StoreUnusable
from leaflet_app.domain.versions import Version
from leaflet_app.library.files import FileLost, FileUnreadable
from leaflet_app.library.store.beginning import begin, opened
from leaflet_app.library.store.faults import DAMAGED_REMEDY, told, unusable
from leaflet_app.library.store.history import History
from leaflet_app.library.store.newest import MAIN, Newest
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.saving import Changes, Saving
from leaflet_app.library.store.trees import PLAIN_FILE, Trees

__all__ = ["MAIN", "PLAIN_FILE", "Changes", "Store"]

_LISTED = 4
"""So many versions whose files are remembered."""


class Store:
    """Every version of a library's files. One thread at a time; other processes may write to the same folder."""

    def __init__(self, repo: Repo, objects: SoundObjects) -> None:
        self.repo = repo
        self._objects = objects
        self._newest = Newest(Path(repo.path))
        self._trees = Trees(objects)
        self._history = History(objects, self._trees)
        self._saving = Saving(Path(repo.path), objects, self._trees, self._history)
        self._listed: dict[str, Mapping[str, str]] = {}

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what is kept in a folder. Raises StoreUnusable, StoreDamaged."""
        if not folder.exists():
            raise unusable(FileNotFoundError(errno.ENOENT, "nothing there"))
        if not (folder / "objects").is_dir():
            raise StoreDamaged("its files are gone", DAMAGED_REMEDY)
        objects = SoundObjects(folder / "objects", fsync_object_files=True)
        try:
            with told():
                return cls(opened(folder, objects), objects)
        except StoreUnusable:
            objects.close()
            raise

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Begin an empty store in a folder that is not there yet; it appears whole. Raises OSError."""
        begin(folder)
        return cls.open(folder)

    def __enter__(self) -> Self:
        """Stay open for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close all files."""
        self.repo.close()

    @property
    def head(self) -> str:
        """Return the newest commit; nothing while there is none. Raises StoreUnusable, StoreDamaged."""
        with told():
            return self._newest.read()

    def ids(self, commit: str) -> Mapping[str, str]:
        """Return the id of each file's bytes in a version. Raises StoreUnusable, StoreDamaged."""
        if commit not in self._listed:
            with told():
                self._remember(commit, self._trees.ids(self._history.tree(commit)))
        return self._listed[commit]

    def id_at(self, commit: str, file: str) -> str:
        """Return the id of one file's bytes in a version; nothing where there is no such file or no version."""
        with told():
            return self._trees.id_at(self._history.tree(commit), file) if commit else ""

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id, and no others. Raises FileUnreadable where they are lost or damaged."""
        try:
            return self._objects.get_raw(ObjectID(identity.encode()))[1]
        except KeyError as lost:
            raise FileLost("this text is damaged or lost", "take it from an earlier version") from lost
        except OSError as fault:
            told_fault = f"the disk does not give it ({fault.strerror})"
            raise FileUnreadable(told_fault, "try again, and have the disk looked at") from fault

    def save(self, changes: Changes, author: str, message: str, *, base: str, at: datetime) -> str:
        """Keep a change of files as they stood at `base`; return the new commit, or `base` where nothing changes.

        On return it is on the disk and was read back from there. Raises EditedMeanwhile where another has changed one
        of the files since, EditRefused for a name that cannot be, StoreUnusable, StoreDamaged.
        """
        with told():
            saved = self._saving.save(changes, author, message, base=base, at=at)
        if saved.before in self._listed:
            self._remember(saved.commit, saved.listed(self._listed[saved.before]))
        return saved.commit

    def history(self, *files: str, most: int | None = None) -> tuple[Version, ...]:
        """Return the versions in which one of the files was changed, newest first. Raises StoreUnusable, StoreDamaged.

        All of them, or the last ones; whatever they changed where no file is named.
        """
        with told():
            return self._history.of(self.head, files, most)

    def versions(self, most: int = 100) -> tuple[Version, ...]:
        """Return the newest versions, whatever they changed. Raises StoreUnusable, StoreDamaged."""
        return self.history(most=most)

    def version(self, commit: str) -> Version:
        """Return one version, with the files that it changed. Raises StoreUnusable, StoreDamaged."""
        with told():
            return self._history.version(commit)

    def changed_files(self, old: str, new: str) -> tuple[str, ...]:
        """Return the files that differ between two versions; nothing stands for none. Raises StoreUnusable."""
        with told():
            return self._trees.differing(self._history.tree(old), self._history.tree(new))

    def _remember(self, commit: str, listed: Mapping[str, str]) -> None:
        self._listed[commit] = listed
        if len(self._listed) > _LISTED:
            del self._listed[next(iter(self._listed))]
