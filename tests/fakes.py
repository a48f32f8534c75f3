"""Stand-ins for the tools of a desk: they answer at once and remember what they were asked."""

import hashlib
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from typing import BinaryIO

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.errors import CannotPrint, MissingGlyph, NoKeyring
from leaflet_app.domain.leaflet import Leaflet, Place, Rendered
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Look
from leaflet_app.domain.printing import JobStanding, JobState, PrintChoices, Printer, PrintJob
from leaflet_app.services.desk import Desk
from tests.builders import MADE_ON, SHIPPED_FILES, a_library

EDITION = "0" * 64


class FakeRender:
    """Renders in no time: `pages` pages, with the leaflet's headings standing evenly over them."""

    def __init__(self, pages: int = 2) -> None:
        self.pages = pages
        self.asked: list[tuple[Leaflet, Look]] = []

    def __call__(self, leaflet: Leaflet, look: Look) -> Rendered:
        self.asked.append((leaflet, look))
        anchors = [heading.anchor for heading in headings(leaflet.blocks)]
        step = self.pages / max(len(anchors), 1)
        places = tuple(
            Place(anchor, 1 + int(n * step), 20.0 + n * step % 1 * 257, n * step) for n, anchor in enumerate(anchors)
        )
        return Rendered(f"%PDF-fake {leaflet.title}".encode(), self.pages, places, self.pages, 14.0)


class FailingRender:
    """Fails with the given fault, whatever it is asked."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault

    def __call__(self, leaflet: Leaflet, look: Look) -> Rendered:
        raise self._fault


class FakeMaster:
    """Copies in no time: a copy is its line and its ID. Signs no font of the world has are refused."""

    pages = 2

    def __init__(self, leaflet: Leaflet, look: Look) -> None:
        self.leaflet, self.look = leaflet, look

    def copy_id(self, line: str) -> bytes:
        return hashlib.sha256(f"{self.leaflet.title} {line}".encode()).hexdigest()[:32].encode()

    def copy(self, line: str) -> bytes:
        if "漢" in line:
            raise MissingGlyph("漢", line)
        return b"%PDF-fake " + line.encode() + b" /ID[<" + self.copy_id(line) + b">]\n%%EOF\n"


class FakeOneFile:
    """Writes the line of each copy below the last."""

    def __init__(self, file: BinaryIO, master: FakeMaster) -> None:
        self.file, self.master = file, master

    def add(self, line: str, label: str) -> None:
        self.master.copy(line)
        self.file.write(f"{label}: {line}\n".encode())

    def close(self) -> None:
        self.file.write(b"%%EOF\n")


class FakePrinting:
    """Two printers that finish a job the second time they are asked about it."""

    takes_choices = True

    def __init__(self, *printers: Printer) -> None:
        front = Printer("front-desk", "Front desk", is_default=True, is_two_sided=True, papers=("A4", "A5"))
        colour = Printer("colour", "Colour printer in the office", is_colour=True, papers=("A4",))
        self.known = printers or (front, colour)
        self.sent: list[tuple[bytes, str, PrintChoices]] = []
        self.cancelled: list[PrintJob] = []
        self._asked: dict[PrintJob, int] = {}

    def printers(self) -> tuple[Printer, ...]:
        return self.known

    def send(self, pdf: bytes, title: str, choices: PrintChoices) -> PrintJob:
        name = choices.printer or self.known[0].name
        if name not in {each.name for each in self.known}:
            raise CannotPrint(f"there is no printer called “{name}”", "Choose another printer.")
        self.sent.append((pdf, title, choices))
        return PrintJob(name, str(len(self.sent)))

    def standing(self, job: PrintJob) -> JobStanding:
        if job in self.cancelled:
            return JobStanding(JobState.CANCELLED)
        self._asked[job] = self._asked.get(job, 0) + 1
        return JobStanding(JobState.PRINTING if self._asked[job] == 1 else JobState.DONE)

    def cancel(self, job: PrintJob) -> None:
        self.cancelled.append(job)


class FakeSecrets:
    """A keyring in memory."""

    def __init__(self, **kept: str) -> None:
        self.kept = kept

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def keep(self, name: str, secret: str) -> None:
        self.kept[name] = secret

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


class NoSecrets:
    """The keyring of a computer that has none."""

    def read(self, name: str) -> str | None:
        raise NoKeyring

    def keep(self, name: str, secret: str) -> None:
        raise NoKeyring

    def forget(self, name: str) -> None:
        raise NoKeyring


class FakePrograms:
    """A mail program that remembers the drafts it was shown; `has_mail` tells whether there is one."""

    def __init__(self, *, has_mail: bool = True) -> None:
        self.has_mail = has_mail
        self.drafts: list[tuple[Path, str, str, str, Path]] = []
        self.revealed: list[Path] = []

    def open_draft(self, draft: Path, address: str, subject: str, text: str, attachment: Path) -> bool:
        self.drafts.append((draft, address, subject, text, attachment))
        return self.has_mail

    def reveal(self, file: Path) -> None:
        self.revealed.append(file)


class FakeFinder:
    """Finds the topics whose title holds the text."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        found = (each.id for each in self._library.topics.values() if text.casefold() in each.title.casefold())
        return tuple(found)[:limit]


@dataclass
class FakeTools:
    """The tools of a computer with one printer, an open keyring and a mail program."""

    printing: FakePrinting = field(default_factory=FakePrinting)
    secrets: FakeSecrets = field(default_factory=FakeSecrets)
    programs: FakePrograms = field(default_factory=FakePrograms)


def a_desk(library: Library | None = None, render=None, home: Path | None = None, tools=None) -> Desk:
    """Return a desk on MADE_ON with fake tools; it writes into the test's own folder."""
    kept = library or a_library()
    place = home or Path(os.environ.get("LEAFLET_APP_HOME", "unused-home"))
    return Desk(
        library=kept,
        finder=FakeFinder(kept),
        render=render or FakeRender(),
        home=place,
        today=lambda: MADE_ON,
        master_of=FakeMaster,
        begin_file=FakeOneFile,
        edition=EDITION,
        files=SHIPPED_FILES,
        now=lambda: datetime.combine(MADE_ON, time(9, 30), tzinfo=UTC),
        tools=tools or FakeTools(),
        policy=place / "policy.toml",
    )
