"""The side from which a reader comes to things that stand beside each other."""

from __future__ import annotations

from typing import NamedTuple


class ReadingWidth(NamedTuple):
    """A width, and whether what is read first stands at its right."""

    width: float
    is_right_to_left: bool

    def start(self, wide: float, after: float = 0.0) -> float:
        """Return how far from the left edge something so wide starts, which has so much of the width before it."""
        return self.width - after - wide if self.is_right_to_left else after
