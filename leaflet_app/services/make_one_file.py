"""Put the copies for all people of a list into one file, for a print shop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leaflet_app.delivery.recipients_csv import RecipientsFile
from leaflet_app.delivery.save import written_whole
from leaflet_app.domain.compose.addressing import for_person
from leaflet_app.domain.copies import BeginFile, Master, OneFile, Tally
from leaflet_app.domain.errors import LeafletError, TooManyCopies
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.recipients import Row
from leaflet_app.domain.wording import Wording
from leaflet_app.services.copy_batch import refusal


class _NoCopy(Exception):
    """No row of the list can be printed, so there is no file."""


def one_file(folder: Path, leaflet: Leaflet) -> Path:
    """Return the file for all copies of a leaflet."""
    return folder / f"leaflet-{leaflet.code}-all.pdf"


class Binding:
    """One list of people on its way into one file; `told` hears of the tally after every row."""

    def __init__(
        self, people: RecipientsFile, wording: Wording, begin: BeginFile, told: Callable[[Tally], None]
    ) -> None:
        self._people, self._wording, self._begin, self._told = people, wording, begin, told
        self.tally = Tally()

    def make(self, master: Master, path: Path) -> Tally:
        """Write the file whole; Ctrl+C leaves what was there before. Raises CannotSave, TooManyCopies."""
        try:
            with written_whole(path, makes_folder=True) as file:
                self._add_all(self._begin(file, master))
        except _NoCopy:
            pass
        except KeyboardInterrupt:
            self.tally.made, self.tally.is_stopped = 0, True
        return self.tally

    def _add_all(self, bound: OneFile) -> None:
        for row in self._people.rows():
            if isinstance(row, Fault):
                self.tally.refuse(row)
            else:
                self._add(bound, row)
            self._told(self.tally)
        if not self.tally.made:
            raise _NoCopy
        bound.close()

    def _add(self, bound: OneFile, row: Row) -> None:
        try:
            bound.add(for_person(row.recipient, self._wording), f"Line {row.line}")
        except TooManyCopies:
            raise
        except LeafletError as fault:
            self.tally.refuse(Fault(self._people.name, row.line, *refusal(fault)))
        else:
            self.tally.made += 1
