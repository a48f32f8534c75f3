"""A whole leaflet as one web page that needs no other file."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.leaflet import Band, Leaflet
from leaflet_app.domain.practice import Brand, picture_kind
from leaflet_app.html.blocks import write
from leaflet_app.html.escape import escape
from leaflet_app.html.links import links_within
from leaflet_app.html.outline import sound
from leaflet_app.html.spoken import spoken
from leaflet_app.html.style import sheet

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(leaflet: Leaflet) -> str:
    """Return valid, accessible HTML with everything the leaflet says."""
    return "\n".join(_lines(leaflet)) + "\n"


def closing_line(leaflet: Leaflet) -> str:
    """Return the footer's words without the page numbers, which only paper has."""
    return " · ".join(part for part in leaflet.footer.split(" · ") if "{page" not in part)


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
    yield "<main>"
    yield f"<h1{_lang(leaflet.title_lang)}>{escape(leaflet.title)}</h1>"
    yield from _paragraph("purpose", leaflet.purpose, leaflet.title_lang)
    yield from _paragraph("for-person", leaflet.for_person)
    yield write(blocks, links_within({heading.anchor for heading in headings(blocks)}))
    yield "</main>"
    yield f"<footer><p>{escape(closing_line(leaflet))}</p></footer>"
    yield "</body>"
    yield "</html>"


def _header(band: Band, lang: str) -> Iterator[str]:
    """Yield the band; its names are English, and stand where the page's own words begin."""
    yield f"<header{lang}>"
    if band.brand.logo:
        yield _logo(band.brand)
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


def _logo(brand: Brand) -> str:
    content = base64.b64encode(brand.logo).decode("ascii")
    return f'<img src="data:image/{picture_kind(brand.logo)};base64,{content}" alt="{escape(brand.logo_alt)}">'
