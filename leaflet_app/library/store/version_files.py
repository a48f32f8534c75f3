"""The files of one version of a library, as its readers read them."""

from __future__ import annotations

from collections.abc import Mapping

from leaflet_app.library.files import Entry, FileUnreadable
from leaflet_app.library.store.repository import Store


class VersionFiles:
    """Reads the files of one commit."""

    def __init__(self, store: Store, commit: str) -> None:
        self._store = store
        self._commit = commit

    @property
    def name(self) -> str:
        """Return the version as people name it."""
        return f"the version {self._commit[:10]}"

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file. Raises FileUnreadable."""
        identity = self.ids().get(file)
        if identity is None:
            raise FileUnreadable("the file is missing", "put it back or remove its folder")
        return self._store.content(identity)

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Return what stands in a folder, by name."""
        start = f"{folder}/"
        inside = (file.removeprefix(start).partition("/") for file in self.ids() if file.startswith(start))
        found = {name: bool(below) for name, below, _ in inside}
        return tuple(Entry(name, is_folder) for name, is_folder in sorted(found.items()) if name[0] != ".")

    def holds(self, file: str) -> bool:
        """Tell whether there is such a file."""
        return file in self.ids()

    def ids(self) -> Mapping[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        return self._store.ids(self._commit)
