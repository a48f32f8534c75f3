"""The practice and its disclaimer. Nothing is printed on a guess: with a fault here there is no library."""

from __future__ import annotations

import re
from pathlib import Path

from leaflet_app.domain.blocks import Run
from leaflet_app.domain.practice import Brand, Disclaimer, Practice
from leaflet_app.domain.wording import Wording
from leaflet_app.library.addresses import is_email, is_https, is_phone
from leaflet_app.library.body import read_body
from leaflet_app.library.contrast import is_readable
from leaflet_app.library.files import LARGEST_TOPIC, read_bytes, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.pictures import LARGEST_PICTURE, MOST_PIXELS, pixels_of
from leaflet_app.library.report import Report
from leaflet_app.library.schema import BrandRow, DisclaimerRow, PracticeRow
from leaflet_app.library.sections import check_no_marks
from leaflet_app.library.tables import Lines, convert, load

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
MOST_ADDRESS_LINES = 5
LONGEST_NAME = 90
"""More letters than this find no room in the band at the top of a leaflet."""
LONGEST_SIDE = 10
"""How many times longer than the other a side of the logo may be: a line is no picture."""
LONGEST_NAME = 70
LONGEST_PERSON = 100
"""What the band of a leaflet has room for, in letters."""


def read_practice(root: Path, report: Report) -> Practice | None:
    """Return the practice; None after reporting a fault."""
    text = read_text(root, report, LARGEST_TOPIC)
    lines = Lines(text or "")
    table = None if text is None else load(text, report, lines)
    row = None if table is None else convert(table, PracticeRow, report, lines)
    if row is None:
        return None
    _check_practice(row, report, lines)
    brand = _brand(root, row.brand, report, lines)
    fields = {name: getattr(row, name) for name in row.__struct_fields__ if name != "brand"}
    return None if report.faults else Practice(**fields, brand=brand)


def read_disclaimer(root: Path, report: Report, practice: Practice, wording: Wording) -> Disclaimer | None:
    """Return the disclaimer with the publisher's names filled in; None after reporting a fault."""
    text = read_text(root, report, LARGEST_TOPIC)
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
    return None if report.faults else Disclaimer(row.version, tuple(piece.lines[0].text for piece in pieces))


def _publisher_does_not(practice: Practice, wording: Wording) -> str:
    is_one = practice.publisher == practice.consultant_name
    template = wording.one_does_not if is_one else wording.both_do_not
    return template.format(practice=practice.name, consultant=practice.consultant_name)


def _check_practice(row: PracticeRow, report: Report, lines: Lines) -> None:
    checks = (
        ("consultant_name", bool(row.consultant_name.strip()), "write the consultant's name"),
        ("name", len(row.name or row.consultant_name) <= LONGEST_NAME, f"write at most {LONGEST_NAME} letters"),
        (
            "consultant_role",
            len(row.consultant_name) + len(row.consultant_role) <= LONGEST_PERSON,
            f"write at most {LONGEST_PERSON} letters for name and role together",
        ),
        ("name", len(row.name) <= LONGEST_NAME, f"write at most {LONGEST_NAME} letters"),
        (
            "consultant_role",
            len(row.consultant_name + row.consultant_role) <= LONGEST_NAME,
            f"write at most {LONGEST_NAME} letters, with the consultant's name",
        ),
        ("emergency_note", bool(row.emergency_note.strip()), "write what to do in an emergency"),
        ("phone", is_phone(row.phone), "write digits in groups, like 07565 978310"),
        ("email", not row.email or is_email(row.email), "write one plain mail address"),
        ("contact_form", not row.contact_form or is_https(row.contact_form), "write an address that begins https://"),
        ("website", not row.website or is_https(row.website), "write an address that begins https://"),
        (
            "feedback",
            not row.feedback or is_https(row.feedback) or is_email(row.feedback),
            "write a mail address or one that begins https://",
        ),
        ("address", len(row.address) <= MOST_ADDRESS_LINES, f"write at most {MOST_ADDRESS_LINES} lines"),
        ("brand.band", _is_ink(row.brand.band), "write a dark colour like #0B4F6C"),
        ("brand.accent", _is_ink(row.brand.accent), "write a dark colour like #0B6E99"),
    )
    for field, is_right, remedy in checks:
        if not is_right:
            report.add(lines.of(field), f"“{field}” cannot be printed as it stands", remedy)


def _is_ink(untrusted_colour: str) -> bool:
    """Tell whether a text is a colour dark enough for words: 4.5 times as dark as what they stand on."""
    return bool(_COLOUR.fullmatch(untrusted_colour)) and is_readable(untrusted_colour)


def _brand(root: Path, row: BrandRow, report: Report, lines: Lines) -> Brand:
    if not row.logo:
        return Brand(row.band, row.accent)
    line = lines.of("brand.logo")
    if not row.logo_alt.strip():
        report.add(line, "the logo has no words for those who cannot see it", "add logo_alt")
    if Path(row.logo).name != row.logo:
        report.add(line, "the logo is not beside this file", "write the bare name of a file in this folder")
        return Brand(row.band, row.accent)
    logo = Report(str(Path(report.file).with_name(row.logo).as_posix()))
    picture = read_bytes(root, logo, LARGEST_PICTURE)
    report.faults += logo.faults
    if picture is None:
        return Brand(row.band, row.accent)
    size = pixels_of(picture)
    if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
        report.add(line, "the logo is not a PNG or JPEG picture of at most 25 megapixels", "save it as a smaller PNG")
    elif max(size) > LONGEST_SIDE * min(size):
        wrong = f"the logo's longer side is more than {LONGEST_SIDE} times the other"
        report.add(line, wrong, "cut it to a squarer shape")
    return Brand(row.band, row.accent, picture, row.logo_alt)
