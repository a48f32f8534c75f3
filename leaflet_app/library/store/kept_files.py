"""The files of one version, for as long as anybody wants them and from any thread."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from leaflet_app.library.files import Entry

if TYPE_CHECKING:
    from leaflet_app.library.store.version_files import VersionFiles


class KeptFiles:
    """Reads the files of one commit; the store is opened with the first of them, and closed with the last reader."""

    def __init__(self, folder: Path, commit: str) -> None:
        self._folder = folder
        self._commit = commit
        self._one_at_a_time = RLock()

    @property
    def name(self) -> str:
        """Return the version as people name it."""
        return f"the version {self._commit[:10]}"

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file. Raises FileUnreadable."""
        with self._one_at_a_time:
            return self._files.read(file, largest)

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what stands in a folder, by name."""
        with self._one_at_a_time:
            return self._files.entries(folder)

    def holds(self, file: str) -> bool:
        """Tell whether there is such a file."""
        return file in self.ids()

    def ids(self) -> Mapping[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        with self._one_at_a_time:
            return self._files.ids()

    @cached_property
    def _files(self) -> VersionFiles:
        from leaflet_app.library.store.repository import Store  # noqa: PLC0415  (brings dulwich)
        from leaflet_app.library.store.version_files import VersionFiles  # noqa: PLC0415

        store = Store.open(self._folder)
        weakref.finalize(self, store.__exit__)
        return VersionFiles(store, self._commit)
