"""Files of a library with some of them changed: what a library would be, before anybody keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from leaflet_app.library.files import Entry, Files, FileUnreadable, content_id


class ChangedFiles:
    """Reads the changed files first, and all others where they are; None is a file taken away."""

    def __init__(self, files: Files, changes: Mapping[str, bytes | None]) -> None:
        self._files = files
        self._changes = changes

    @property
    def name(self) -> str:
        """Return what a person would call the place."""
        return self._files.name

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file, or at least one more than `largest`. Raises FileUnreadable."""
        if file not in self._changes:
            return self._files.read(file, largest)
        content = self._changes[file]
        if content is None:
            raise FileUnreadable("the file is missing", "put it back or remove its folder")
        return content[: largest + 1]

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id, also of one that is not of these files. Raises FileUnreadable."""
        return self._files.content(identity)

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Return what stands in a folder, by name; nothing where it is missing. Raises FileUnreadable."""
        kept = [entry for entry in self._files.entries(folder) if self._stays(f"{folder}/{entry.name}", entry)]
        start = f"{folder}/"
        put = [file.removeprefix(start) for file in self._put if file.startswith(start)]
        new = (Entry(name, is_folder=bool(below)) for name, _, below in (file.partition("/") for file in put))
        return tuple(sorted({entry.name: entry for entry in (*kept, *new) if entry.name[0] != "."}.values()))

    def holds(self, file: str) -> bool:
        """Tell whether something of this name is there, be it unreadable."""
        return self._changes[file] is not None if file in self._changes else self._files.holds(file)

    def ids(self) -> dict[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        kept = {file: identity for file, identity in self._files.ids().items() if file not in self._changes}
        return {**kept, **{file: content_id(content) for file, content in self._put.items()}}

    @cached_property
    def _put(self) -> dict[str, bytes]:
        return {file: content for file, content in self._changes.items() if content is not None}

    def _stays(self, path: str, entry: Entry) -> bool:
        if not entry.is_folder:
            return path not in self._changes
        return any(file.startswith(f"{path}/") for file in self.ids()) if self._takes_from(path) else True

    def _takes_from(self, folder: str) -> bool:
        return any(content is None and file.startswith(f"{folder}/") for file, content in self._changes.items())
