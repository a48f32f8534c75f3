"""Ours: PDF/UA-1 and PDF/A-2a in one file, rendered in this process."""

from __future__ import annotations

import sys
from pathlib import Path

from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Format
from leaflet_app.pdf.render import render


class Maker:
    """The program's own renderer."""

    name = "ours"
    claims = ("ua1", "2a")

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, leaflet: Leaflet) -> bytes:
        """Return the leaflet as PDF."""
        return render(leaflet, Format.STANDARD).pdf

    def forget(self) -> None:
        """Empty the renderer's caches of lines and widths. Caches without a bound hold fonts and colours, and stay."""
        for name, module in list(sys.modules.items()):
            if name.startswith("leaflet_app.pdf"):
                for kept in vars(module).values():
                    if hasattr(kept, "cache_clear") and kept.cache_parameters()["maxsize"] is not None:
                        kept.cache_clear()
