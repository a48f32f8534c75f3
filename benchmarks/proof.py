"""A fast wrong PDF counts nothing: each output is opened and read before its time is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from benchmarks.table import CannotRun
from leaflet_app.domain.blocks import Block, Numbered, Paragraph, plain
from leaflet_app.domain.leaflet import Leaflet

FEWEST, MOST = 0.6, 1.6
"""How many pages a peer may need of ours, so that both follow the same design."""


def check(pdf: bytes, leaflet: Leaflet, claims: Sequence[str] = (), pages: int = 0) -> int:
    """Return the page count of a PDF that holds the leaflet. Raises CannotRun when it is not that leaflet."""
    texts = [_bare(text) for text in _pages(pdf)]
    whole = "".join(texts)
    for what, said in (("title", leaflet.title), ("middle", _middle(leaflet)), ("last source", _last_source(leaflet))):
        if _bare(said) not in whole:
            raise CannotRun(f"its {what} is not on the page: {said[:40]!r}")
    if pages and not FEWEST * pages <= len(texts) <= MOST * pages:
        raise CannotRun(f"it has {len(texts)} pages, ours has {pages}")
    for claim in claims:
        _check_claim(pdf, claim)
    return len(texts)


def _pages(pdf: bytes) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        raise CannotRun(f"it cannot be opened: {fault}") from fault
    with document:
        for page in document:
            yield page.get_textpage().get_text_bounded()


def _bare(text: str) -> str:
    """Return a text without its spaces, which lines may break at."""
    return "".join(text.split()).replace("\ufffe", "")


def _middle(leaflet: Leaflet) -> str:
    """Return the middle one of the paragraphs without a link, to which paper would add."""
    paragraphs = [block for block in leaflet.blocks if isinstance(block, Paragraph) and not _has_link(block)]
    return plain(paragraphs[len(paragraphs) // 2].text)


def _has_link(paragraph: Paragraph) -> bool:
    return any(run.link for run in paragraph.text)


def _last_source(leaflet: Leaflet) -> str:
    """Return the last source up to its address."""
    sources: list[Block] = [block for block in leaflet.blocks if isinstance(block, Numbered)]
    last = sources[-1] if sources else None
    return last.lines[-1][0].text if isinstance(last, Numbered) else leaflet.title


def _check_claim(pdf: bytes, profile: str) -> None:
    try:
        from page import validate_pdf_bytes  # noqa: PLC0415  needed by the checks alone
    except ImportError as missing:
        raise CannotRun("page-validation is not installed") from missing
    report = validate_pdf_bytes(pdf, profile=profile)
    if not report.is_compliant:
        rules = sorted({failure.rule_id for failure in report.failures})
        raise CannotRun(f"it is not valid as {profile}: {', '.join(rules)[:120]}")
