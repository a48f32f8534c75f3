"""Which pages of a leaflet are printed, as a person types it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import CannotPrint

_SPAN = re.compile(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?")
LIKE = "Type them as “1-2, 4”."


def pages_named(untrusted: str, pages: int) -> tuple[int, ...]:
    """Return the pages that “1-3, 5” names, in order and each once; no words name all. Raises CannotPrint."""
    if not untrusted.strip():
        return tuple(range(1, pages + 1))
    named: set[int] = set()
    for part in filter(None, re.split(r"[,;]|\band\b", untrusted)):
        named.update(_span(part, pages))
    return tuple(sorted(named))


def as_ranges(named: Iterable[int]) -> str:
    """Say pages as a printer reads them: “1-3,5”."""
    runs = groupby(enumerate(sorted(named)), key=lambda numbered: numbered[1] - numbered[0])
    spans = ([page for _, page in run] for _, run in runs)
    return ",".join(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)


def _span(untrusted: str, pages: int) -> range:
    read = _SPAN.fullmatch(untrusted.strip())
    if read is None:
        raise CannotPrint("these are no page numbers", LIKE)
    first = int(read[1])
    last = int(read[2] or first)
    if first > last:
        raise CannotPrint(f"page {first} does not come before page {last}", LIKE)
    for page in (first, last):
        if not 1 <= page <= pages:
            remedy = f"Choose pages from 1 to {pages}." if pages > 1 else "Print it all."
            raise CannotPrint(f"there is no page {page}: the leaflet has {counted(pages, 'page')}", remedy)
    return range(first, last + 1)
