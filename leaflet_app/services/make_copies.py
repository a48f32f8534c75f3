"""Make a copy of a leaflet for each person of a list."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from leaflet_app.delivery.copy_files import CopyFolder
from leaflet_app.delivery.recipients_csv import RecipientsFile
from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.addressing import for_person
from leaflet_app.domain.copies import Master, Tally
from leaflet_app.domain.days import DayOrder
from leaflet_app.domain.errors import CopiesStopped
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Recipient, Selection
from leaflet_app.domain.wording import Wording
from leaflet_app.services.copy_batch import Batch, Copied, Job, copy_batch, packed
from leaflet_app.services.crews import Crew

A_BATCH = 64
BATCHES_A_WORKER = 3
"""So many batches wait for each worker that none is ever idle, and no more: a list may be long."""

ANYONE = Recipient("·")

Waiting = deque[Future[list[Copied]]]


def open_list(path: Path, order: DayOrder | None = None) -> RecipientsFile:
    """Look through a list of people. Raises ListUnreadable."""
    return RecipientsFile(path, order)


def leaflet_for_anyone(library: Library, selection: Selection) -> Leaflet:
    """Return the leaflet that each person gets with a line of their own. Raises as compose does."""
    return compose(library, replace(selection, recipient=ANYONE))


def copy_folder(folder: Path, leaflet: Leaflet) -> CopyFolder:
    """Return the folder for the copies of a leaflet."""
    return CopyFolder(folder, leaflet.code)


class Copying:
    """One list of people on its way to copies in a folder; `told` hears of the tally after every batch."""

    def __init__(
        self, people: RecipientsFile, wording: Wording, folder: CopyFolder, told: Callable[[Tally], None]
    ) -> None:
        self._people, self._wording, self._folder, self._told = people, wording, folder, told
        self._ours = bytearray(people.lines + 1)
        self.tally = Tally()

    def make(self, master: Master, crew: Crew) -> Tally:
        """Make the copies. After Ctrl+C the batches that have begun are finished. Raises CannotSave, CopiesStopped."""
        self._folder.open()
        waiting: Waiting = deque()
        try:
            self._hand_out(master, crew, waiting)
        except KeyboardInterrupt:
            self.tally.is_stopped = True
            with suppress(*crew.losses):
                for future in waiting:
                    if not future.cancel():
                        self._note(future.result())
        except crew.losses as lost:
            raise CopiesStopped("a worker was lost") from lost
        finally:
            for future in waiting:
                future.cancel()
        self._folder.settle()
        if not self.tally.is_stopped:
            self.tally.strays = sum(not self._is_ours(line) for line in self._folder.lines())
        return self.tally

    def _hand_out(self, master: Master, crew: Crew, waiting: Waiting) -> None:
        job = packed(Job(master, self._folder if crew.has_our_disk else None))
        lines = self._lines(master, crew)
        while batch := tuple(islice(lines, A_BATCH)):
            waiting.append(crew.executor.submit(copy_batch, job, Batch(batch)))
            if len(waiting) >= crew.workers * BATCHES_A_WORKER:
                self._take_first(waiting)
        while waiting:
            self._take_first(waiting)

    def _lines(self, master: Master, crew: Crew) -> Iterator[tuple[int, str]]:
        """Yield what each person's copy says, by the line of the row; workers with our disk see what is there."""
        for row in self._people.rows():
            if isinstance(row, Fault):
                self.tally.refuse(row)
                continue
            said = for_person(row.recipient, self._wording)
            self._ours[row.line] = True
            if crew.has_our_disk or not self._folder.holds(row.line, master.copy_id(said)):
                yield row.line, said
            else:
                self.tally.kept += 1

    def _take_first(self, waiting: Waiting) -> None:
        copied = waiting[0].result()
        waiting.popleft()
        self._note(copied)
        self._told(self.tally)

    def _note(self, copied: list[Copied]) -> None:
        for line, is_kept, pdf, why, remedy in copied:
            if why:
                self.tally.refuse(Fault(self._people.name, line, why, remedy))
                self._ours[line] = False
                continue
            if pdf:
                self._folder.put(line, pdf)
            self.tally.kept += is_kept
            self.tally.made += not is_kept

    def _is_ours(self, line: int) -> bool:
        return line < len(self._ours) and bool(self._ours[line])
