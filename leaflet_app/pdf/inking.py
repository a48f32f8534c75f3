"""Runs of a text become spans to measure and inks to print with; links show where they lead, for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet_app.domain.blocks import Run, bare_address
from leaflet_app.pdf.flowables.text import Ink
from leaflet_app.pdf.fonts import BOLD
from leaflet_app.pdf.lines import Span
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.tags import Tag


class Inking:
    """Gives runs their face, size, colour and tag. `page_words` stand for "page 00" while lines are broken."""

    def __init__(self, link_colour: str, page_words: str) -> None:
        self._link_colour, self._page_words = link_colour, page_words

    def ink(self, text: Sequence[Run], style: Style, tag: Tag) -> tuple[list[Span], list[Ink]]:
        """Return the spans and inks of a text, one of each for every stretch."""
        pairs = [pair for run in text for pair in self._run(run, style, tag)]
        return [span for span, _ in pairs], [ink for _, ink in pairs]

    def _run(self, run: Run, style: Style, tag: Tag) -> Iterator[tuple[Span, Ink]]:
        face = BOLD if run.bold else style.face
        if not run.link:
            said = tag.inline("Span", lang=run.lang) if run.lang else tag
            yield Span(run.text, face, style.size, run.whole), Ink(style.colour, said)
            return
        link = tag.inline("Link", lang=run.lang)
        yield Span(run.text, face, style.size, run.whole), Ink(self._link_colour, link, run.link)
        if run.link.startswith("#"):
            page = Ink(style.colour, tag, page_of=run.link[1:])
            yield Span(" (", style.face, style.size), Ink(style.colour, tag)
            yield Span(self._page_words, style.face, style.size, whole=True), page
            yield Span(")", style.face, style.size), Ink(style.colour, tag)
        elif address := _address_to_read(run):
            yield Span(f" ({address})", style.face, style.size), Ink(style.colour, tag)


def _address_to_read(run: Run) -> str:
    """Return the web address that paper must show, where the link's own words do not."""
    address = bare_address(run.link)
    return address if run.link.startswith("https://") and address not in run.text else ""
