"""The register as a table for Excel and its like. No cell of it is a formula, whatever its words are."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, language_said, texts_said, topics_said

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a cell begins with that Excel would calculate, in any of its languages (OWASP, CSV Injection)."""

_COLUMNS: Mapping[str, Callable[[Given, Titles], object]] = MappingProxyType(
    {
        "Date": lambda given, _: f"{given.given_at.astimezone():%Y-%m-%d}",
        "Time": lambda given, _: f"{given.given_at.astimezone():%H:%M}",
        "How": lambda given, _: given.way.label,
        "Topics": topics_said,
        "Texts and versions": lambda given, _: texts_said(given),
        "Code": lambda given, _: given.passport,
        "Format": lambda given, _: given.selection.format.label,
        "Detail": lambda given, _: given.selection.detail.label,
        "One-page summary": lambda given, _: "yes" if given.selection.is_summary else "no",
        "Language": lambda given, _: language_said(given),
        "Practice": lambda given, _: given.selection.practice,
        "Disclaimer": lambda given, _: given.selection.disclaimer,
        "Given although overdue": lambda given, _: given.selection.overdue_reason,
        "Pages": lambda given, _: given.pages,
        "Copies": lambda given, _: given.copies,
        "Desk": lambda given, _: given.desk,
        "User": lambda given, _: given.user,
        "Reference": lambda given, _: given.reference,
        "Corrects edition": lambda given, _: given.corrects,
        "Edition": lambda given, _: given.edition,
        "Program": lambda given, _: given.program,
        "PDF SHA-256": lambda given, _: given.digest,
        "Entry": lambda given, _: given.id,
    }
)


def as_csv(entries: Iterable[Given], titles: Titles) -> bytes:
    """Return the entries as CSV (RFC 4180), in UTF-8 with the mark that Excel knows it by."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(_COLUMNS)
    for given in entries:
        rows.writerow(harmless(str(cell(given, titles))) for cell in _COLUMNS.values())
    return codecs.BOM_UTF8 + text.getvalue().encode()


def harmless(cell: str) -> str:
    """Return a cell as Excel shows it, never as it would calculate it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
