"""What a shared folder, a Git host and the network say when something is wrong, in words for the person at the desk."""

from __future__ import annotations

import contextlib
import errno
import re
import ssl
from collections.abc import Iterator

from dulwich.client import HTTPProxyUnauthorized, HTTPUnauthorized
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository

from leaflet_app.domain.errors import NotReachable, SharingStopped
from leaflet_app.library.store.faults import unusable
from leaflet_app.library.store.objects import DAMAGE

SHARED_DAMAGED = (
    "a part of the shared library is lost or damaged",
    "Ask who looks after the shared library; every desk still has its own copy.",
)
WAIT = "Check the network; this desk tries again by itself."
RIGHTS = "Ask who looks after the shared library to allow it."
PASSWORD = (
    "the server does not accept the name or the password",
    "Check the name in the address; set the password in Settings, or with “leaflet-app settings password library”.",
)
NOTHING_THERE = "there is no library at this address", "Check the address of the shared library in Settings."
UNPROVEN = (
    "the server could not prove who it is",
    "Check the address in Settings; ask who looks after the server about its certificate.",
)

_DISK = {
    errno.ENOSPC: ("the disk of the shared folder is full", "Make room there; this desk tries again by itself."),
    errno.EDQUOT: ("your share of the disk is full", "Make room there; this desk tries again by itself."),
    errno.EROFS: ("nothing may be written to the shared folder", RIGHTS),
    errno.EACCES: ("this person may not read or write the shared folder", RIGHTS),
    errno.EPERM: ("this person may not read or write the shared folder", RIGHTS),
}
OWN_DISK = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO))
"""What a disk says and no line ever does."""

_SSH = (
    ("host key verification failed", UNPROVEN),
    ("permission denied", ("the server does not know this person's key", "Ask who looks after the server to add it.")),
    ("does not appear to be a git repository", NOTHING_THERE),
    ("not found", NOTHING_THERE),
)
_STATUS = re.compile(r"unexpected http resp (\d{3})")
_FORBIDDEN, _SERVER_FAULT = 403, 500


def disk_fault(fault: OSError) -> SharingStopped:
    """Say what the disk of a shared folder refuses; what is not known may be over in a while."""
    known = _DISK.get(fault.errno or 0)
    if known is not None:
        return SharingStopped(*known)
    return NotReachable("the shared folder does not answer", WAIT)


@contextlib.contextmanager
def host_told() -> Iterator[None]:
    """Say in words what a Git host or the way there refuses, or the disk here that its answer is written to.

    Raises SharingStopped, NotReachable, StoreUnusable.
    """
    try:
        yield
    except (HTTPUnauthorized, HTTPProxyUnauthorized) as fault:
        raise SharingStopped(*PASSWORD) from fault
    except NotGitRepository as fault:
        raise SharingStopped(*NOTHING_THERE) from fault
    except HangupException as fault:
        raise _hung_up(fault) from fault
    except GitProtocolError as fault:
        raise _protocol_fault(fault) from fault
    except FileNotFoundError as fault:
        raise SharingStopped("the program “ssh” is not on this computer", "Ask for it to be installed.") from fault
    except OSError as fault:
        if fault.errno in OWN_DISK:
            raise unusable(fault) from fault
        raise NotReachable("the server does not answer", WAIT) from fault
    except DAMAGE as damage:
        raise SharingStopped("what the server sends is damaged", SHARED_DAMAGED[1]) from damage


def _hung_up(fault: HangupException) -> SharingStopped:
    said = b"\n".join(fault.stderr_lines or []).decode(errors="replace").casefold()
    for words, why in _SSH:
        if words in said:
            return SharingStopped(*why)
    return NotReachable("the server does not answer", WAIT)


def _protocol_fault(fault: GitProtocolError) -> SharingStopped:
    if any(isinstance(each, ssl.SSLError) for each in _chain(fault)):
        return SharingStopped(*UNPROVEN)
    status = _STATUS.search(str(fault))
    if status is None:
        return NotReachable("the server does not answer as it should", WAIT)
    number = int(status[1])
    if number == _FORBIDDEN:
        return SharingStopped("the server does not allow it", RIGHTS)
    if number < _SERVER_FAULT:
        return SharingStopped("the server has no library at this address", NOTHING_THERE[1])
    return NotReachable("the server has a fault of its own", WAIT)


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """Yield what a fault came from, and that from what; urllib3 hands some on as an argument alone."""
    at: BaseException | None = fault
    while at is not None:
        yield at
        yield from (each for each in at.args if isinstance(each, BaseException))
        at = at.__cause__ or at.__context__
