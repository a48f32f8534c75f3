"""Desks that share while they are killed, while others do, and while they all change one text: nothing is lost."""

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from leaflet_app.library.store.folder_remote import FolderRemote
from leaflet_app.library.store.repository import Store
from tests.faults.certificates import make_certificates
from tests.faults.library import sharing_refused
from tests.faults.library.outcome import Outcome
from tests.faults.library.sharing_desk import PROGRAM, TEXT
from tests.faults.library.soundness import git
from tests.library.store.git_hosts import HttpsHost, bare

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = {TEXT: b"Insulinoma, as shipped.\n"}
LONGEST = 0.3
"""Seconds until a desk is killed: it saves and shares several times."""


class Sharing:
    """A share and the desks that use it, each a program of its own."""

    def __init__(self, folder: Path, address: str, share: Path, names: str) -> None:
        self.share = share
        self.kept: list[str] = []
        self.told = self.shared = self.unlocked = 0
        self.stopped: list[str] = []
        self._folders = {name: folder / f"{name}.git" for name in names}
        self._desks: dict[str, subprocess.Popen[bytes]] = {}
        self._open = ExitStack()
        self._address = address

    def __enter__(self):
        for name, folder in self._folders.items():
            with Store.create(folder) as store:
                store.save(SHIPPED, PROGRAM, "Shipped", base="", at=datetime.now(UTC))
            command = [sys.executable, "-m", "tests.faults.library.sharing_desk", folder, self._address, name]
            desk = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
            self._desks[name] = self._open.enter_context(desk)
            self._open.callback(desk.kill)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def begin(self, name: str, what: str, count: int = 0) -> int:
        """Let a desk begin; return the number of its program."""
        self._desks[name].stdin.write(f"{what} {count}\n".encode())
        return int(self._line(name).split()[1])

    def listen(self, name: str) -> int:
        """Hear what a desk says until it has ended; return how."""
        while True:
            said, _, about = self._line(name).partition(" ")
            match said:
                case "kept":
                    self.kept.append(about)
                case "shared":
                    self.shared += 1
                case "told":
                    self.told += 1
                case "stopped":
                    self.stopped.append(about)
                case "ended":
                    return int(about)

    def do(self, name: str, what: str, count: int = 0) -> list[str]:
        """Let a desk do something to its end; return what went wrong."""
        self.begin(name, what, count)
        code = self.listen(name)
        return [f"{name} ended with {code}"] if code else []

    def unlock(self) -> None:
        """Remove a lock that a killed desk has left, as a person may after ten minutes."""
        lock = self.share / "refs/heads/main.lock"
        if lock.exists():
            self.unlocked += 1
            lock.unlink()

    def judged(self) -> list[str]:
        """Return what is wrong in the end: on the share, at each desk, and with each text that was acknowledged."""
        folders = (self.share, *self._folders.values())
        wrong = [f"{folder.stem}: {told}" for folder in folders for told in unsound(folder)]
        heads = {git(folder, "rev-parse", "main").stdout for folder in folders}
        merged = git(self.share, "rev-list", "--min-parents=2", "main").stdout
        there = set(git(self.share, "rev-list", "--objects", "--no-object-names", "main").stdout.split())
        wrong += ["the desks are not in step"] if len(heads) > 1 else []
        wrong += ["the history is not one line"] if merged else []
        return wrong + [f"{each} was acknowledged and is lost" for each in self.kept if each not in there]

    def commits(self) -> int:
        """Return how many commits are shared."""
        return int(git(self.share, "rev-list", "--count", "main").stdout)

    def _line(self, name: str) -> str:
        said = b""
        while not said.endswith(b"\n"):
            letter = self._desks[name].stdout.read(1)
            assert letter, f"{name} has gone"
            said += letter
        return said.decode().strip()


def unsound(folder: Path) -> list[str]:
    """Return what Git finds wrong."""
    told = git(folder, "fsck", "--strict", "--full", "--no-dangling")
    return [f"git fsck: {told.stderr or told.stdout}"] if told.returncode or "error" in told.stderr else []


