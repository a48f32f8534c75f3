"""Where the records lie, and where they may not: SQLite's journal works over no network (sqlite.org/wal.html)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from leaflet_app.domain.errors import RecordsUnusable

MOUNTS = Path("/proc/self/mounts")
NETWORKED = {"afs", "ceph", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
_DRIVE_REMOTE = 4
"""What Windows calls a drive of another computer (GetDriveTypeW)."""


def file_of(home: Path) -> Path:
    """Return the file that a desk keeps its records in, unless they are on a server."""
    return home / "records.sqlite3"


def refuse_network_place(path: Path) -> None:
    """Refuse a path on another computer. Raises RecordsUnusable."""
    if is_networked(path):
        raise RecordsUnusable(
            "their folder lies on another computer, where they could be damaged",
            "Set LEAFLET_APP_HOME to a folder of this computer, or share them by PostgreSQL: records.address.",
        )


def is_networked(path: Path) -> bool:
    """Tell whether a path leads to another computer; where a system does not say, it does not."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (elsewhere nothing needs it)

        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{path.resolve().drive}\\") == _DRIVE_REMOTE)
    return _type_of(path.resolve()) in NETWORKED


def _type_of(path: Path) -> str:
    """Return the type of the file system that a path lies on, empty where the system does not list them."""
    kept = [(place, kind) for place, kind in _mounts() if path.is_relative_to(place)]
    return max(kept, key=lambda each: len(each[0]), default=("", ""))[1]


def _mounts() -> Iterator[tuple[str, str]]:
    try:
        lines = MOUNTS.read_text(errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        _device, place, kind, *_ = line.split(" ")
        yield place.replace("\\040", " "), kind
