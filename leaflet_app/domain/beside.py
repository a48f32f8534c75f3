"""Two texts that are to stand side by side, and where they differ."""

from __future__ import annotations

from functools import cached_property

from leaflet_app.domain.front_changes import has_front_matter, read_out, said_above
from leaflet_app.domain.word_changes import WordChange, word_changes


class Beside:
    """Two texts; where they differ is found once, for long texts in up to a second: `compared` finds it ahead."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self.has_front = has_front_matter(before) or has_front_matter(after)

    @property
    def is_new(self) -> bool:
        """Tell whether there was no text before."""
        return bool(self._after) and not self._before

    def find(self) -> None:
        """Find all differences now."""
        for name in ("written", "read", "above"):
            getattr(self, name)

    @cached_property
    def written(self) -> tuple[WordChange, ...]:
        """Return where the texts differ as they are written."""
        return word_changes(self._before, self._after)

    @cached_property
    def read(self) -> tuple[WordChange, ...]:
        """Return where they differ as they are read, without what stands above the body."""
        return word_changes(read_out(self._before), read_out(self._after)) if self.has_front else self.written

    @cached_property
    def above(self) -> str:
        """Say in words what changed above the body."""
        return said_above(self._before, self._after) if self.has_front else ""


def compared(before: str, after: str) -> Beside:
    """Return two texts with all their differences found, so that to show them costs nothing."""
    beside = Beside(before, after)
    beside.find()
    return beside
