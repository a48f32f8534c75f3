"""Files that are whole or not there at all, also after the power went."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Mapping
from pathlib import Path

TEMPORARY = "tmp_obj_"
"""How the name of a file begins that is not yet whole, as with Git itself."""

BINARY: int = getattr(os, "O_BINARY", 0)


def write_durably(target: Path, content: bytes, mode: int, beside: Path) -> None:
    """Write a file in a folder, then give it its name; on return both are on the disk. Raises OSError."""
    write_together({target: content}, mode, beside)


def write_together(files: Mapping[Path, bytes], mode: int, beside: Path) -> None:
    """Write files in a folder, then give them their names; on return all are on the disk. Raises OSError.

    All are written before the disk is first waited for: it then brings in most of them at once.
    """
    unnamed = {target: beside / f"{TEMPORARY}{uuid.uuid4().hex}" for target in files}
    try:
        with contextlib.ExitStack() as opened:
            handles = []
            for target, content in files.items():
                handles.append(os.open(unnamed[target], os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode))
                opened.callback(os.close, handles[-1])
                _write(handles[-1], content)
            for handle in handles:
                os.fsync(handle)
        for target, path in unnamed.items():
            path.replace(target)
    except OSError:
        for path in unnamed.values():
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    for folder in {target.parent for target in files}:
        sync_folder(folder)


def write_to(handle: int, content: bytes) -> None:
    """Write all bytes to an open file, bring them to the disk and close it. Raises OSError."""
    try:
        _write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def make_folder(*folders: Path) -> None:
    """Make folders where there are none. Raises OSError."""
    made = set()
    for folder in folders:
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
            made.add(folder.parent)
    for parent in made:
        sync_folder(parent)


def sync_file(file: Path) -> None:
    """Bring what another has written to the disk. Raises OSError."""
    handle = os.open(file, os.O_RDWR | BINARY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows has no way to ask for it. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
