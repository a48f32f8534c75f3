"""Real disks that are full, or may only be read: mounted for the purpose, so by root alone."""

import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.library.store.repository import Store
from tests.faults.library.outcome import Outcome
from tests.faults.library.refused import AT, NEW, Hits, begun, judged
from tests.faults.library.soundness import faults_of

SIZE = 512 * 1024


def may_mount() -> bool:
    """Tell whether this person may mount a disk."""
    try:
        with disk():
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def disk() -> Iterator[Path]:
    """Mount a small disk in memory."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", made], check=True, capture_output=True)  # noqa: S607
        try:
            yield Path(made)
        finally:
            subprocess.run(["umount", made], check=True)  # noqa: S607


def run(times: int, seed: int = 1) -> Outcome:
    """Fill so many disks to the brim, and let as many be read only."""
    outcome = Outcome("a full disk, and one that may only be read")
    if not may_mount():
        outcome.said = "not tried: only root may mount a disk"
        return outcome
    chance, hit = random.Random(seed), Hits()  # noqa: S311
    for _ in range(times):
        with disk() as made:
            outcome.wrong += filled(made, chance.randrange(40) * 1024, hit)
        with disk() as made:
            outcome.wrong += read_only(made, hit)
        outcome.tried += 2
    outcome.said = f"{hit.old} times the old library, {hit.new} times the new"
    return outcome


def filled(made: Path, left: int, hit: Hits) -> list[str]:
    """Fill a disk but for a little, and save; make room, and save again."""
    folder, ballast = begun(made / "library.git"), made / "ballast"
    with ballast.open("wb") as file:
        room = os.statvfs(made)
        file.write(b"\0" * max(0, room.f_bavail * room.f_frsize - left))
    refused = _is_refused(folder)
    was = faults_of(folder, [])
    ballast.unlink()
    return was + judged(folder, NEW, hit, was_refused=refused)


def read_only(made: Path, hit: Hits) -> list[str]:
    """Make a disk one that may only be read, and save; let it be written to, and save again."""
    folder = begun(made / "library.git")
    subprocess.run(["mount", "-o", "remount,ro", str(made)], check=True)  # noqa: S607
    refused = _is_refused(folder)
    was = faults_of(folder, []) + ([] if refused else ["a save was taken that nothing could keep"])
    subprocess.run(["mount", "-o", "remount,rw", str(made)], check=True)  # noqa: S607
    return was + judged(folder, NEW, hit, was_refused=refused)


def _is_refused(folder: Path) -> bool:
    with Store.open(folder) as store:
        try:
            store.save(NEW, "Ann Lee", "Change", base=store.head, at=AT)
        except StoreUnusable:
            return True
    return False
