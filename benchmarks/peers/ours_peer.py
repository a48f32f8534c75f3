"""Ours: PDF/UA-1 and PDF/A-2a in one file, rendered in this process."""

from __future__ import annotations

from pathlib import Path

from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Look
from leaflet_app.pdf.render import forget, render, warm
from leaflet_app.pdf.workers.child import settle


class Maker:
    """The program's own renderer."""

    name = "ours"
    claims = ("ua1", "2a")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        warm()
        settle()

    def __call__(self, leaflet: Leaflet) -> bytes:
        """Return the leaflet as PDF."""
        return render(leaflet, Look()).pdf

    def forget(self) -> None:
        """Empty what is kept of texts, lines and words; fonts and pictures stay, as they do in a warm peer."""
        forget()
