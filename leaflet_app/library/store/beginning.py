"""An empty store, which appears whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from dulwich.repo import Repo

from leaflet_app.library.store.durable import sync_file, sync_folder


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
