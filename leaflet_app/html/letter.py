"""The text of a letter as a small page that any mail program shows: no style sheet, no picture, nothing from afar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.practice import Brand
from leaflet_app.html.escape import escape
from leaflet_app.html.spoken import spoken

_LETTERS = "'Source Sans 3','Segoe UI',Arial,sans-serif"
_BODY = f"margin:0;background:#FFFFFF;color:#1B2733;font-family:{_LETTERS};font-size:18px;line-height:1.5"
_BAND = "margin:0;padding:16px 24px;color:#FFFFFF;font-weight:bold"
_INSIDE = "max-width:36em;margin:0;padding:8px 24px 24px"


def letter_page(text: str, title: str, name: str, brand: Brand) -> str:
    """Return the text as HTML below a band with the practice's name; its paragraphs stand between empty lines."""
    return "\n".join(_lines(text, title, name, brand)) + "\n"


def _lines(text: str, title: str, name: str, brand: Brand) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f"<html {spoken(ENGLISH)}>"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>"
    yield "</head>"
    yield f'<body style="{_BODY}">'
    yield f'<p style="{_BAND};background:{brand.band}">{escape(name)}</p>'
    yield f'<div style="{_INSIDE}">'
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = "<br>\n".join(map(escape, paragraph.splitlines()))
        yield f'<p style="margin:16px 0 0">{lines}</p>'
    yield "</div>"
    yield "</body>"
    yield "</html>"
