"""What became of words from one text to another."""

from __future__ import annotations

from enum import Enum


class Fate(Enum):
    """What became of words."""

    SAME = "same"
    TAKEN = "taken"
    PUT = "put"
