"""What a database has against us, in words: never its own, for they may hold a patient's."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from leaflet_app.domain.errors import RecordsUnusable

_FULL = ("the disk is full", "Free some space, then try again.")
_LOCKED = ("another program is busy with them", "Wait a minute, then try again.")
_FORBIDDEN = ("you may not write to them", "Ask whoever looks after this computer for the right to.")
_READ_ONLY = ("they can only be read", "Ask whoever looks after this computer for the right to write them.")
_DAMAGED = (
    "their file is damaged",
    "Keep a copy of “records.sqlite3” for support, then put a backup in its place or delete it.",
)
_DISK = ("the disk reported a fault", "Try again; if it stays, the disk may be failing.")
_GONE = ("the database server does not answer", "Check the network, then try again. Printing works meanwhile.")
_SIGN_IN = (
    "the database server refused this desk",
    "Check the user and the database in records.address, and the password: “leaflet-app settings password records”.",
)
_NO_RIGHT = ("the database server does not let this desk change them", "Ask whoever looks after it for the right to.")
_DAMAGED_ROW = ("a line of their tables is damaged", "Put a backup of them in their place.")
_NO_FILE = ("something else is in the place of their file", "Move “records.sqlite3” away, then try again.")
_LOOP = (
    "a link in the path of their file leads back to itself",
    "Move the link away, or set LEAFLET_APP_HOME to another folder.",
)
_TOO_LONG = ("the path of their folder is too long", "Set LEAFLET_APP_HOME to a shorter one.")
_NO_FOLDER = ("something else is in the place of their folder", "Set LEAFLET_APP_HOME to another folder.")
_OTHER = ("the database reported a fault", "Try again; if it stays, ask for support.")

_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_AUTH: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _FORBIDDEN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _DISK,
}
"""By the low byte of SQLite's own codes (sqlite.org/rescode.html)."""

_OF_POSTGRESQL = {
    "08": _GONE,
    "25006": _READ_ONLY,
    "28": _SIGN_IN,
    "40": _LOCKED,
    "3F": _NO_RIGHT,
    "42501": _NO_RIGHT,
    "53100": ("the disk of the database server is full", "Ask whoever looks after it."),
    "53": ("the database server has more to do than it can", "Wait a minute, then try again."),
    "55P03": _LOCKED,
    "57": _GONE,
    "58": ("the database server reported a fault of its disk", "Ask whoever looks after it."),
}
"""By SQLSTATE, or its first two letters for a whole class (postgresql.org/docs, appendix A)."""

_OF_FILES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EIO: _DISK,
    errno.EBUSY: _LOCKED,
    errno.EISDIR: _NO_FILE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ELOOP: _LOOP,
    errno.ENXIO: _NO_FILE,
}


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Tell whatever a database raises in words. Raises RecordsUnusable; what it was is left behind with its words."""
    try:
        yield
    except SQLAlchemyError as fault:
        raise RecordsUnusable(*_words(fault)) from None
    except ValueError:  # a time, a state or a list that is none
        raise RecordsUnusable(*_DAMAGED_ROW) from None


@contextlib.contextmanager
def told_of_sqlite() -> Iterator[None]:
    """Tell what SQLite itself raises in words. Raises RecordsUnusable."""
    try:
        yield
    except sqlite3.Error as fault:
        raise RecordsUnusable(*_words_of_sqlite(fault)) from None


@contextlib.contextmanager
def told_of_file() -> Iterator[None]:
    """Tell what the system has against a file in words. Raises RecordsUnusable."""
    try:
        yield
    except OSError as fault:
        raise RecordsUnusable(*_OF_FILES.get(fault.errno or 0, _FORBIDDEN)) from None
    except RuntimeError:  # what Python 3.11 and 3.12 make of ELOOP
        raise RecordsUnusable(*_LOOP) from None


def _words(fault: SQLAlchemyError) -> tuple[str, str]:
    cause = fault.orig if isinstance(fault, DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        return _words_of_sqlite(cause)
    state = getattr(cause, "sqlstate", None)
    if state:
        return _OF_POSTGRESQL.get(state) or _OF_POSTGRESQL.get(state[:2], _OTHER)
    if "OperationalError" in {each.__name__ for each in type(cause).__mro__}:  # psycopg's own: it got no answer
        return _at_the_door(str(cause))
    return _OTHER


def _words_of_sqlite(cause: sqlite3.Error) -> tuple[str, str]:
    """Return the words for a code of SQLite; a file whose tables are none of ours has its most general one."""
    known = _OF_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    return known or (_DAMAGED if "malformed" in str(cause) else _OTHER)


def _at_the_door(said: str) -> tuple[str, str]:
    """Return what kept us from a server; of that it gives no code, and only some of its words are alike everywhere."""
    if "too many" in said:
        return _OF_POSTGRESQL["53"]
    if "FATAL" not in said or "starting up" in said or "shutting down" in said:
        return _GONE
    return _SIGN_IN
