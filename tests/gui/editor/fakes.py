"""A text under edit without an editor around it, and the files beside it."""

from PySide6.QtCore import QObject, Signal

from leaflet_app.gui.editor.other_files import OtherFiles
from tests.builders import SHIPPED_LIBRARY


class FakeText(QObject):
    """Keeps every text that stood in it."""

    changed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts = [text]

    @property
    def text(self) -> str:
        return self.texts[-1]

    def replace(self, text: str) -> None:
        self.texts.append(text)
        self.changed.emit()

    def undo(self) -> None:
        self.texts.pop()
        self.changed.emit()


def shipped_files() -> OtherFiles:
    """Return the files of the shipped library."""

    def read(file: str) -> bytes | None:
        path = SHIPPED_LIBRARY / file
        return path.read_bytes() if path.exists() else None

    return OtherFiles(read)
