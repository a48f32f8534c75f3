"""A store for dulwich: made empty, whole or not at all, and opened."""

from __future__ import annotations

import shutil
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.repo import Repo, UnsupportedExtension, UnsupportedVersion

from leaflet_app.domain.errors import StoreDamaged
from leaflet_app.library.store.durable import sync_file, sync_folder
from leaflet_app.library.store.faults import DAMAGED_REMEDY
from leaflet_app.library.store.objects import DAMAGE, SoundObjects


def begin(folder: Path) -> None:
    """Make an empty store in a folder that is not there yet. Raises OSError."""
    beside = folder.with_name(f"{folder.name}.new")
    if beside.exists():
        shutil.rmtree(beside)
    Repo.init_bare(str(beside), mkdir=True, default_branch=b"main").close()
    for path in (*beside.rglob("*"), beside):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    beside.rename(folder)
    sync_folder(folder.parent)


def opened(folder: Path, objects: SoundObjects) -> Repo:
    """Open what is there with sound objects. Raises StoreDamaged where its settings are none, OSError."""
    try:
        return Repo(str(folder), object_store=objects, bare=True)
    except (*DAMAGE, NotGitRepository, UnsupportedExtension, UnsupportedVersion) as damage:
        raise StoreDamaged("its settings are damaged", DAMAGED_REMEDY) from damage
