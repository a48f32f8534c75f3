"""The `[review]` table: who answers for a text, and until when."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from leaflet_app.domain.languages import Translated
from leaflet_app.domain.review import Review, Status
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines, convert

LONGEST_YEARS = 3  # Cancer Research UK plans each next review three years ahead
_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}")


def read_review(untrusted: dict[str, Any], report: Report, lines: Lines) -> Review | None:
    """Return the review, reporting an approval that nobody can have given; None where its table cannot be read."""
    review = convert(untrusted, Review, report, lines, "review")
    if review is not None:
        _check(review, report, lines)
    return review


def check_version(version: str, newest: str, report: Report, lines: Lines) -> Translated:
    """Return which version is translated, reporting one that there has never been."""
    line = lines.of("translates")
    if version != newest and not _VERSION.fullmatch(version):
        report.add(line, f"“{version[:40]}” is not a version", f"write that of the English text, like {newest}")
    elif _ordered(version) > _ordered(newest):
        report.add(line, f"there is no English version {version} yet", f"the newest is {newest}")
    return Translated(version, newest)


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _check(review: Review, report: Report, lines: Lines) -> None:
    at = lines.of("review")
    if not _VERSION.fullmatch(review.version):
        line = lines.of("review.version")
        report.add(line, f"“{review.version[:40]}” is not a version", "write three numbers with dots, like 0.1.0")
    if review.status is Status.APPROVED:
        if not review.clinical_reviewer.strip() or review.clinical_reviewer == review.author:
            report.add(at, "an approved text needs a reviewer who did not write it", "name them, or set it to draft")
        if review.last_reviewed is None or review.next_review is None:
            report.add(at, "an approved text needs both review dates", "add last_reviewed and next_review")
        elif not review.last_reviewed < review.next_review <= _years_after(review.last_reviewed, LONGEST_YEARS):
            line = lines.of("review.next_review")
            report.add(line, "the next review is not within three years of the last", "set an earlier next_review")


def _years_after(day: date, years: int) -> date:
    """Return the same day some years on; 29 February gives 28 February where there is none."""
    year = min(day.year + years, date.max.year)
    return day.replace(year=year, day=min(day.day, 28)) if (day.month, day.day) == (2, 29) else day.replace(year=year)
