"""The design that every peer follows, taken from ours, and what paper must show of a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leaflet_app import paths
from leaflet_app.domain.blocks import Run
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Format
from leaflet_app.pdf.paper import PAPERS
from leaflet_app.pdf.styles import Styles

FONTS = paths.resources() / "fonts" / "source-sans-3"
FONT = "Source Sans 3"
CREATOR = "Clinic Leaflets"


@dataclass(frozen=True, slots=True)
class PageReference:
    """The words before and after the number in "page 3"."""

    before: str
    after: str


def styles_of(leaflet: Leaflet) -> Styles:
    """Return the sizes and colours of the leaflet on A4."""
    return Styles(PAPERS[Format.STANDARD], leaflet.band.brand)


def page_reference(leaflet: Leaflet) -> PageReference:
    """Return the leaflet's words around a page number."""
    before, _, after = leaflet.page_reference.partition("{page}")
    return PageReference(before, after)


def footer_parts(leaflet: Leaflet) -> tuple[str, str, str]:
    """Return the footer's words before the page number, between the two numbers, and after them."""
    before, _, rest = leaflet.footer.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def shown(text: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs of a text, and after a web link the address where its own words do not say it."""
    for run in text:
        yield run
        address = run.link.removeprefix("https://").rstrip("/")
        if run.link.startswith("https://") and address not in run.text:
            yield replace(run, text=f" ({address})", bold=False, link="")
