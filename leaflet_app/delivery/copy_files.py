"""The folder that copies are written to: a file of a neutral name for each row of the list."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from leaflet_app.delivery.save import told_of
from leaflet_app.domain.value import value

END_OF_FILE = b"%%EOF\n"
TAIL = 8_192
"""How many bytes from a file's end its ID must be found in: the cross-reference stream of a leaflet is far shorter."""

LEFT_BEHIND_SECONDS = 3_600
"""A half-written file older than this is of a run that was killed; a younger one may be another run's."""

_settle: Callable[[], None] = getattr(os, "sync", lambda: None)


@value
class CopyFolder:
    """Copies of one leaflet, each named by the leaflet's code and the line of its row.

    A copy is written beside its place and then put there, so a file of a copy's name is always whole. It is not forced
    to the disk one by one, which would take ten times as long: a copy that a power cut takes away is made again by the
    same command, and `settle` forces all of them there before anybody is told that they are made.
    """

    folder: Path
    code: str

    def open(self) -> None:
        """Make the folder where there is none, and clear away what runs that were killed left. Raises CannotSave."""
        with told_of(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            for part in self.folder.glob(f".leaflet-{self.code}-*.part"):
                with suppress(FileNotFoundError):  # another run that starts now clears it away as well
                    if time.time() - part.stat().st_mtime > LEFT_BEHIND_SECONDS:
                        part.unlink()

    def path(self, line: int) -> Path:
        """Return the file of a row."""
        return self.folder / f"leaflet-{self.code}-{line:06}.pdf"

    def holds(self, line: int, copy_id: bytes) -> bool:
        """Tell whether the file of a row is there, whole, and the copy of this ID."""
        try:
            with self.path(line).open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
                tail = file.read()
        except OSError:
            return False
        return tail.endswith(END_OF_FILE) and copy_id in tail

    def put(self, line: int, pdf: bytes) -> None:
        """Write the file of a row whole or not at all. Raises CannotSave."""
        path = self.path(line)
        with told_of(path):
            part, is_there = path.with_name(f".leaflet-{self.code}-{os.urandom(8).hex()}.part"), False
            try:
                with part.open("xb") as file:
                    file.write(pdf)
                os.replace(part, path)  # noqa: PTH105  (the name that says what it does to the old file)
                is_there = True
            finally:
                if not is_there:
                    part.unlink(missing_ok=True)

    def lines(self) -> Iterator[int]:
        """Yield the line of each copy of the leaflet that is in the folder."""
        named = re.compile(rf"leaflet-{re.escape(self.code)}-(\d{{6,}})\.pdf")
        with told_of(self.folder):
            names = os.listdir(self.folder)  # noqa: PTH208  (100,000 names are lighter than as many paths)
        return (int(found[1]) for found in map(named.fullmatch, names) if found)

    def settle(self) -> None:
        """Force all copies to the disk, where the system can."""
        _settle()
