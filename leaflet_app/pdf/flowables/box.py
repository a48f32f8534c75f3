"""A box that stands out: a tint, an edge, and flowables inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import BoxLook, rgb
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import Flowable, PageNumbers
from leaflet_app.pdf.flowables.group import Group
from leaflet_app.pdf.said import Said

PADDING = 11.0


class BoxFlow(Group):
    """Flowables on a tint. `aside`, a square, stands beside them at the edge where lines end."""

    before = 12.0
    after = 12.0
    padding = PADDING

    def __init__(
        self,
        inside: Sequence[Flowable],
        look: BoxLook,
        reading: ReadingWidth,
        *,
        is_kept: bool,
        aside: Flowable | None = None,
        title: Said | None = None,
    ) -> None:
        super().__init__(inside, is_kept=is_kept, title=title)
        self._look, self._reading, self._aside = look, reading, aside

    @property
    def height(self) -> float:
        """Return the height with its padding."""
        return max(self._inner, self._aside.height if self._aside else 0.0) + self._around

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the ground, then what stands on it."""
        with canvas.artifact():
            canvas.write(self._ground(left, top))
        wide = self._aside.height if self._aside else 0.0
        beside = wide + PADDING if self._aside and self._reading.is_right_to_left else 0.0
        super().draw(canvas, left + beside, top, pages)
        if self._aside:
            at = self._reading.start(wide, self._reading.width - PADDING - wide)
            self._aside.draw(canvas, left + at, top - PADDING, pages)

    def take(self, inside: Sequence[Flowable], *, is_rest: bool) -> Self:
        """Become a part; what stands beside the whole stays with the first."""
        self._aside = None if is_rest else self._aside
        return super().take(inside, is_rest=is_rest)

    def _ground(self, left: float, top: float) -> Iterator[str]:
        look, half = self._look, self._look.edge_width / 2
        corner = f"{left + half:.2f} {top - self.height + half:.2f}"
        size = f"{self._reading.width - 2 * half:.2f} {self.height - 2 * half:.2f}"
        yield f"{rgb(look.tint)} rg {rgb(look.edge)} RG {look.edge_width:g} w {corner} {size} re"
        yield "B" if look.edge_width else "f"
