"""What never is parted and holds no heading."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import PageNumbers


class Whole(ABC):
    """A flowable that stands on one page or moves to the next."""

    keeps_with_next = False
    before = 0.0
    after = 0.0

    @property
    @abstractmethod
    def height(self) -> float:
        """Return the whole height."""

    @property
    def least(self) -> float:
        """Return the whole height."""
        return self.height

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield nothing."""
        yield from ()

    def split(self, room: float) -> None:  # noqa: B027  this is the answer, not a gap
        """Refuse."""

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint it."""
