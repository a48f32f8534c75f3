"""A library shared through a folder: a bare Git repository, written to with nobody's help."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dulwich.errors import FileFormatException, NotGitRepository
from dulwich.file import adjust_shared_perm
from dulwich.objects import ObjectID, ShaFile
from dulwich.repo import Repo, UnsupportedExtension, UnsupportedVersion, parse_shared_repository

from leaflet_app.domain.errors import NotReachable, SharingStopped, StoreDamaged
from leaflet_app.library.store.bringing import bring, missing
from leaflet_app.library.store.descent import commit_of
from leaflet_app.library.store.durable import sync_folder
from leaflet_app.library.store.faults import OWN_DAMAGED
from leaflet_app.library.store.faults import told as own_told
from leaflet_app.library.store.newest import MAIN, Busy, Newest
from leaflet_app.library.store.objects import DAMAGE, Outsized, SoundObjects
from leaflet_app.library.store.remote_faults import SHARED_DAMAGED, WAIT, disk_fault
from leaflet_app.library.store.remotes import Incomplete, Overtaken
from leaflet_app.library.store.shared_marks import SHARED

LEFT_OVER = timedelta(minutes=10)
"""A lock as old as this was left by a desk that was switched off: to share takes seconds."""

NO_LIBRARY = (
    "the folder holds no shared library",
    "Check the folder in Settings; where it is empty, begin to share there under Library, Sharing.",
)

OUTSIZED = (
    "a file in it is larger than any that a library has",
    "Ask who looks after it to take the newest change back: it was not made by Clinic Leaflets.",
)

_UNDER_WAY, _MADE = ".new", ".begun"
"""Where a library is being made, and where it lies once it is whole and only has to move to its place."""

_FOLDERS = [f"{number:02x}" for number in range(256)]


class SharedNewest(Newest):
    """The newest commit of the share. It keeps no list: a file of one person could not be written by the next."""

    def _note(self, line: bytes) -> None:
        """Keep no list."""


class FolderRemote:
    """The way to a shared folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fetch(self, repo: Repo) -> ObjectID | None:
        """Bring the newest shared version into a store and return it; None where nothing is shared yet."""
        with self._opened(has_shared=(Path(repo.path) / SHARED).exists()) as (shared, newest):
            theirs = _read(newest)
            found = missing(shared.object_store, _sound(repo), theirs, _known(repo)) if theirs else []
        with own_told():
            bring(found, _sound(repo))
        return theirs

    def push(self, repo: Repo, theirs: ObjectID | None, ours: ObjectID) -> None:
        """Make ours the newest shared version where that is still theirs. Raises Overtaken."""
        with self._opened() as (shared, newest):
            if _read(newest) != theirs:
                raise Overtaken
            new = _sound(shared)
            bring(_own(repo, new, ours, {theirs} if theirs else set()), new)
            try:
                is_newest = newest.exchange((theirs or b"").decode(), commit_of(repo.object_store, ours))
            except Busy as locked:
                raise Overtaken from locked
            if not is_newest:
                raise Overtaken

    @property
    def is_empty(self) -> bool:
        """Tell whether no library was ever begun to its end here. Raises SharingStopped where no such folder is."""
        with _told():
            names = {each.name for each in self._folder.iterdir()}
            return _MADE in names or names <= {_UNDER_WAY}

    def begin(self) -> None:
        """Make the shared library in an empty folder; what was stopped midway is ended. Raises SharingStopped."""
        if not self.is_empty:
            raise SharingStopped("the folder holds other things already", "Choose an empty folder.")
        made = self._folder / _MADE
        with _told():
            if not made.exists():
                self._make().rename(made)
            for each in sorted(made.iterdir(), key=lambda each: each.name == "objects"):  # last: it makes a library
                each.rename(self._folder / each.name)
            made.rmdir()
            adjust_shared_perm(self._folder, parse_shared_repository(b"group"))
            sync_folder(self._folder)

    def _make(self) -> Path:
        beside = self._folder / _UNDER_WAY
        if beside.exists():
            shutil.rmtree(beside)
        Repo.init_bare(str(beside), mkdir=True, default_branch=b"main", shared_repository="group").close()
        group = parse_shared_repository(b"group")
        for name in _FOLDERS:  # made now, for all: one that a desk makes later would be that person's own
            folder = beside / "objects" / name
            folder.mkdir()
            adjust_shared_perm(folder, group)
        return beside

    @property
    def locked_since(self) -> datetime | None:
        """Return since when a desk has been writing its change, or was stopped while it did. Raises SharingStopped."""
        with _told():
            try:
                return datetime.fromtimestamp(self._lock.stat().st_mtime, UTC)
            except FileNotFoundError:
                return None

    def unlock(self, now: datetime) -> bool:
        """Remove a lock that was left over; tell whether there was one. Raises SharingStopped where it is in use."""
        since = self.locked_since
        if since is None:
            return False
        if now - since < LEFT_OVER:
            raise SharingStopped("a desk may be sharing at this moment", "Wait ten minutes, then try again.")
        with _told():
            self._lock.unlink(missing_ok=True)
        return True

    @property
    def _lock(self) -> Path:
        return self._folder / f"{MAIN.decode()}.lock"

    @contextlib.contextmanager
    def _opened(self, *, has_shared: bool = True) -> Iterator[tuple[Repo, SharedNewest]]:
        with _told():
            if not self._folder.is_dir():
                raise NotReachable("the shared folder is not there", WAIT)
            if has_shared and not any(self._folder.iterdir()):
                raise NotReachable("the shared folder is empty, as one that is not connected", WAIT)
            if not (self._folder / "objects").is_dir():
                raise SharingStopped(*NO_LIBRARY)
            objects = SoundObjects(self._folder / "objects", fsync_object_files=True)
            with contextlib.closing(objects), contextlib.closing(_repo(self._folder, objects)) as shared:
                yield shared, SharedNewest(self._folder)


def _repo(folder: Path, objects: SoundObjects) -> Repo:
    try:
        return Repo(str(folder), object_store=objects, bare=True)
    except (NotGitRepository, FileFormatException, UnsupportedExtension, UnsupportedVersion, ValueError) as fault:
        raise SharingStopped(*NO_LIBRARY) from fault


def _sound(repo: Repo) -> SoundObjects:
    assert isinstance(repo.object_store, SoundObjects)  # noqa: S101  (both sides are opened with them)
    return repo.object_store


def _own(repo: Repo, new: SoundObjects, ours: ObjectID, known: set[ObjectID]) -> list[ShaFile]:
    try:
        return missing(repo.object_store, new, ours, known)
    except KeyError as lost:
        raise StoreDamaged(*OWN_DAMAGED) from lost


def _known(repo: Repo) -> set[ObjectID]:
    return {each for each in repo.refs.as_dict().values() if each in repo.object_store}


def _read(newest: Newest) -> ObjectID | None:
    try:
        return ObjectID(newest.read().encode()) or None
    except StoreDamaged as lost:
        raise SharingStopped(*SHARED_DAMAGED) from lost


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Say what the folder refuses in words. Raises SharingStopped."""
    try:
        yield
    except Outsized as outsized:
        raise SharingStopped(*OUTSIZED) from outsized
    except KeyError as lost:
        raise Incomplete from lost
    except OSError as fault:
        raise disk_fault(fault) from fault
    except DAMAGE as damage:
        raise SharingStopped(*SHARED_DAMAGED) from damage
