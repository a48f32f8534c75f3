"""Renderers for the worker's child: each behaves as one that no one wants, or as one that everyone wants."""

import os
import threading

from leaflet_app.domain.errors import MissingGlyph
from leaflet_app.domain.leaflet import Place, Rendered
from leaflet_app.pdf.render import render

GIB = 1 << 30


def well(leaflet, look):
    os.write(1, b"a stray print")
    os.write(2, b"a stray word about a patient")
    return Rendered(f"{leaflet.title} {look.format.value}".encode(), 1, (Place("top", 1, 20.0, 0.0),), 1, 14.0)


def as_told(leaflet, look):
    """Behave as the leaflet's title says."""
    return BEHAVIOURS[leaflet.title](leaflet, look)


def without_end(leaflet, look):
    threading.Event().wait()


def hungrily(leaflet, look):
    return Rendered(bytes(2 * GIB), 1, (), 1, 14.0)


def with_a_crash(leaflet, look):
    os._exit(3)


def with_a_refusal(leaflet, look):
    raise MissingGlyph("☃", "Note for you")


def with_a_fault(leaflet, look):
    raise ValueError(f"cannot lay out {leaflet.for_person}")


def never_a_vipoma(leaflet, look):
    """Render every leaflet but those of one topic, of which the child dies."""
    if "VIPoma" in leaflet.purpose + leaflet.title:
        os._exit(3)
    return render(leaflet, look)


BEHAVIOURS = {
    "well": well,
    "without end": without_end,
    "hungrily": hungrily,
    "with a crash": with_a_crash,
    "with a refusal": with_a_refusal,
    "with a fault": with_a_fault,
}
