"""What the disk and Git say when something is wrong, in words for the person at the desk."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from leaflet_app.domain.errors import StoreDamaged, StoreUnusable
from leaflet_app.domain.errors.telling import shown

DAMAGED_REMEDY = "Close the program and open it again: it goes back to the newest version that is whole."
OWN_DAMAGED = ("a part of it is lost or damaged", DAMAGED_REMEDY)

_ROOM = "Make room on it and try again; nothing that was kept before is lost."
_RIGHTS = "Ask whoever looks after this computer to allow it."
_DISK = "Have the disk looked at, and keep a copy of the library elsewhere."

_WORDS = {
    errno.ENOSPC: ("the disk is full", _ROOM),
    errno.EDQUOT: ("your share of the disk is full", _ROOM),
    errno.EFBIG: ("its files may not grow any more", _ROOM),
    errno.EROFS: ("nothing may be written on this disk", _RIGHTS),
    errno.EACCES: ("this person may not read or write there", _RIGHTS),
    errno.EPERM: ("this person may not read or write there", _RIGHTS),
    errno.EIO: ("the disk does not answer as it should", _DISK),
    errno.ELOOP: ("it is a link that leads to itself", "Remove that link, or put the folder itself there."),
    errno.ENAMETOOLONG: ("the name of its folder is too long", "Choose a folder with a shorter name."),
    errno.ENOENT: ("it is not there", "Look whether its folder was moved or its disk taken out, and try again."),
}


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Turn faults of the disk and lost objects into words. Raises StoreUnusable, StoreDamaged."""
    try:
        yield
    except (KeyError, IsADirectoryError, NotADirectoryError) as lost:
        raise StoreDamaged(*OWN_DAMAGED) from lost
    except OSError as fault:
        raise unusable(fault) from fault


@contextlib.contextmanager
def told_of_its_folder() -> Iterator[None]:
    """Turn what keeps the folder of everything from being made into words. Raises StoreUnusable."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as other:
        wrong = "a file, or a link that leads nowhere, stands where its folder should be"
        named = Path(other.filename or ".")
        there = next((each for each in (named, *named.parents) if each.is_symlink() or each.exists()), named)
        raise StoreUnusable(wrong, f"Move it away and try again: {shown(str(there))}") from other
    except OSError as fault:
        raise unusable(fault) from fault


def led_nowhere() -> StoreUnusable:
    """Say that the library is a link to a place that is not there; it is left as it is, for the place may come back."""
    return StoreUnusable(
        "it is a link to another place, and nothing is there",
        "Connect the disk or drive that holds it and open the program again; until then the shipped library is used.",
    )


def unusable(fault: OSError) -> StoreUnusable:
    """Say what the disk refuses."""
    unknown = (f"the disk refuses it ({fault.strerror or type(fault).__name__})", "Try again in a moment.")
    return StoreUnusable(*_WORDS.get(fault.errno or 0, unknown))
