"""A desk that is killed again and again while it saves: what it acknowledged is there, and Git finds nothing wrong."""

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from leaflet_app.library.store.recovery import recover
from leaflet_app.library.store.repository import Store
from tests.faults.library.outcome import Outcome
from tests.faults.library.soundness import faults_of

ROOT = Path(__file__).resolve().parents[3]
A_STORE = 25
"""So many kills for each store: Git reads all of it each time."""

LONGEST = 0.4
KILLED = -signal.SIGKILL


def run(kills: int, seed: int = 1) -> Outcome:
    """Kill as often as that."""
    chance = random.Random(seed)  # noqa: S311  (the same moments for the same seed, as far as the machine allows)
    outcome = Outcome("kill −9 while saving")
    kept = left = 0
    while outcome.tried < kills:
        with tempfile.TemporaryDirectory() as folder, Killed(Path(folder) / "library.git") as desk:
            for _ in range(min(A_STORE, kills - outcome.tried)):
                outcome.wrong += desk.kill_after(chance.uniform(0.005, LONGEST))
                outcome.tried += 1
            outcome.wrong += desk.lost()
            kept, left = kept + len(desk.kept), left + desk.removed
    outcome.said = f"{kept} saves acknowledged, {left} locks left behind and removed"
    return outcome


class Killed:
    """A store, and a desk that saves into it until it is killed."""

    def __init__(self, folder: Path) -> None:
        self.kept: list[str] = []
        self.removed = 0
        self._folder = folder
        self._open = ExitStack()

    def __enter__(self):
        Store.create(self._folder).__exit__()
        command = [sys.executable, "-m", "tests.faults.library.saver", str(self._folder)]
        self._desk = self._open.enter_context(
            subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        )
        self._open.callback(self._desk.kill)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def kill_after(self, seconds: float) -> list[str]:
        """Let it save for a while, kill it, and return what is wrong then."""
        self._desk.stdin.write(b"begin\n")
        child = int(self._line().split()[1])
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
        while (line := self._line()).startswith("kept"):
            self.kept.append(line.split()[1])
        assert line == f"ended {KILLED}", f"the desk ended by itself: {line}"
        self.removed += recover(self._folder)
        return faults_of(self._folder, self.kept[-1:])

    def lost(self) -> list[str]:
        """Return what was acknowledged and is not there."""
        with Store.open(self._folder) as store:
            there = {version.commit for version in store.versions(most=10**9)}
        return [f"{commit} was acknowledged and is lost" for commit in self.kept if commit not in there]

    def _line(self) -> str:
        """Return what the desk says next; it says whole lines."""
        said = b""
        while not said.endswith(b"\n"):
            letter = self._desk.stdout.read(1)
            assert letter, "the desk has gone"
            said += letter
        return said.decode().strip()
