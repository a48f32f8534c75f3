"""Runs of text become HTML within a line."""

from __future__ import annotations

from itertools import groupby

from leaflet_app.domain.blocks import Run, Text
from leaflet_app.html.escape import escape
from leaflet_app.html.links import OpenLink
from leaflet_app.html.spoken import spoken


def inline(text: Text, open_link: OpenLink) -> str:
    """Write a text with its bold words, links, foreign words and unbroken numbers, whose groups keep their order."""
    return "".join(_part(lang, "".join(_run(run, open_link) for run in runs)) for lang, runs in groupby(text, _lang))


def _lang(run: Run) -> str:
    return run.lang


def _part(lang: str, said: str) -> str:
    """Hold words of another language together, so that they stay in their order in a line that runs the other way."""
    return f"<span {spoken(lang)}>{said}</span>" if lang else said


def _run(run: Run, open_link: OpenLink) -> str:
    said = escape(run.text)
    address = open_link(run.link)
    if run.whole:
        said = f'<span class="whole" dir="ltr">{said}</span>'
    if run.bold:
        said = f"<strong>{said}</strong>"
    return f'<a href="{escape(address)}">{said}</a>' if address else said
