"""The practice and its disclaimer. Nothing is printed on a guess: with a fault here there is no library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leaflet_app.domain.blocks import Run
from leaflet_app.domain.bounds import LARGEST_PICTURE, MOST_PIXELS
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.practice import Brand, Disclaimer, Practice, is_colour
from leaflet_app.domain.wording import Wording
from leaflet_app.library.addresses import is_email, is_https, is_phone
from leaflet_app.library.body import read_body
from leaflet_app.library.contrast import is_readable
from leaflet_app.library.files import LARGEST_TOPIC, Files, read_bytes, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.pictures import pixels_of
from leaflet_app.library.report import Report
from leaflet_app.library.reviews import check_version
from leaflet_app.library.schema import BrandRow, DisclaimerRow
from leaflet_app.library.sections import check_no_marks
from leaflet_app.library.tables import Lines, convert, load

MOST_ADDRESS_LINES = 5
LONGEST_NAME = 70
"""How many letters the band of a leaflet has room for on each side."""
LONGEST_SIDE = 10
"""How many times longer than the other a side of the logo may be: a line is no picture."""


def read_practice(files: Files, report: Report) -> Practice | None:
    """Return the practice; None after reporting a fault."""
    text = read_text(files, report, LARGEST_TOPIC)
    lines = Lines(text or "")
    table = None if text is None else load(text, report, lines)
    if table is None:
        return None
    row = convert(table.pop("brand", {}), BrandRow, report, lines, "brand")
    practice = convert(table, Practice, report, lines)
    if practice is None or row is None:
        return None
    _check_practice(practice, report, lines)
    brand = _read_brand(files, row, report, lines)
    return None if brand is None or report.faults else replace(practice, brand=brand)


def read_disclaimer(
    files: Files, report: Report, practice: Practice, wording: Wording, english: Disclaimer | None = None
) -> Disclaimer | None:
    """Return the disclaimer with the publisher's names filled in; None after reporting a fault.

    `english` is the text that it must be a translation of.
    """
    text = read_text(files, report, LARGEST_TOPIC)
    parted = None if text is None else part(text, report)
    row = convert(parted.table, DisclaimerRow, report, parted.lines) if parted else None
    if parted is None or row is None:
        return None
    publisher = {"publisher_does_not": Run(_publisher_does_not(practice, wording))}
    pieces = read_body(parted.body, parted.body_line, publisher, report)
    check_no_marks(pieces, report)
    for piece in (piece for piece in pieces if piece.kind != "paragraph"):
        report.add(piece.number, "the disclaimer holds a heading or bullets", "write it in paragraphs")
    if not pieces:
        report.add(parted.body_line, "the disclaimer is empty", "write it below the front matter")
    translated = _translated(row, english, report, parted.lines)
    paragraphs = tuple(piece.lines[0].text for piece in pieces)
    return None if report.faults else Disclaimer(row.version, paragraphs, wording.lang, translated)


def _translated(row: DisclaimerRow, english: Disclaimer | None, report: Report, lines: Lines) -> Translated | None:
    if english is not None:
        return check_version(row.translates, english.version, report, lines)
    if row.translates:
        report.add(lines.of("translates"), "the English text translates nothing", "remove “translates”")
    return None


def _publisher_does_not(practice: Practice, wording: Wording) -> str:
    is_one = practice.publisher == practice.consultant_name
    template = wording.one_does_not if is_one else wording.both_do_not
    return template.format(practice=practice.name, consultant=practice.consultant_name)


def _check_practice(practice: Practice, report: Report, lines: Lines) -> None:
    checks = (
        ("consultant_name", bool(practice.consultant_name.strip()), "write the consultant's name"),
        ("name", len(practice.publisher) <= LONGEST_NAME, f"write at most {LONGEST_NAME} letters"),
        (
            "consultant_role",
            len(practice.consultant_name + practice.consultant_role) <= LONGEST_NAME,
            f"write at most {LONGEST_NAME} letters, with the consultant's name",
        ),
        ("emergency_note", bool(practice.emergency_note.strip()), "write what to do in an emergency"),
        ("phone", is_phone(practice.phone), "write digits in groups, like 07565 978310"),
        ("email", not practice.email or is_email(practice.email), "write one plain mail address"),
        (
            "contact_form",
            not practice.contact_form or is_https(practice.contact_form),
            "write an address that begins https://",
        ),
        ("website", not practice.website or is_https(practice.website), "write an address that begins https://"),
        (
            "feedback",
            not practice.feedback or is_https(practice.feedback) or is_email(practice.feedback),
            "write a mail address or one that begins https://",
        ),
        ("address", len(practice.address) <= MOST_ADDRESS_LINES, f"write at most {MOST_ADDRESS_LINES} lines"),
    )
    for field, is_right, remedy in checks:
        if not is_right:
            report.add(lines.of(field), f"“{field}” cannot be printed as it stands", remedy)


def _read_brand(files: Files, row: BrandRow, report: Report, lines: Lines) -> Brand | None:
    """Return the brand; None after reporting a colour that words cannot be printed in."""
    plain = Brand()
    for field, untrusted_colour, like in (("band", row.band, plain.band), ("accent", row.accent, plain.accent)):
        if not (is_colour(untrusted_colour) and is_readable(untrusted_colour)):
            wrong = f"“brand.{field}” cannot be printed as it stands"
            report.add(lines.of(f"brand.{field}"), wrong, f"write a dark colour like {like}")
    if report.faults:
        return None
    return Brand(row.band, row.accent, _logo(files, row, report, lines), row.logo_alt if row.logo else "")


def _logo(files: Files, row: BrandRow, report: Report, lines: Lines) -> bytes:
    """Return the logo's picture; nothing where there is none, or after reporting a fault."""
    if not row.logo:
        return b""
    line = lines.of("brand.logo")
    if not row.logo_alt.strip():
        report.add(line, "the logo has no words for those who cannot see it", "add logo_alt")
    if Path(row.logo).name != row.logo:
        report.add(line, "the logo is not beside this file", "write the bare name of a file in this folder")
        return b""
    logo = Report(str(Path(report.file).with_name(row.logo).as_posix()))
    picture = read_bytes(files, logo, LARGEST_PICTURE)
    report.faults += logo.faults
    if picture is None:
        return b""
    size = pixels_of(picture)
    if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
        report.add(line, "the logo is not a PNG or JPEG picture of at most 25 megapixels", "save it as a smaller PNG")
    elif max(size) > LONGEST_SIDE * min(size):
        wrong = f"the logo's longer side is more than {LONGEST_SIDE} times the other"
        report.add(line, wrong, "cut it to a squarer shape")
    return picture
