"""Read TOML that a stranger may have written: any text is read or refused within a moment."""

from __future__ import annotations

import re
import tomllib
from typing import Any

MOST_PARTS = 64

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*"""
_LONG_NAME = re.compile(rf"(?<![\w-]){_PART}(?:{_PART}){{{MOST_PARTS}}}")
"""Reading a name takes the square of its parts: one of 500 kB would take an hour."""


def toml_of(untrusted: str) -> dict[str, Any]:
    """Return the table of a text. Raises ValueError."""
    if _LONG_NAME.search(untrusted):
        raise ValueError("a name has too many parts")
    try:
        return tomllib.loads(untrusted)
    except RecursionError as fault:
        raise ValueError("it is nested too deeply") from fault
