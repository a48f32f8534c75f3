"""WeasyPrint, PDF/UA-1: the program's own web page with a style sheet for paper."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.peers.design import FONT, FONTS, footer_parts, page_reference, styles_of
from leaflet_app.domain.blocks import Tone
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.html import page as html_page
from leaflet_app.html.style import sheet as screen_sheet
from leaflet_app.pdf.colours import INK, LINE, SOFT_INK
from leaflet_app.pdf.paper import MM

_OWN_SHEET = re.compile(r"<style>.*?</style>", re.DOTALL)
"""The page's own style sheet, which is read once instead."""

logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of screen rules in the web page's own sheet


class Maker:
    """Fonts and style sheet are read once and kept."""

    name = "WeasyPrint ua-1"
    claims = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fonts = FontConfiguration()
        self._sheet: CSS | None = None

    def __call__(self, leaflet: Leaflet) -> bytes:
        """Return the leaflet as PDF."""
        if self._sheet is None:
            self._sheet = CSS(string=screen_sheet(leaflet.band.brand) + sheet(leaflet), font_config=self._fonts)
        page = HTML(string=_OWN_SHEET.sub("", html_page(leaflet)))
        pdf = page.write_pdf(stylesheets=[self._sheet], font_config=self._fonts, pdf_variant="pdf/ua-1")
        if not isinstance(pdf, bytes):
            raise TypeError("WeasyPrint gave no PDF")
        return pdf

    def forget(self) -> None:
        """Keep nothing back: it keeps no text."""


def sheet(leaflet: Leaflet) -> str:
    """Return the design for paper."""
    styles = styles_of(leaflet)
    return "\n".join(
        (
            _faces(),
            _page(leaflet),
            _type(leaflet),
            _PARTS.format(line=LINE),
            *_boxes(leaflet),
            _headings(styles.brand.band),
        )
    )


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "{FONT}"; font-weight: {weight}; src: url("{(FONTS / file).as_uri()}"); }}'
        for weight, file in (("normal", "SourceSans3-Regular.ttf"), ("bold", "SourceSans3-Bold.ttf"))
    )


def _page(leaflet: Leaflet) -> str:
    styles = styles_of(leaflet)
    paper, band = styles.paper, styles.brand.band
    before, between, after = footer_parts(leaflet)
    return f"""
@page {{ size: A4; margin: {(paper.band + paper.below_band) / MM}mm 20mm {paper.footer_room / MM}mm;
  {_bar(band, paper.band, paper.below_band)}
  @top-left {{ content: "{leaflet.band.name}"; color: white; font: bold 14pt "{FONT}"; height: 10mm;
    margin-bottom: 9mm; vertical-align: middle; }}
  @bottom-left {{ content: "{before}" counter(page) "{between}" counter(pages) "{after}";
    color: {SOFT_INK}; font: {styles.body.size}pt "{FONT}"; white-space: nowrap; }} }}
@page :first {{ margin-top: {(paper.first_band + paper.below_band) / MM}mm;
  {_bar(band, paper.first_band, paper.below_band)}
  @top-left {{ content: none; }} }}
header {{ background: none; color: white; margin: 0; padding: 0; position: absolute; display: block; width: 170mm;
  top: -{((paper.first_band + 15 * MM) / 2 + paper.below_band) / MM}mm; }}
header img {{ float: left; margin-right: 4mm; }} .practice {{ line-height: 15mm; }}
header img {{ height: 15mm; max-height: none; max-width: none; background: none; padding: 0; }}"""


def _bar(colour: str, height: float, below: float) -> str:
    """Paint a band across the sheet; WeasyPrint counts from where the text starts."""
    high = height / MM
    return (
        f"background: linear-gradient({colour} {high}mm, white {high}mm) no-repeat "
        f"-20mm -{high + below / MM}mm / 210mm 297mm;"
    )


def _type(leaflet: Leaflet) -> str:
    styles, reference = styles_of(leaflet), page_reference(leaflet)
    return f"""
body {{ font: {styles.body.size}pt/1.35 "{FONT}"; color: {INK}; background: none; hyphens: none; }}
.practice {{ font-size: 18pt; white-space: nowrap; }} .purpose {{ font-size: 1em; color: inherit; }}
main, footer {{ max-width: none; padding: 0; margin: 0; overflow-wrap: anywhere; }} footer {{ display: none; }}
p {{ margin: 0 0 .55em; orphans: 2; widows: 2; }} ul, ol, dl {{ margin: 0 0 .55em; padding-left: 1.1em; }}
li, dl div {{ margin: 0 0 .3em; }} dl {{ padding-left: 0; }} dt {{ display: inline; }} dt::after {{ content: ": "; }}
dd {{ display: inline; margin: 0; }} ol {{ font-size: {styles.source.size}pt; }}
a {{ color: {styles.brand.accent}; text-decoration: none; }}
a[href^="#"]::after {{ content: " ({reference.before}" target-counter(attr(href), page) "{reference.after})";
  color: {INK}; }}"""


def _headings(band: str) -> str:
    return (
        f"h1, h2, h3, caption {{ color: {band}; line-height: 1.2; break-after: avoid; }}"
        "h1 { font-size: 28pt; margin: 0 0 4pt; } h2 { font-size: 20pt; margin: 18pt 0 6pt; }"
        "h3 { font-size: 16pt; margin: 12pt 0 4pt; } .urgent h2 { color: var(--urgent); }"
    )


def _boxes(leaflet: Leaflet) -> list[str]:
    styles = styles_of(leaflet)
    looks = ((tone, styles.box(tone)) for tone in Tone)
    return [
        f".{tone.value} {{ background: {look.tint}; border: {look.edge_width}pt solid {look.edge}; }}"
        for tone, look in looks
    ]


_PARTS = """
.box {{ padding: 11pt; margin: 12pt 0; border-radius: 0; break-inside: auto; }} .contact {{ break-inside: avoid; }}
table {{ margin: 0 0 10pt; }} th, td {{ padding: 5pt 0; border: 0.5pt solid {line}; border-width: 0.5pt 0; }}
caption {{ font-size: 16pt; }} th {{ width: 34%; }} tr, .questions li {{ break-inside: avoid; }}
.questions > li::after {{ height: 26pt; margin-top: 26pt; background: none;
  border: 0.5pt solid {line}; border-width: 0.5pt 0; }}"""
