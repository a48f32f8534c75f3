"""Several people who change one text at the same time: no change of any of them is overwritten."""

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from leaflet_app.domain.errors import EditedMeanwhile
from leaflet_app.library.store.repository import Store
from tests.faults.library.outcome import Outcome
from tests.faults.library.soundness import faults_of

ROOT = Path(__file__).resolve().parents[3]
TEXT = "topics/insulinoma/en-GB.md"


def run(saves: int, people: int = 2) -> Outcome:
    """Let two people save so often each."""
    outcome = Outcome(f"{people} people, one text", tried=saves * people)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "library.git"
        with Store.create(folder) as store:
            store.save({TEXT: b""}, "Ann Lee", "Begin", base="", at=datetime.now(UTC))
        command = [sys.executable, "-m", "tests.faults.library.desks", str(folder), str(saves)]
        writers = [
            subprocess.Popen([*command, chr(ord("A") + number)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
            for number in range(people)
        ]
        met = sum(int(writer.communicate()[0]) for writer in writers)
        outcome.wrong += [f"a person ended with {writer.returncode}" for writer in writers if writer.returncode]
        with Store.open(folder) as store:
            lines = store.content(store.ids(store.head)[TEXT]).decode().splitlines()
        wanted = {f"{chr(ord('A') + number)}{save}" for number in range(people) for save in range(saves)}
        outcome.wrong += [f"{line} is lost" for line in wanted - set(lines)]
        outcome.wrong += ["a line stands there twice"] if len(lines) != len(set(lines)) else []
        outcome.wrong += faults_of(folder, [])
    outcome.said = f"{len(lines)} changes kept, {met} times told that another was first"
    return outcome


def add_lines(folder: Path, saves: int, name: str) -> int:
    """Add so many lines to the text, each on top of what stands there; return how often another was first."""
    met = 0
    with Store.open(folder) as store:
        for number in range(saves):
            while True:
                base = store.head
                text = store.content(store.ids(base)[TEXT]) + f"{name}{number}\n".encode()
                try:
                    store.save({TEXT: text}, name, f"Add {number}", base=base, at=datetime.now(UTC))
                except EditedMeanwhile:
                    met += 1
                else:
                    break
    return met


if __name__ == "__main__":
    print(add_lines(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))  # noqa: T201
