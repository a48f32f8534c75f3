"""Runs of text become HTML within a line."""

from __future__ import annotations

from leaflet_app.domain.blocks import Run, Text
from leaflet_app.html.escape import escape
from leaflet_app.html.links import OpenLink


def inline(text: Text, open_link: OpenLink) -> str:
    """Write a text with its bold words, links and unbroken numbers."""
    return "".join(_run(run, open_link) for run in text)


def _run(run: Run, open_link: OpenLink) -> str:
    said = escape(run.text)
    address = open_link(run.link)
    if run.whole:
        said = f'<span class="whole">{said}</span>'
    if run.bold:
        said = f"<strong>{said}</strong>"
    return f'<a href="{escape(address)}">{said}</a>' if address else said
