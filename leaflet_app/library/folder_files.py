"""The files of a library that is a folder. Links are refused: they lead elsewhere."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from leaflet_app.library.files import Entry, FileLost, FileUnreadable, content_id

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that any library has; what is larger is told from others without being read."""


class FolderFiles:
    """Reads the files below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def name(self) -> str:
        """Return the folder."""
        return str(self._root)

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file, or at least one more than `largest`. Raises FileUnreadable."""
        path = self._root / file
        try:
            if any(each.is_symlink() for each in (path, *path.parents[: len(Path(file).parts) - 1])):
                raise FileUnreadable("this is a link to another place", "put the file itself here")
            if not stat.S_ISREG(path.stat().st_mode):
                raise FileUnreadable("this is not a file", "put a file of this name here")
            with path.open("rb") as opened:
                return opened.read(largest + 1)
        except FileNotFoundError as gone:
            raise FileUnreadable("the file is missing", "put it back or remove its folder") from gone
        except OSError as error:
            raise FileUnreadable(f"the file cannot be read ({error.strerror})", "check who may read it") from error

    def content(self, identity: str) -> bytes:
        """Raise FileLost: a folder keeps nothing but its files."""
        raise FileLost(f"no text of the id {identity} is kept in a folder", "look for it in the library")

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Return what stands in a folder, by name; nothing where it is missing. Raises FileUnreadable."""
        try:
            found = [path for path in (self._root / folder).iterdir() if not path.name.startswith(".")]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise FileUnreadable(f"the folder cannot be read ({error.strerror})", "check it") from error
        return tuple(Entry(path.name, path.is_dir()) for path in sorted(found))

    def holds(self, file: str) -> bool:
        """Tell whether something of this name is there, be it unreadable."""
        path = self._root / file
        try:
            return path.exists() or path.is_symlink()
        except OSError as fault:
            return fault.errno != errno.ENAMETOOLONG

    def ids(self) -> dict[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        found = dict(_below(self._root))
        return {name: content_id(_content(found[name])) for name in sorted(found, key=_parts)}

    def names(self) -> Iterator[str]:
        """Yield the name of each file, before anything of it is read. Raises OSError."""
        return (name for name, _ in _below(self._root))


def _below(folder: Path | str, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the name of each file below a folder and its entry there; nothing of what nobody may look into."""
    try:
        entries = [*os.scandir(folder)]
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry


def _parts(name: str) -> list[str]:
    return name.split("/")


def _content(entry: os.DirEntry[str]) -> bytes:
    """Return a file's bytes, or why nobody gives them; reading the library tells it in words."""
    try:
        told = entry.stat(follow_symlinks=False)
        if told.st_size > LARGEST:
            return f"{told.st_size} {told.st_mtime_ns}".encode()
        return Path(entry).read_bytes() if stat.S_ISREG(told.st_mode) else b""
    except OSError as fault:
        return repr(fault).encode()
