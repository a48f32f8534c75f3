"""What may come of a leaflet in another process, and how a person is told that it had to be stopped."""

from __future__ import annotations

import logging

from leaflet_app.domain.errors import LeafletError, RenderingStopped
from leaflet_app.domain.leaflet import Leaflet, Rendered
from leaflet_app.domain.named import longest, named
from leaflet_app.domain.value import value

SECONDS = 20.0
MEMORY_BYTES = 1 << 30

log = logging.getLogger(__name__)


@value
class OutOfMemory:
    """The leaflet needs more memory than its renderer may have."""


@value
class Broken:
    """The renderer has a fault. `where` holds no words of the leaflet."""

    where: str


Answer = Rendered | LeafletError | OutOfMemory | Broken | TimeoutError | None
"""TimeoutError stands for an answer that did not come in time, None for one that never will."""


def finished(answer: Answer, leaflet: Leaflet, seconds: float) -> Rendered:
    """Return the finished leaflet. Raises what the renderer raised, and RenderingStopped when it had to be stopped."""
    if isinstance(answer, Rendered):
        return answer
    if isinstance(answer, LeafletError):
        raise answer
    raise RenderingStopped(_why(answer, seconds), named(leaflet), longest(leaflet))


def _why(answer: OutOfMemory | Broken | TimeoutError | None, seconds: float) -> str:
    match answer:
        case TimeoutError():
            return f"it took longer than {seconds:g} seconds"
        case OutOfMemory():
            return "it needs too much memory"
        case Broken(where=where):
            log.error("the renderer failed: %s", where)
            return "the renderer met a fault of its own"
        case None:
            log.error("the renderer died")
            return "the renderer stopped by itself"
