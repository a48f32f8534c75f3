"""A box that stands out: a tint, an edge, and flowables inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet_app.pdf.canvas import TaggedCanvas, rgb
from leaflet_app.pdf.flow import Flowable, PageNumbers, fill, least_height, stack
from leaflet_app.pdf.styles import BoxLook

PADDING = 11.0


class BoxFlow:
    """Flowables on a tint. `aside` stands at the right edge, beside them."""

    keeps_with_next = False
    before = 12.0
    after = 12.0

    def __init__(
        self,
        inside: Sequence[Flowable],
        look: BoxLook,
        width: float,
        *,
        may_split: bool,
        aside: Flowable | None = None,
    ) -> None:
        self._inside, self._look, self._width = tuple(inside), look, width
        self._may_split, self._aside = may_split, aside
        self._placed, self._inner = stack(self._inside)

    @property
    def height(self) -> float:
        """Return the height with its padding."""
        return max(self._inner, self._aside.height if self._aside else 0.0) + 2 * PADDING

    @property
    def least(self) -> float:
        """Return the height of what may not be parted."""
        return least_height(self._inside) + 2 * PADDING if self._may_split else self.height

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield the headings inside."""
        for flowable, offset in self._placed:
            for anchor, below in flowable.anchors():
                yield anchor, PADDING + offset + below

    def split(self, room: float) -> tuple[BoxFlow, BoxFlow] | None:
        """Part the box so that its first part fills the room."""
        if not self._may_split:
            return None
        placed, rest = fill(self._inside, room - 2 * PADDING)
        if not rest:
            return None
        first = BoxFlow([each.flowable for each in placed], self._look, self._width, may_split=True)
        return first, BoxFlow(rest, self._look, self._width, may_split=True)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the ground, then what stands on it."""
        with canvas.artifact():
            canvas.write(self._ground(left, top))
        for flowable, offset in self._placed:
            flowable.draw(canvas, left + PADDING, top - PADDING - offset, pages)
        if self._aside:
            right = left + self._width - PADDING
            self._aside.draw(canvas, right - self._aside.height, top - PADDING, pages)

    def _ground(self, left: float, top: float) -> Iterator[str]:
        look, half = self._look, self._look.edge_width / 2
        corner = f"{left + half:.2f} {top - self.height + half:.2f}"
        size = f"{self._width - 2 * half:.2f} {self.height - 2 * half:.2f}"
        yield f"{rgb(look.tint)} rg {rgb(look.edge)} RG {look.edge_width:g} w {corner} {size} re"
        yield "B" if look.edge_width else "f"
