"""Write a file whole or not at all: what was there before survives any fault."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from leaflet_app.domain.errors import CannotSave

_FORBIDDEN = ("you may not write there", "Choose another folder.")
_NO_FOLDER = ("a part of its path is a file, not a folder", "Choose another folder.")
_OPEN_ELSEWHERE = ("it is open in another program", "Close it there and try again, or choose another name.")
_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space, or choose another folder."),
    errno.EDQUOT: ("your share of the disk is used up", "Delete files you no longer need, or choose another folder."),
    errno.EFBIG: ("the disk does not take a file of this size", "Choose another folder."),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: ("this disk can only be read", "Choose another folder."),
    errno.ENOENT: ("the folder does not exist", "Make the folder first, or choose another one."),
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name."),
    errno.EBUSY: _OPEN_ELSEWHERE,
    errno.ELOOP: ("it is a link that leads back to itself", "Choose another name."),
    errno.EIO: ("the disk reported a fault", "Choose another disk."),
}
_OTHER_REASON = ("the computer refused to write it", "Choose another folder or name and try again.")
_HELD_ON_WINDOWS = {5, 32, 33}
"""What Windows answers while another program holds a file (ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION)."""


def save_whole(path: Path, content: bytes, *, makes_folder: bool = False) -> None:
    """Write a new file beside the old one, then put it in the old one's place. Raises CannotSave."""
    with told_of(path):
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link stays a link: the file it leads to is written
        _refuse_what_replace_would_take(target)
        with _replacing(target) as file:
            file.write(content)


@contextlib.contextmanager
def written_whole(path: Path, *, makes_folder: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write bit by bit; it takes the old one's place at the end. Raises CannotSave."""
    with told_of(path):
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()
        _refuse_what_replace_would_take(target)
    try:
        with _replacing(target) as file:
            yield file
    except OSError as fault:
        raise CannotSave(_named(path), *reason(fault)) from fault


@contextlib.contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Tell what the system has against a file in words. Raises CannotSave."""
    try:
        yield
    except OSError as fault:
        raise CannotSave(_named(path), *reason(fault)) from fault
    except RuntimeError as fault:  # what Python 3.11 and 3.12 make of ELOOP
        raise CannotSave(_named(path), "it is a link that leads back to itself", "Choose another name.") from fault
    except ValueError as fault:
        raise CannotSave(_named(path), "its name holds a character no file may have", "Choose another name.") from fault


def pour_whole(stream: BinaryIO, content: bytes) -> None:
    """Write to an open stream, down to its last byte. Raises CannotSave; a reader that left is not a fault."""
    try:
        stream.write(content)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise CannotSave("standard output", *reason(fault)) from fault


def _refuse_what_replace_would_take(target: Path) -> None:
    """Refuse folders, devices and write-protected files; renaming over them would succeed or confuse."""
    if not target.exists():
        return
    if not target.is_file():
        raise CannotSave(_named(target), "a folder or device has this name", "Choose another name.")
    if not target.stat().st_mode & stat.S_IWUSR:
        raise CannotSave(target.name, "the file there is write-protected", "Choose another name.")


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".leaflet-{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(part, target)  # noqa: PTH105  (the name that says what it does to the old file)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    keep_name(target.parent)


def keep_name(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders; the content is safe already
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _named(path: Path) -> str:
    """Return the name a person knows the file by; a folder such as `.` or `/` has no other than itself."""
    return path.name or str(path)


def reason(fault: OSError) -> tuple[str, str]:
    """Say why the system refused a file, and what to do."""
    if getattr(fault, "winerror", None) in _HELD_ON_WINDOWS:
        return _OPEN_ELSEWHERE
    return _REASONS.get(fault.errno or 0, _OTHER_REASON)
