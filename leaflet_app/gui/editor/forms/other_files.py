"""The files beside a text that its forms change: they are saved with it, in one commit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

Contents = dict[str, bytes | None]


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
    def steps(self) -> tuple[str, ...]:
        """Return what was done, for the words of a commit."""
        return tuple(step for _, _, step in self._before)

    @property
    def last_step(self) -> str:
        """Say what would be undone; nothing where nothing would."""
        return self._before[-1][2] if self._before else ""

    def content(self, file: str) -> bytes | None:
        """Return a file as it would be saved; None where there is none."""
        return self._changes[file] if file in self._changes else self._read(file)

    def text(self, file: str) -> str:
        """Return the text of a file; nothing where there is none."""
        return (self.content(file) or b"").decode("utf-8-sig", errors="replace")

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

    def begin_anew(self, read: Callable[[str], bytes | None]) -> None:
        """Read the files as they stand now: everything was saved, or given up."""
        self._read, self._changes, self._before = read, {}, []
        self.changed.emit()
