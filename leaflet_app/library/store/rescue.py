"""A damaged store: back to the newest version that is whole, or aside with it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path

from leaflet_app.domain.errors import StoreDamaged
from leaflet_app.domain.versions import Version
from leaflet_app.library.store.beginning import opened
from leaflet_app.library.store.commits import version_of
from leaflet_app.library.store.durable import make_folder, write_durably
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.newest import NAME, Newest
from leaflet_app.library.store.newest_whole import NewestWhole
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.packs import mend_lists
from leaflet_app.library.store.recovery import recover

HEAD = f"ref: {NAME}\n".encode()
FOLDERS = ("refs", "refs/heads", "logs", "logs/refs", "logs/refs/heads", "objects/pack", "objects/info")
FILES = ("HEAD", "config", "packed-refs", NAME, f"logs/{NAME}")
FOREIGN = ("commondir", "shallow", "info/grafts", "objects/info/alternates")
"""What leads Git elsewhere, and is never in a store of ours."""

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
        if folder.is_dir():
            recover(folder)
        found = _mended(folder) if (folder / "objects").is_dir() else None
        return Rescued(found) if found else Rescued(None, _set_aside(folder, today))


def _mended(folder: Path) -> Version | None:
    _mend_frame(folder)
    mend_lists(folder)
    with contextlib.closing(SoundObjects(folder / "objects")) as objects:
        whole = NewestWhole(folder, objects)
        found = whole.named
        if found is None and (found := whole.sought()):
            Newest(folder).put_back(found)
        return version_of(found, ()) if found else None


def _mend_frame(folder: Path) -> None:
    """Write anew what holds nothing but makes it a store for Git. Raises OSError."""
    for name in (*FOLDERS, *FILES, *FOREIGN):
        path = folder / name
        if path.exists() and (name in FOREIGN or path.is_dir() != (name in FOLDERS)):
            path.rename(_free(path.with_name(f"{path.name}.damaged")))
    for name in FOLDERS:
        make_folder(folder / name)
    if not (folder / "HEAD").is_file() or (folder / "HEAD").read_bytes() != HEAD:
        write_durably(folder / "HEAD", HEAD, 0o644, folder)
    with contextlib.closing(SoundObjects(folder / "objects")) as objects:
        try:
            opened(folder, objects)
        except StoreDamaged:
            write_durably(folder / "config", CONFIG, 0o644, folder)


def _set_aside(folder: Path, today: date) -> Path:
    """Give the folder another name, beside the one it had. Raises OSError."""
    aside = _free(folder.with_name(f"{folder.name}.damaged-{today.isoformat()}"))
    folder.rename(aside)
    return aside


def _free(path: Path) -> Path:
    """Return a name that nothing has yet."""
    others = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return next(each for each in chain((path,), others) if not each.exists())
