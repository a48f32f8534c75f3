"""Which names the files of a library may have: those that every computer can write as they are."""

from __future__ import annotations

import re

LONGEST = 200
"""Bytes of a name between two slashes; common disks take 255."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|git~\d+", re.IGNORECASE)


def is_plain(file: str) -> bool:
    """Tell whether a file of this name can be written on any disk, below its folder and nowhere else."""
    if not file.isprintable() or any(sign in file for sign in '\\:*?"<>|'):
        return False
    return all(_is_plain_part(part) for part in file.split("/"))


def _is_plain_part(part: str) -> bool:
    if part.casefold() in ("", ".", "..", ".git") or part[-1] in ". " or len(part.encode()) > LONGEST:
        return False
    return _DEVICE.fullmatch(part) is None
