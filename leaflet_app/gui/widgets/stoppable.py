"""What works beside the window's thread, and can be told to end."""

from __future__ import annotations

from typing import Protocol


class Stoppable(Protocol):
    """A place or page that can end its work."""

    def stop(self) -> None:
        """End all work."""
        ...
