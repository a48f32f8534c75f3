"""Take over, once, the one file in which earlier versions kept both how the window is liked and the paper."""

from __future__ import annotations

import contextlib

import msgspec

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.services import settings, window_memory
from leaflet_app.services.desk import Desk


@value
class _Paper:
    format: Format = Format.STANDARD
    theme: Theme = Theme.STANDARD


def take_over(desk: Desk) -> None:
    """Keep what the old file holds where it belongs now, and remove it; what cannot be read is not missed."""
    old = desk.home / "settings.json"
    try:
        content = old.read_bytes()
    except OSError:
        return
    with contextlib.suppress(LeafletError):
        with contextlib.suppress(RecursionError, msgspec.MsgspecError):
            window_memory.keep(desk.home, msgspec.json.decode(content, type=window_memory.WindowMemory))
        with contextlib.suppress(RecursionError, msgspec.MsgspecError):
            paper = msgspec.json.decode(content, type=_Paper)
            settings.keep_paper(desk, Selection(format=paper.format, theme=paper.theme))
        with contextlib.suppress(OSError):
            old.unlink()
