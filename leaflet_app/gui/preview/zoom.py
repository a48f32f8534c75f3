"""How large the pages are shown."""

from __future__ import annotations

from enum import Enum

from leaflet_app.domain.value import value

STEPS = (50, 60, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
LEAST, MOST = STEPS[0], STEPS[-1]


class Fit(Enum):
    """What the pages follow when the view changes its size."""

    WIDTH = "width"
    PAGE = "page"


@value
class Zoom:
    """A fit, or a percentage of the paper's own size."""

    fit: Fit | None = Fit.WIDTH
    percent: int = 100

    def __str__(self) -> str:
        """Say it the way settings keep it: width, page or a number."""
        return self.fit.value if self.fit else str(self.percent)


def zoom_from(text: str) -> Zoom:
    """Read what settings kept; anything else is the usual fit."""
    if text.isdecimal():
        return Zoom(None, min(max(int(text), LEAST), MOST))
    return Zoom(Fit.PAGE) if text == Fit.PAGE.value else Zoom()


def larger(percent: float) -> Zoom:
    """Return the next step up."""
    return Zoom(None, next((step for step in STEPS if step > percent + 1), MOST))


def smaller(percent: float) -> Zoom:
    """Return the next step down."""
    return Zoom(None, next((step for step in reversed(STEPS) if step < percent - 1), LEAST))
