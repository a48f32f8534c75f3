"""Remove the practice on the form, and bring removed ones back: asked once, off the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import EditedMeanwhile, LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.practice_chooser import PracticeChooser
from leaflet_app.gui.practice.save_row import SaveRow
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.own_name import NEEDED
from leaflet_app.services import practice_removing
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, Opened
from leaflet_app.services.practice_removing import Removed
from leaflet_app.services.signing import introduce

STAYS = "Leaflets already given stay as they are."
LOOK_AGAIN = "Someone else has changed this practice meanwhile. Look at it before you remove it."
NONE = "No practice was removed from this library."


class Removing(QObject):
    """Speaks on the strip of the page; tells which practice is to be seen now."""

    changed = Signal(str)
    look_asked = Signal()

    def __init__(self, desk: Desk, strip: AskingStrip, row: SaveRow, chooser: PracticeChooser) -> None:
        super().__init__(strip)
        self._desk, self._strip, self._row, self._chooser = desk, strip, row, chooser
        self._looking, self._writing = Jobs(self), Jobs(self)
        chooser.removed_asked.connect(self.look)
        chooser.back_asked.connect(self.bring_back)

    def ask(self, opened: Opened) -> None:
        """Ask once whether the practice on the form shall go."""
        self._strip.ask(
            _asked(opened), ("Keep it", self._strip.hide), ("Remove it", partial(self._remove, opened.kept))
        )

    def look(self) -> None:
        """Find what can be brought back."""
        self._looking.submit(partial(practice_removing.removed, self._desk), self._offer, self._refuse)

    def bring_back(self, practice_id: str) -> None:
        """Bring a practice back."""
        if self._row.ask_name():
            again = ("Bring it back", partial(self.bring_back, practice_id))
            self._strip.tell(NEEDED, again, ("Close", self._strip.hide))
            return
        work = partial(_bring_back, self._desk, practice_id, self._row.name)
        self._writing.submit(work, self._show_brought_back, self._refuse)

    def stop(self) -> None:
        """End all work; a change that has begun ends by itself."""
        for each in (self._looking, self._writing):
            each.close()

    def _remove(self, kept: Kept) -> None:
        if self._row.ask_name():
            self._strip.tell(NEEDED, ("Keep it", self._strip.hide), ("Remove it", partial(self._remove, kept)))
            return
        work = partial(_remove, self._desk, kept, self._row.name)
        self._writing.submit(work, partial(self._show_removed, kept.id), self._refuse)

    def _show_removed(self, practice_id: str, label: str) -> None:
        bring_back = ("Bring it back", partial(self.bring_back, practice_id))
        self._strip.tell(f"{label} is removed. {STAYS}", bring_back, ("Close", self._strip.hide))
        self.changed.emit("")

    def _show_brought_back(self, kept: Kept) -> None:
        self._strip.tell(f"{kept.practice.publisher} is back.")
        self.changed.emit(kept.id)

    def _offer(self, those: tuple[Removed, ...]) -> None:
        if those:
            self._chooser.offer_back(those)
        else:
            self._strip.tell(NONE)

    def _refuse(self, error: LeafletError) -> None:
        if isinstance(error, EditedMeanwhile):
            self._strip.tell(LOOK_AGAIN, ("Show it", self.look_asked.emit), ("Close", self._strip.hide))
        else:
            self._strip.tell(str(error))


def _asked(opened: Opened) -> str:
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
