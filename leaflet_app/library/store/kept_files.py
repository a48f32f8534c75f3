"""The files of one version, for as long as anybody wants them and from any thread."""

from __future__ import annotations

import weakref
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING

from leaflet_app.library.files import Entry, FileUnreadable

if TYPE_CHECKING:
    from leaflet_app.library.store.repository import Store

NOTHING: Mapping[str, str] = MappingProxyType({})


class OpenedStore:
    """A store that is opened when first asked for anything, and closed with the last who reads from it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one_at_a_time = RLock()

    def ids(self, commit: str) -> Mapping[str, str]:
        """Return the id of each file's bytes in a version. Raises StoreUnusable, StoreDamaged."""
        with self._one_at_a_time:
            return self._store.ids(commit)

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id. Raises FileUnreadable."""
        with self._one_at_a_time:
            return self._store.content(identity)

    def changed_files(self, old: str, new: str) -> tuple[str, ...]:
        """Return the files that differ between two versions. Raises StoreUnusable, StoreDamaged."""
        with self._one_at_a_time:
            return self._store.changed_files(old, new)

    def ids_after(self, ids: Mapping[str, str], files: Iterable[str], commit: str) -> Mapping[str, str]:
        """Return the ids of a version in which only these files differ. Raises StoreUnusable, StoreDamaged."""
        with self._one_at_a_time:
            now = {file: self._store.id_at(commit, file) for file in files}
        return {file: identity for file, identity in {**ids, **now}.items() if identity}

    @cached_property
    def _store(self) -> Store:
        from leaflet_app.library.store.repository import Store  # noqa: PLC0415  (brings dulwich)

        store = Store.open(self._folder)
        weakref.finalize(self, store.__exit__)
        return store


class KeptFiles:
    """Reads the files of one commit; in the place of some of them may stand another content of theirs, by its id."""

    def __init__(
        self,
        store: OpenedStore,
        commit: str,
        replaced: Mapping[str, str] = NOTHING,
        listed: Mapping[str, str] | None = None,
    ) -> None:
        self._store = store
        self.commit = commit
        self.replaced = replaced
        self._listed = listed

    def with_replaced(self, replaced: Mapping[str, str]) -> KeptFiles:
        """Return the same version with other contents in the place of some of its files."""
        return KeptFiles(self._store, self.commit, replaced, self._listed)

    def later(self, commit: str) -> tuple[KeptFiles, Collection[str]]:
        """Return the files of a later version, and which of them differ. Raises StoreUnusable, StoreDamaged."""
        changed = self._store.changed_files(self.commit, commit)
        listed = None if self._listed is None else self._store.ids_after(self._listed, changed, commit)
        return KeptFiles(self._store, commit, listed=listed), changed

    @property
    def name(self) -> str:
        """Return the version as people name it."""
        return f"the version {self.commit[:10]}"

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file, however large. Raises FileUnreadable, StoreUnusable."""
        identity = self.ids().get(file)
        if identity is None:
            raise FileUnreadable("the file is missing", "put it back or remove its folder")
        return self._store.content(identity)

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id, also of one that is not of this version. Raises FileUnreadable."""
        return self._store.content(identity)

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what stands in a folder, by name."""
        return tuple(Entry(name, is_folder) for name, is_folder in self._folders.get(folder, {}).items())

    def holds(self, file: str) -> bool:
        """Tell whether there is such a file or folder."""
        return file in self._own_ids() or file in self._folders

    def ids(self) -> Mapping[str, str]:
        """Return for each file, by name, the id that its bytes alone decide. Raises StoreUnusable, StoreDamaged."""
        return self._ids

    def _own_ids(self) -> Mapping[str, str]:
        if self._listed is None:
            self._listed = self._store.ids(self.commit)
        return self._listed

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {**self._own_ids(), **self.replaced}

    @cached_property
    def _folders(self) -> Mapping[str, Mapping[str, bool]]:
        """Return what each folder holds by name, and whether that is a folder; hidden names are left out."""
        folders: dict[str, dict[str, bool]] = {}
        for file in sorted(self._own_ids()):
            above, _, name = file.rpartition("/")
            folders.setdefault(above, {})[name] = False
            while above:
                above, _, name = above.rpartition("/")
                inside = folders.setdefault(above, {})
                if inside.get(name):
                    break
                inside[name] = True
        shown = {above: sorted(inside.items()) for above, inside in folders.items()}
        return {above: {name: kind for name, kind in inside if name[0] != "."} for above, inside in shown.items()}
