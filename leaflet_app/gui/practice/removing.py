"""Remove the practice on the form, and bring removed ones back: off the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services import practice_removing
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, Opened
from leaflet_app.services.signing import introduce

STAYS = "Leaflets already given stay as they are."


class Removing(QObject):
    """Tells the id and the name of what was removed, what was brought back, and which there are to bring back."""

    removed = Signal(str, str)
    brought_back = Signal(object)
    found = Signal(tuple)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looking, self._writing = Jobs(self), Jobs(self)

    def remove(self, kept: Kept, name: str) -> None:
        """Take a practice out, unless somebody else has changed it meanwhile."""
        work = partial(_remove, self._desk, kept, name)
        self._writing.submit(work, lambda label: self.removed.emit(kept.id, label), self.failed.emit)

    def bring_back(self, practice_id: str, name: str) -> None:
        """Bring a practice back."""
        self._writing.submit(
            partial(_bring_back, self._desk, practice_id, name), self.brought_back.emit, self.failed.emit
        )

    def look(self) -> None:
        """Find what can be brought back."""
        self._looking.submit(partial(practice_removing.removed, self._desk), self.found.emit, self.failed.emit)

    def stop(self) -> None:
        """End all work; a change that has begun ends by itself."""
        for each in (self._looking, self._writing):
            each.close()


def asked(opened: Opened) -> str:
    """Say what becomes of a practice that is removed."""
    label = next(each.label for each in opened.listed if each.id == opened.kept.id)
    is_own = any(each.is_own for each in opened.listed if each.id == opened.kept.id)
    stands_in = f" This desk's leaflets will bear {opened.listed[0].label}." if is_own else ""
    return f"Remove {label}? {STAYS} You can bring it back.{stands_in}"


def _remove(desk: Desk, kept: Kept, name: str) -> str:
    introduce(desk, name)
    return practice_removing.remove(desk, kept.id, name, kept.base)


def _bring_back(desk: Desk, practice_id: str, name: str) -> Kept:
    introduce(desk, name)
    return practice_removing.bring_back(desk, practice_id, name)
