"""The files beside a text that its forms change: they are saved with it, in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.file_text import text_shown
from leaflet_app.services.list_forms import joined

Contents = dict[str, bytes | None]
_LEFT = "what was left here"
_NOTHING = b"\0"
"""No file holds this: one that is not saved is told from one that was taken away."""


class OtherFiles(QObject):
    """Files by name, read where they stand until somebody changes one; None is a file taken away."""

    changed = Signal()

    def __init__(self, read: Callable[[str], bytes | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._changes: Contents = {}
        self._before: list[tuple[str, Contents, str]] = []

    @property
    def changes(self) -> Contents:
        """Return what is to be saved."""
        return dict(self._changes)

    @property
    def last_step(self) -> str:
        """Say what would be undone; nothing where nothing would."""
        return self._before[-1][2] if self._before else ""

    def content(self, file: str) -> bytes | None:
        """Return a file as it would be saved; None where there is none."""
        return self._changes[file] if file in self._changes else self._read(file)

    def text(self, file: str) -> str:
        """Return the text of a file; nothing where there is none."""
        return text_shown(self.content(file) or b"")

    def put(self, file: str, content: bytes | None, step: str = "") -> None:
        """Change a file, in a step of this name that can be undone; without one, what names the file is undone."""
        if step:
            kept = {file: self._changes[file]} if file in self._changes else {}
            self._before.append((file, kept, step))
        self._changes[file] = content
        self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            file, kept, _ = self._before.pop()
            del self._changes[file]
            self._changes |= kept
            self.changed.emit()

    def bring_back(self, changes: Mapping[str, bytes | None]) -> None:
        """Change files as they were changed before; each list is a step that can be undone."""
        for file, content in changes.items():
            self.put(file, content, _LEFT if _is_list(file) else "")

    def settle(self, saved: Mapping[str, bytes | None]) -> None:
        """Note that the library holds these now; what was changed since is still to be saved."""
        read = self._read
        self._read = lambda file: saved[file] if file in saved else read(file)
        self._changes = {file: each for file, each in self._changes.items() if saved.get(file, _NOTHING) != each}
        self._before = []
        self.changed.emit()

    def follow(self, read: Callable[[str], bytes | None]) -> None:
        """Read the files as they stand now; entries that were changed here stand in their lists. Raises EditRefused."""
        self._changes |= {
            file: joined(file, self._read(file), mine, read(file))
            for file, mine in self._changes.items()
            if mine is not None and _is_list(file)
        }
        self._read, self._before = read, []
        self.changed.emit()

    def give_up(self) -> None:
        """Let go of what is changed in lists. Pictures go with the words that name them, and come back with these."""
        self._changes = {file: each for file, each in self._changes.items() if not _is_list(file)}
        self._before = []
        self.changed.emit()


def _is_list(file: str) -> bool:
    return file.endswith(".toml")
