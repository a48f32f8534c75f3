"""A desk that saves and shares: `python -m tests.faults.library.sharing_desk STORE ADDRESS NAME`.

For each line `WHAT COUNT` on its input it makes a child that does so until it has done enough or is killed. It says
`kept ID` for each text that was acknowledged, `shared` for each sync, `told` where a person had to choose.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from leaflet_app.delivery.turn import turn
from leaflet_app.domain.errors import EditedMeanwhile, SharingStopped
from leaflet_app.library.files import content_id
from leaflet_app.library.store.disagreements import disagreements, settle
from leaflet_app.library.store.recovery import recover
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.sharing import sync
from leaflet_app.library.store.ways import remote_of

PROGRAM = "Clinic Leaflets"
TEXT = "topics/insulinoma/en-GB.md"
FEW = 3


def say(line: str) -> None:
    """Write one line at once, so that a kill leaves no half of it."""
    os.write(1, f"{line}\n".encode())


class Desk:
    """What a desk of a practice does, from one end of a day to the other."""

    def __init__(self, folder: Path, address: str, name: str) -> None:
        self._folder, self._name = folder, name
        with self._turn():
            recover(folder)
        self._store = Store.open(folder)
        self._remote = remote_of(address, None)

    def save(self, file: str, content: str) -> None:
        """Keep a text, and say so once it was acknowledged."""
        with self._turn():
            head = self._store.head
            at = datetime.now(UTC)
            self._store.save({file: content.encode()}, self._name, "Change a text", base=head, at=at)
        say(f"kept {content_id(content.encode())}")

    def share(self) -> None:
        """Share, and choose where somebody has to: every change of one text stays in the history."""
        while True:
            try:
                sync(self._store, self._remote, self._turn, PROGRAM)
            except EditedMeanwhile:
                say("told")
                self._choose()
                continue
            except SharingStopped as fault:
                say(f"stopped {fault.message}")
                continue
            say("shared")
            return

    def own_texts(self, count: int) -> None:
        """Save texts that no other desk changes, and share after each."""
        for number in range(count):
            self.save(f"topics/{self._name}{number % 7}/en-GB.md", unlike(self._name, number))
            self.share()

    def on_and_on(self, _count: int) -> None:
        """Save and share until killed."""
        number = 0
        while True:
            for _ in range(FEW):
                number += 1
                self.save(f"topics/{self._name}{number % 7}/en-GB.md", unlike(self._name, number))
            self.share()

    def one_text(self, count: int) -> None:
        """Save one text again and again, as another desk does."""
        for number in range(count):
            self.save(TEXT, unlike(self._name, number))
            self.share()

    def only_share(self, _count: int) -> None:
        """Share what there is."""
        self.share()

    def _choose(self) -> None:
        seen = disagreements(self._store, PROGRAM)
        chosen = {each.file: unlike(self._name, os.getpid()).encode() for each in seen}
        step = (self._name, "Choose between two texts", datetime.now(UTC), PROGRAM)
        settle(self._store, self._turn, seen, chosen, step)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with turn(self._folder.with_suffix(".lock")):
            yield


def unlike(name: str, number: int) -> str:
    """Return a text like no other."""
    return f"{name} {number} {datetime.now(UTC).isoformat()} {os.urandom(8).hex()}\n" * 20


DOES = {"share": Desk.only_share, "own": Desk.own_texts, "on": Desk.on_and_on, "one": Desk.one_text}


def main() -> None:
    """Begin a child for each line; say its number, and later how it ended."""
    folder, address, name = sys.argv[1:]
    for asked in sys.stdin:
        what, count = asked.split()
        child = os.fork()
        if not child:
            DOES[what](Desk(Path(folder), address, name), int(count))
            os._exit(0)
        say(f"begun {child}")
        _, status = os.waitpid(child, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
