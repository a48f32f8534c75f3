"""Files that are whole or not there at all, also after the power went."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path

TEMPORARY = "tmp_obj_"
"""How the name of a file begins that is not yet whole, as with Git itself."""

BINARY: int = getattr(os, "O_BINARY", 0)


def write_durably(target: Path, content: bytes, mode: int, beside: Path) -> None:
    """Write a file in a folder, then give it its name; on return both are on the disk. Raises OSError."""
    temporary = beside / f"{TEMPORARY}{uuid.uuid4().hex}"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode)
        write_to(handle, content)
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def write_to(handle: int, content: bytes) -> None:
    """Write all bytes to an open file, bring them to the disk and close it. Raises OSError."""
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none. Raises OSError."""
    try:
        folder.mkdir()
    except FileExistsError:
        return
    sync_folder(folder.parent)


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
