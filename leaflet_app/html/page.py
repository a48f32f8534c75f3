"""A whole leaflet as one web page that needs no other file."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.leaflet import Band, Frame, Leaflet
from leaflet_app.html.blocks import write
from leaflet_app.html.escape import escape
from leaflet_app.html.images import shown
from leaflet_app.html.links import links_within
from leaflet_app.html.outline import sound
from leaflet_app.html.spoken import spoken
from leaflet_app.html.style import sheet

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(leaflet: Leaflet) -> str:
    """Return valid, accessible HTML with everything the leaflet says."""
    return "\n".join(_lines(leaflet)) + "\n"


def closing_line(around: Leaflet | Frame) -> str:
    """Return the footer's words without the page numbers, which only paper has."""
    return " · ".join(part for part in around.footer.split(" · ") if "{page" not in part)


def _lines(leaflet: Leaflet) -> Iterator[str]:
    blocks = sound(leaflet.blocks)
    yield "<!DOCTYPE html>"
    yield f"<html {spoken(leaflet.lang)}>"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title{_lang(leaflet.title_lang)}>{escape(leaflet.title)}</title>"
    yield f"<style>\n{sheet(leaflet.band.brand)}</style>"
    yield "</head>"
    yield "<body>"
    yield from _header(leaflet.band, "" if leaflet.lang == ENGLISH else f' lang="{ENGLISH}"')
    yield '<main class="for-two">' if leaflet.beside else "<main>"
    yield from _title(leaflet)
    yield from _paragraph("for-person", leaflet.for_person)
    yield write(blocks, links_within({heading.anchor for heading in headings(blocks)}))
    yield "</main>"
    yield "<footer>"
    if leaflet.beside:
        yield f"<p{_lang(leaflet.beside.lang)}>{escape(closing_line(leaflet.beside))}</p>"
    yield f"<p>{escape(closing_line(leaflet))}</p>"
    yield "</footer>"
    yield "</body>"
    yield "</html>"


def _title(leaflet: Leaflet) -> Iterator[str]:
    """Yield the title and whom the leaflet is for, in both languages where there are two."""
    other = leaflet.beside
    if other is None or leaflet.title_lang:
        yield from _titled(leaflet.title, leaflet.purpose, leaflet.title_lang)
        return
    yield '<h1 class="beside">'
    yield from (f"<span {spoken(each.lang)}>{escape(each.title)}</span>" for each in (other, leaflet))
    yield "</h1>"
    yield '<div class="beside">'
    yield from (f"<div>{''.join(_paragraph('purpose', each.purpose, each.lang))}</div>" for each in (other, leaflet))
    yield "</div>"


def _titled(title: str, purpose: str, lang: str) -> Iterator[str]:
    yield f"<h1{_lang(lang)}>{escape(title)}</h1>"
    yield from _paragraph("purpose", purpose, lang)


def _header(band: Band, lang: str) -> Iterator[str]:
    """Yield the band; its names are English, and stand where the page's own words begin."""
    yield f"<header{lang}>"
    if band.brand.logo:
        yield shown(band.brand.logo, band.brand.logo_alt)
    yield "<div>"
    yield from _paragraph("practice", band.name)
    yield from _paragraph("person", band.person)
    yield "</div>"
    yield "</header>"


def _paragraph(name: str, text: str, lang: str = "") -> Iterator[str]:
    if text:
        yield f'<p class="{name}"{_lang(lang)}>{escape(text)}</p>'


def _lang(lang: str) -> str:
    return f" {spoken(lang)}" if lang else ""
