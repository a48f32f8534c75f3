"""Read a file that a person chose, dropped or named."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Opens a pipe at once too, where plain opening would wait for its other end."""


def bytes_of(file: Path, most: int) -> bytes:
    """Return the bytes of a file, at most one more than `most`. Raises OSError; also for what is no file."""
    with open(file, "rb", opener=lambda name, flags: os.open(name, flags | _AT_ONCE)) as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(errno.EINVAL, "It is no file")
        return opened.read(most + 1)
