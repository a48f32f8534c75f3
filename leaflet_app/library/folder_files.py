"""The files of a library that is a folder. Links are refused: they lead elsewhere."""

from __future__ import annotations

import stat
from pathlib import Path

from leaflet_app.library.files import Entry, FileUnreadable, content_id


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
        return path.exists() or path.is_symlink()

    def ids(self) -> dict[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        found = (path for path in sorted(self._root.rglob("*")) if path.is_symlink() or not path.is_dir())
        names = (path.relative_to(self._root).as_posix() for path in found)
        return {name: content_id(self._content(name)) for name in names}

    def _content(self, name: str) -> bytes:
        """Return a file's bytes, or why nobody gives them; reading the library tells it in words."""
        path = self._root / name
        try:
            return path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        except OSError as fault:
            return repr(fault).encode()