@contextmanager
def over_folder(names: str) -> Iterator[Sharing]:
    """Share through a folder."""
    with tempfile.TemporaryDirectory() as made:
        share = Path(made) / "share"
        share.mkdir()
        FolderRemote(share).begin()
        with Sharing(Path(made), str(share), share, names) as sharing:
            yield sharing


@contextmanager
def over_https(names: str) -> Iterator[Sharing]:
    """Share through git http-backend behind TLS."""
    with tempfile.TemporaryDirectory() as made:
        share = bare(Path(made) / "share.git")
        certificates = make_certificates(Path(made))
        os.environ["SSL_CERT_FILE"] = str(certificates.authority)
        with (
            HttpsHost(Path(made), certificates.good.for_server()) as host,
            Sharing(Path(made), host.address("share.git"), share, names) as sharing,
        ):
            yield sharing
        del os.environ["SSL_CERT_FILE"]


def kills(times: int, over=over_folder, seed: int = 1) -> Outcome:
    """Kill a desk again and again while it saves and shares, as another desk shares too."""
    chance = random.Random(seed)  # noqa: S311  (the same moments for the same seed, as far as the machine allows)
    outcome = Outcome("kill −9 while saving and sharing")
    with over("AB") as sharing:
        while outcome.tried < times:
            child = sharing.begin("A", "on")
            select.select([], [], [], chance.uniform(0.005, LONGEST))
            os.kill(child, signal.SIGKILL)
            ended = sharing.listen("A")
            outcome.wrong += [f"the desk ended by itself: {ended}"] if ended != -signal.SIGKILL else []
            outcome.wrong += [*unsound(sharing.share), *unsound(sharing.share.with_name("A.git"))]
            outcome.tried += 1
            sharing.unlock()
            outcome.wrong += sharing.do("B", "own", 1)
        outcome.wrong += [*sharing.do("A", "own", 1), *sharing.do("B", "own", 1), *sharing.do("A", "share")]
        outcome.wrong += sharing.judged()
        outcome.wrong += ["a desk quarrelled with itself"] * sharing.told
        kept, unlocked = len(sharing.kept), sharing.unlocked
        outcome.said = f"{kept} saves acknowledged, {sharing.shared} syncs, {unlocked} locks left on the share"
        outcome.said += f", {lost(outcome)} lost"
    return outcome


def race(times: int, names: str = "AB", what: str = "own", over=over_folder) -> Outcome:
    """Let desks save and share at the same moment, so often in all."""
    place = "a folder" if over is over_folder else "git http-backend behind TLS"
    text = "one text" if what == "one" else "texts of their own"
    outcome = Outcome(f"{len(names)} desks share {text} through {place}", tried=times)
    with over(names) as sharing:
        for name in names:
            sharing.begin(name, what, times // len(names))
        outcome.wrong += [f"{name} ended with {code}" for name in names if (code := sharing.listen(name))]
        for name in names * 2:
            outcome.wrong += sharing.do(name, "share")
        outcome.wrong += sharing.judged()
        outcome.wrong += [f"{told} quarrels over nothing" for told in [sharing.told] if told and what != "one"]
        stops = f", {len(sharing.stopped)} times told that the share is busy" if sharing.stopped else ""
        chosen = f", {sharing.told} times told that both changed it" if what == "one" else ""
        outcome.said = f"{len(sharing.kept)} saves acknowledged, {sharing.commits()} commits shared{chosen}{stops}"
        outcome.said += f", {lost(outcome)} lost"
    return outcome


def lost(outcome: Outcome) -> int:
    """Return how many acknowledged texts are nowhere in the shared history."""
    return sum(each.endswith("is lost") for each in outcome.wrong)


RUNS = {
    "sharing-refused": (sharing_refused.run, 0),
    "sharing-kills": (kills, 250),
    "sharing-folder-2": (race, 500),
    "sharing-folder-4": (partial(race, names="ABCD"), 500),
    "sharing-https-2": (partial(race, over=over_https), 500),
    "sharing-https-4": (partial(race, names="ABCD", over=over_https), 500),
    "sharing-one-text": (partial(race, what="one"), 1000),
}
"""What `python -m tests.faults.library sharing` does, and how often."""
