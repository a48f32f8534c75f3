"""Part a file into its front matter (TOML between two +++ lines) and its body."""

from __future__ import annotations

from typing import Any

from leaflet_app.domain.value import value
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines, load

_FENCE = "+++"


@value
class Parted:
    """The table above, where its keys stand, the text below, and the line on which that begins."""

    table: dict[str, Any]
    lines: Lines
    body: str
    body_line: int


def part(text: str, report: Report) -> Parted | None:
    """Return the two parts of a file; None after reporting a fault."""
    rows = text.split("\n")
    if rows[0].rstrip() != _FENCE:
        report.add(1, "the file does not begin with +++", "put the front matter between two lines of +++ at the top")
        return None
    end = next((index for index, row in enumerate(rows[1:], 1) if row.rstrip() == _FENCE), None)
    if end is None:
        report.add(1, "the front matter has no end", "put a line of +++ below it")
        return None
    front = "\n".join(rows[1:end]) + "\n"
    lines = Lines(front, first=2)
    table = load(front, report, lines)
    if table is None:
        return None
    return Parted(table, lines, "\n".join(rows[end + 1 :]), end + 2)
