"""The first version of a desk's own library: the one that the program came with."""

from __future__ import annotations

import shutil
from pathlib import Path

from leaflet_app import paths
from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.library.files import FileUnreadable, content_id
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.store.faults import told
from leaflet_app.services.desk import Desk

FIRST = "The library that came with the program"
LARGEST = 32 * 1024 * 1024
"""Bytes of one shipped file."""


def make_store(desk: Desk, folder: Path, author: str) -> None:
    """Make a desk's store, its first version the shipped library; beside its place, so that it appears whole.

    To be called in this desk's turn. Raises StoreUnusable.
    """
    from leaflet_app.library.store.repository import Store  # noqa: PLC0415
    from leaflet_app.library.store.shipped import notice  # noqa: PLC0415

    shipped = shipped_files()
    contents = {file: shipped_content(shipped, file) for file in shipped.ids()}
    beside = folder.with_name(f"{folder.name}.first")
    with told():
        shutil.rmtree(beside, ignore_errors=True)
        with Store.create(beside) as store:
            store.save(contents, author, FIRST, base="", at=desk.now())
        notice(beside, {file: content_id(content) for file, content in contents.items()})
        beside.rename(folder)


def shipped_files() -> FolderFiles:
    """Return the library that this program came with."""
    return FolderFiles(paths.resources() / "library")


def shipped_content(files: FolderFiles, file: str) -> bytes:
    """Return the bytes of a shipped file. Raises StoreUnusable."""
    try:
        return files.read(file, LARGEST)
    except FileUnreadable as fault:
        raise StoreUnusable(f"{file} of the program cannot be read ({fault.wrong})", "Install it again.") from fault
