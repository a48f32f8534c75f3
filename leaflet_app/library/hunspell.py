"""Ask Hunspell how words are spelt, where it is installed. It reads words from a pipe; no shell, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PATIENCE = 10.0
"""Seconds; a checker that hangs is one that is not there."""

_NOT_FOUND = "&"
_AVAILABLE = "AVAILABLE DICTIONARIES"


@cache
def dictionary_for(lang: str) -> str:
    """Return the dictionary of exactly this language, as Hunspell names it; nothing where there is none."""
    listed = _asked(["-D"]).partition(_AVAILABLE)[2].splitlines()
    wanted = lang.replace("-", "_")
    return next((each.strip() for each in listed if Path(each.strip()).name == wanted), "")


def unknown_words(words: Iterable[str], dictionary: str) -> frozenset[str]:
    """Return the words that are not in a dictionary."""
    return frozenset(_asked(["-i", "utf-8", "-d", dictionary, "-l"], "\n".join(words)).splitlines())


def suggestions(word: str, dictionary: str) -> tuple[str, ...]:
    """Return what may have been meant, best first."""
    for line in _asked(["-i", "utf-8", "-d", dictionary, "-a"], f"^{word}\n").splitlines():
        if line.startswith(_NOT_FOUND):
            return tuple(each.strip() for each in line.partition(":")[2].split(","))
    return ()


def _asked(arguments: list[str], given: str = "") -> str:
    """Return what Hunspell says; nothing where it cannot be asked."""
    program = shutil.which("hunspell")
    if program is None:
        return ""
    spoken = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    try:
        said = subprocess.run(  # noqa: S603  (a fixed program, a list of arguments)
            [program, *arguments],
            input=given.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=PATIENCE,
            env=spoken,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout.decode(errors="replace")
