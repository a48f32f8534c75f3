"""The disclaimers, of which each leaflet bears one. With a fault in the standard one there is no library."""

from __future__ import annotations

from leaflet_app.domain.blocks import Run
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.languages import ENGLISH, Translated
from leaflet_app.domain.practice import PUBLISHER_DOES_NOT, STANDARD_DISCLAIMER, Disclaimer
from leaflet_app.domain.review import Review, Status
from leaflet_app.library import where
from leaflet_app.library.body import read_body
from leaflet_app.library.files import LARGEST_TOPIC, Files, FileUnreadable, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.ids import ID_REMEDY, is_id
from leaflet_app.library.report import Report
from leaflet_app.library.reviews import approval_of, check_version, signed
from leaflet_app.library.schema import DisclaimerRow
from leaflet_app.library.sections import check_no_marks
from leaflet_app.library.tables import Lines, convert

_PLACES = {PUBLISHER_DOES_NOT.strip("{}"): Run(PUBLISHER_DOES_NOT)}


def read_disclaimer(
    files: Files, report: Report, lang: str = ENGLISH, english: Disclaimer | None = None
) -> Disclaimer | None:
    """Return the disclaimer of the report's file; None after reporting a fault.

    `english` is the text that it must be a translation of.
    """
    text = read_text(files, report, LARGEST_TOPIC)
    parted = None if text is None else part(text, report)
    row = convert(parted.table, DisclaimerRow, report, parted.lines) if parted else None
    if parted is None or row is None:
        return None
    pieces = read_body(parted.body, parted.body_line, _PLACES, report)
    check_no_marks(pieces, report)
    for piece in (piece for piece in pieces if piece.kind != "paragraph"):
        report.add(piece.number, "the disclaimer holds a heading or bullets", "write it in paragraphs")
    if not pieces:
        report.add(parted.body_line, "the disclaimer is empty", "write it below the front matter")
    translated = _translated(row, english, report, parted.lines)
    if report.faults:
        return None
    paragraphs = tuple(piece.lines[0].text for piece in pieces)
    disclaimer_id, approval = where.disclaimer_id(report.file), approval_of(files, report.file)
    is_needed = disclaimer_id == STANDARD_DISCLAIMER and lang == ENGLISH
    is_retired = row.status is Status.RETIRED and not is_needed
    return Disclaimer(
        version=row.version,
        paragraphs=paragraphs,
        lang=lang,
        translated=translated,
        id=disclaimer_id,
        title=row.title,
        is_approved=approval is not None,
        is_retired=is_retired,
        next_review=approval.next_review if approval is not None else None,
    )


def is_disclaimer(file: str) -> bool:
    """Tell whether a file holds a disclaimer in some language."""
    return file.startswith(f"{where.DISCLAIMERS}/") and file.endswith(".md")


def review_of_disclaimer(files: Files, file: str) -> Review | None:
    """Return how a disclaimer stands; None where it cannot be read."""
    report = Report(file)
    text = read_text(files, report, LARGEST_TOPIC)
    parted = None if text is None else part(text, report)
    row = convert(parted.table, DisclaimerRow, report, parted.lines) if parted else None
    return None if row is None else signed(files, file, Review(row.status, row.version, "", sent=row.sent))


def read_other_disclaimers(files: Files, standard: Disclaimer) -> tuple[dict[str, Disclaimer], tuple[Fault, ...]]:
    """Return all sound disclaimers in English by id, the standard one first, and the faults of the others."""
    disclaimers, faults = {STANDARD_DISCLAIMER: standard}, list[Fault]()
    for disclaimer_id in _folders(files):
        report = Report(where.disclaimer_file(ENGLISH, disclaimer_id))
        if not is_id(disclaimer_id) or disclaimer_id == STANDARD_DISCLAIMER:
            report.add(1, "the name of this folder cannot be an id", f"{ID_REMEDY}; “standard” is taken")
        elif disclaimer := read_disclaimer(files, report):
            disclaimers[disclaimer_id] = disclaimer
        faults += report.faults
    return disclaimers, tuple(faults)


def _folders(files: Files) -> list[str]:
    try:
        return [each.name for each in files.entries(where.DISCLAIMERS) if each.is_folder]
    except FileUnreadable:
        return []


def _translated(row: DisclaimerRow, english: Disclaimer | None, report: Report, lines: Lines) -> Translated | None:
    if english is not None:
        return check_version(row.translates, english.version, report, lines)
    if row.translates:
        report.add(lines.of("translates"), "the English text translates nothing", "remove “translates”")
    return None
