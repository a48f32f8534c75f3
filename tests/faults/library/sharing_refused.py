"""A disk, here or on the share, that refuses the N-th thing asked of it during a sync, for every N."""

import errno
import shutil
import tempfile
from contextlib import nullcontext
from pathlib import Path

from leaflet_app.domain.errors import SharingStopped, StoreUnusable
from leaflet_app.library.store.folder_remote import FolderRemote
from leaflet_app.library.store.recovery import recover
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.sharing import Synced, sync
from leaflet_app.library.store.ways import remote_of
from tests.faults.library.outcome import Outcome
from tests.faults.library.refused import AT, ERRORS, Refusing
from tests.faults.library.soundness import faults_of

PROGRAM = "Clinic Leaflets"
OURS, THEIRS = "topics/a/en-GB.md", "topics/b/en-GB.md"
BEFORE = {OURS: b"old", THEIRS: b"old"}
AFTER = {OURS: b"ours", THEIRS: b"theirs"}


def run(_times: int = 0) -> Outcome:
    """Refuse every N-th thing in every way."""
    outcome = Outcome("a disk refuses the N-th thing during a sync, once or from then on")
    for error in ERRORS:
        for is_lasting in (False, True):
            refuse_each(outcome, error, is_lasting=is_lasting, asks_git=True)
    outcome.said = "each time both sides sound, and in step after the next sync"
    return outcome


def refuse_each(outcome: Outcome, error: int, *, is_lasting: bool, asks_git: bool = False, step: int = 1) -> None:
    """Refuse the first, the second, the third thing, or every `step`-th, until a sync comes through."""
    with tempfile.TemporaryDirectory() as made:
        model = begun(Path(made) / "model")
        for number in range(1, 10**6, step):
            here = shutil.copytree(model, Path(made) / "here")
            refusing = Refusing(number, error, is_lasting=is_lasting)
            with refusing.in_place():
                told = shared(here)
            where = f"{errno.errorcode[error]} at {number}{' and on' if is_lasting else ''}"
            wrong = judged(here, is_done=told is None, asks_git=asks_git)
            outcome.wrong += [f"{where}: {each}" for each in wrong]
            shutil.rmtree(here)
            if not refusing.was_hit:
                return
            outcome.tried += 1


def begun(folder: Path) -> Path:
    """Let two desks begin with one library, and each change a text; one has shared its own."""
    share = folder / "share"
    share.mkdir(parents=True)
    FolderRemote(share).begin()
    for name, changes in (("theirs", {THEIRS: b"theirs"}), ("ours", {OURS: b"ours"})):
        with Store.create(folder / f"{name}.git") as store:
            store.save(BEFORE, PROGRAM, "Shipped", base="", at=AT)
            store.save(changes, name, "Change", base=store.head, at=AT)
            if name == "theirs":
                synced(store, share)
    for empty in (each for each in (share / "objects").iterdir() if not any(each.iterdir())):
        empty.rmdir()  # few to copy each time
    return folder


def synced(store: Store, share: Path) -> Synced:
    return sync(store, remote_of(str(share), None), nullcontext, PROGRAM, lambda _attempt: None)


def shared(folder: Path) -> Exception | None:
    """Share, and return what was told instead."""
    try:
        with Store.open(folder / "ours.git") as store:
            synced(store, folder / "share")
    except (SharingStopped, StoreUnusable) as told:
        return told
    return None


def judged(folder: Path, *, is_done: bool, asks_git: bool) -> list[str]:
    """Say what is wrong, and whether the next sync brings both sides into step."""
    ours, share = folder / "ours.git", folder / "share"
    wrong = [] if texts(ours) in ({**BEFORE, OURS: b"ours"}, AFTER) else [f"a mix: {texts(ours)}"]
    wrong += ["acknowledged, and not shared"] if is_done and texts(share) != AFTER else []
    recover(ours)
    (share / "refs/heads/main.lock").unlink(missing_ok=True)
    told = shared(folder)
    wrong += [f"the next sync: {told}"] if told else []
    wrong += ["not in step"] if (texts(ours), texts(share)) != (AFTER, AFTER) else []
    return wrong + ([*faults_of(ours, []), *faults_of(share, [])] if asks_git else [])


def texts(folder: Path) -> dict[str, bytes]:
    """Return the texts of the newest version."""
    with Store.open(folder) as store:
        return {file: store.content(identity) for file, identity in store.ids(store.head).items()}
