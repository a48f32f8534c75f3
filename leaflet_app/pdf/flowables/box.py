"""A box that stands out: a tint, an edge, and flowables inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import BoxLook, rgb
from leaflet_app.pdf.direction import Sides
from leaflet_app.pdf.flow import Flowable, PageNumbers
from leaflet_app.pdf.flowables.group import Group

PADDING = 11.0


class BoxFlow(Group):
    """Flowables on a tint. `aside`, a square, stands beside them at the edge where lines end."""

    before = 12.0
    after = 12.0
    padding = PADDING

    def __init__(
        self, inside: Sequence[Flowable], look: BoxLook, sides: Sides, *, is_kept: bool, aside: Flowable | None = None
    ) -> None:
        super().__init__(inside, is_kept=is_kept)
        self._look, self._sides, self._aside = look, sides, aside

    @property
    def height(self) -> float:
        """Return the height with its padding."""
        return max(self._inner, self._aside.height if self._aside else 0.0) + 2 * PADDING

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the ground, then what stands on it."""
        with canvas.artifact():
            canvas.write(self._ground(left, top))
        wide = self._aside.height if self._aside else 0.0
        beside = wide + PADDING if self._aside and self._sides.is_right_to_left else 0.0
        super().draw(canvas, left + beside, top, pages)
        if self._aside:
            at = self._sides.start(wide, self._sides.width - PADDING - wide)
            self._aside.draw(canvas, left + at, top - PADDING, pages)

    def _part(self, inside: Sequence[Flowable], *, is_rest: bool) -> BoxFlow:
        aside = None if is_rest else self._aside
        return BoxFlow(inside, self._look, self._sides, is_kept=False, aside=aside)

    def _ground(self, left: float, top: float) -> Iterator[str]:
        look, half = self._look, self._look.edge_width / 2
        corner = f"{left + half:.2f} {top - self.height + half:.2f}"
        size = f"{self._sides.width - 2 * half:.2f} {self.height - 2 * half:.2f}"
        yield f"{rgb(look.tint)} rg {rgb(look.edge)} RG {look.edge_width:g} w {corner} {size} re"
        yield "B" if look.edge_width else "f"
