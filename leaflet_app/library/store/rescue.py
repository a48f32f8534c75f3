"""A damaged store: back to the newest version that is whole, or aside with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dulwich.errors import FileFormatException
from dulwich.objects import Commit
from dulwich.repo import Repo, UnsupportedExtension, UnsupportedVersion

from leaflet_app.domain.errors import StoreDamaged
from leaflet_app.domain.versions import Version
from leaflet_app.library.store.commits import version_of
from leaflet_app.library.store.durable import make_folder, write_durably
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.history import History
from leaflet_app.library.store.newest import NAME, Newest
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.recovery import recover
from leaflet_app.library.store.trees import Trees

SHARED = "refs/remotes/shared/main"
HEAD = f"ref: {NAME}\n".encode()
CONFIG = b"[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"


@dataclass(frozen=True)
class Rescued:
    """What was good of a store: the version that it went back to, or else the folder where all of it now lies."""

    version: Version | None
    set_aside: Path | None = None


def rescue(folder: Path, today: date) -> Rescued:
    """Go back to the newest version that is whole; its texts may still be damaged each for itself.

    Where none is whole, the store is set aside as it is, and a new one may be made in its place. To be called in this
    desk's turn. Raises StoreUnusable where the disk refuses: then nothing was changed that is not mended by it.
    """
    with told():
        recover(folder)
        found = _mended(folder) if (folder / "objects").is_dir() else None
        return Rescued(found) if found else Rescued(None, _set_aside(folder, today))


def _mended(folder: Path) -> Version | None:
    try:
        _mend_frame(folder)
        with contextlib.closing(SoundObjects(folder / "objects")) as objects:
            return _newest_whole(folder, objects)
    except (IsADirectoryError, NotADirectoryError):
        return None  # what should be a folder is a file, or the other way round


def _mend_frame(folder: Path) -> None:
    """Write anew what holds nothing but makes it a store for Git. Raises OSError."""
    for name in ("refs", "refs/heads", "objects/pack", "objects/info"):
        make_folder(folder / name)
    if not (folder / "HEAD").is_file() or (folder / "HEAD").read_bytes() != HEAD:
        write_durably(folder / "HEAD", HEAD, 0o644, folder)
    with contextlib.closing(SoundObjects(folder / "objects")) as objects:
        try:
            Repo(str(folder), object_store=objects, bare=True)
        except (FileFormatException, UnsupportedExtension, UnsupportedVersion, ValueError):
            write_durably(folder / "config", CONFIG, 0o644, folder)


def _newest_whole(folder: Path, objects: SoundObjects) -> Version | None:
    trees = Trees(objects)
    history = History(objects, trees)
    newest = Newest(folder)
    tried = set[str]()
    for commit in _candidates(folder, newest, objects):
        if commit in tried:
            continue
        tried.add(commit)
        try:
            found = history.commit(commit)
            trees.ids(found.tree.decode())
        except KeyError:
            continue
        if commit != _read(newest):
            newest.put_back(found)
        return version_of(found, ())
    return None


def _candidates(folder: Path, newest: Newest, objects: SoundObjects) -> Iterator[str]:
    """Yield commits, the likeliest to be the newest first."""
    yield _read(newest)
    yield from newest.earlier()
    with contextlib.suppress(OSError, UnicodeDecodeError):
        yield (folder / SHARED).read_text("ascii").strip()
    commits = [found for found in map(objects.sound, objects.all_ids()) if isinstance(found, Commit)]
    for commit in sorted(commits, key=lambda each: each.commit_time, reverse=True):
        yield commit.id.decode()


def _read(newest: Newest) -> str:
    try:
        return newest.read()
    except StoreDamaged:
        return ""


def _set_aside(folder: Path, today: date) -> Path:
    """Give the folder another name, beside the one it had. Raises OSError."""
    names = (
        f"{folder.name}.damaged-{today.isoformat()}{number}" for number in ("", *(f"-{n}" for n in range(2, 1000)))
    )
    aside = next(path for path in map(folder.with_name, names) if not path.exists())
    folder.rename(aside)
    return aside
