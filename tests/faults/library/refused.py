"""A disk that refuses the N-th thing asked of it, for every N: the library is as before or as after, and goes on."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.library.store.recovery import recover
from leaflet_app.library.store.repository import Store
from tests.faults.library.outcome import Outcome
from tests.faults.library.soundness import faults_of

ONE, OTHER = "topics/a/en-GB.md", "shared/b/de.md"
OLD, NEW, NEXT = (dict.fromkeys((ONE, OTHER), word.encode()) for word in ("old", "new", "next"))
MANY = {f"topics/t{number}/en-GB.md": f"new {number}".encode() for number in range(40)}
AT = datetime(2026, 11, 22, tzinfo=UTC)

ERRORS = (errno.ENOSPC, errno.EROFS, errno.EIO)
ASKED = ("open", "write", "fsync", "replace", "rename", "mkdir", "unlink")
"""All that a save asks of the system which changes a file or a folder; test_refused.py proves it."""

ALWAYS_POSSIBLE = {errno.ENOSPC: {"unlink"}}
"""A full disk lets go of files."""


class Refusing:
    """Counts what is asked of the disk and refuses it from the N-th time on, or that once."""

    def __init__(self, at: int, error: int, *, is_lasting: bool) -> None:
        self.asked = 0
        self._at, self._error, self._is_lasting = at, error, is_lasting

    @property
    def was_hit(self) -> bool:
        """Tell whether it came to the N-th time."""
        return self.asked >= self._at

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Stand between the program and the disk."""
        with mock.patch.multiple(os, **{name: self._wrapped(name) for name in ASKED}):
            yield

    def _wrapped(self, name: str):
        real = getattr(os, name)

        def asked(*given, **named):
            if name == "open" and not given[1] & (os.O_WRONLY | os.O_RDWR):
                return real(*given, **named)
            self.asked += 1
            is_refused = self.asked >= self._at if self._is_lasting else self.asked == self._at
            if is_refused and name not in ALWAYS_POSSIBLE.get(self._error, ()):
                if name == "write":
                    real(given[0], bytes(given[1])[: len(given[1]) // 2])
                raise OSError(self._error, os.strerror(self._error))
            return real(*given, **named)

        return asked


def run(_times: int = 0) -> Outcome:
    """Refuse every N-th thing in every way, small saves and large; then the same by the system itself."""
    outcome = Outcome("the disk refuses the N-th thing, once or from then on")
    hit = Hits()
    for changes in (NEW, NEW | MANY):
        for error in ERRORS:
            for is_lasting in (False, True):
                refuse_each(outcome, hit, changes, error, is_lasting=is_lasting, asks_git=True)
    by_system = refuse_by_strace(outcome, hit)
    outcome.said = (
        f"{hit.old} times the old library, {hit.new} times the new; {by_system} of them refused by the kernel"
    )
    return outcome


class Hits:
    """How often the library was the old one, how often the new."""

    old = new = 0


def refuse_each(
    outcome: Outcome,
    hit: Hits,
    changes: dict[str, bytes],
    error: int,
    *,
    is_lasting: bool,
    asks_git: bool = False,
) -> None:
    """Refuse the first, the second, the third thing, until a save comes through."""
    with tempfile.TemporaryDirectory() as made:
        model = begun(Path(made) / "model.git")
        folder = Path(made) / "library.git"
        for number in range(1, 10**6):
            shutil.copytree(model, folder)
            refusing = Refusing(number, error, is_lasting=is_lasting)
            said = ""
            with Store.open(folder) as store, refusing.in_place():
                try:
                    store.save(changes, "Ann Lee", "Change", base=store.head, at=AT)
                except StoreUnusable as fault:
                    said = fault.message
            if is_lasting:
                recover(folder)
            where = f"{errno.errorcode[error]} at {number}{' and on' if is_lasting else ''}"
            outcome.wrong += [f"{where}: {wrong}" for wrong in judged(folder, changes, hit, was_refused=bool(said))]
            outcome.wrong += faults_of(folder, []) if asks_git else []
            shutil.rmtree(folder)
            if not refusing.was_hit:
                return
            outcome.tried += 1


def begun(folder: Path) -> Path:
    """Make a store with the old texts."""
    with Store.create(folder) as store:
        store.save(OLD, "Ann Lee", "Begin", base="", at=AT)
    return folder


def judged(folder: Path, changes: dict[str, bytes], hit: Hits, *, was_refused: bool) -> list[str]:
    """Say what is wrong with a library after a save, and whether the next one works."""
    with Store.open(folder) as store:
        there = {file: store.content(identity) for file, identity in store.ids(store.head).items()}
        is_old, is_new = there == OLD, there == OLD | changes
        hit.old, hit.new = hit.old + is_old, hit.new + is_new
        wrong = [] if is_old or is_new else ["a mix"]
        wrong += [] if was_refused or is_new else ["acknowledged, and not there"]
        try:
            store.save(NEXT, "Ann Lee", "Go on", base=store.head, at=AT)
        except StoreUnusable as fault:
            wrong.append(f"the next save: {fault}")
    return wrong


def refuse_by_strace(outcome: Outcome, hit: Hits) -> int:
    """Let the system itself refuse, by strace; return how often it did, nought where there is none."""
    if shutil.which("strace") is None:
        return 0
    times = 0
    for call in ("write", "fsync", "rename", "mkdir", "unlink"):
        for error in ("ENOSPC", "EROFS", "EIO"):
            for number in range(1, 10**6):
                with tempfile.TemporaryDirectory() as made:
                    folder = begun(Path(made) / "library.git")
                    trace = Path(made) / "trace"
                    code = saved_under_strace(folder, trace, f"inject={call}:error={error}:when={number}")
                    if "(INJECTED)" not in trace.read_text():
                        break
                    times, outcome.tried = times + 1, outcome.tried + 1
                    where = f"{error} at {call} {number} by the kernel"
                    wrong = judged(folder, NEW, hit, was_refused=code == REFUSED)
                    outcome.wrong += [f"{where}: {each}" for each in [*wrong, *faults_of(folder, [])]]
                    if code not in (0, REFUSED):
                        outcome.wrong.append(f"{where}: the program ended with {code}")
    return times


REFUSED = 3
SAVE = f"""
import sys
from pathlib import Path
from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.library.store.repository import Store
from tests.faults.library.refused import AT, NEW
try:
    with Store.open(Path(sys.argv[1])) as store:
        store.save(NEW, "Ann Lee", "Change", base=store.head, at=AT)
except StoreUnusable:
    sys.exit({REFUSED})
"""


def saved_under_strace(folder: Path, trace: Path, *asked: str) -> int:
    """Save in a program of its own that strace watches; return how it ended."""
    watched = [word for each in asked for word in ("-e", each)]
    command = ["strace", "-f", "-y", "-o", str(trace), *watched, sys.executable, "-B", "-c", SAVE, str(folder)]
    return subprocess.run(command, check=False, cwd=Path(__file__).resolve().parents[3]).returncode
