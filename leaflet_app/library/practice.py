"""The practices. Nothing is printed on a guess: with a fault in the first there is no library.

Another with a fault is left out and told of.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from leaflet_app.domain.bounds import LARGEST_PICTURE, LONGEST_SIDE, MOST_PIXELS
from leaflet_app.domain.brand_colours import is_readable, nearest_readable
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.practice import FIRST_PRACTICE, Brand, Practice, is_colour
from leaflet_app.library import where
from leaflet_app.library.files import LARGEST_TOPIC, Files, FileUnreadable, read_bytes, read_text
from leaflet_app.library.ids import ID_REMEDY, is_id
from leaflet_app.library.pictures import pixels_of
from leaflet_app.library.practice_checks import wrong_in
from leaflet_app.library.report import Report
from leaflet_app.library.schema import BrandRow
from leaflet_app.library.tables import Lines, convert, load

"""How many times longer than the other a side of the logo may be: a line is no picture."""


def read_practice(files: Files, report: Report, disclaimers: Collection[str]) -> Practice | None:
    """Return the practice of a file; None after reporting a fault. It may choose among these disclaimers."""
    text = read_text(files, report, LARGEST_TOPIC)
    lines = Lines(text or "")
    table = None if text is None else load(text, report, lines)
    if table is None:
        return None
    row = convert(table.pop("brand", {}), BrandRow, report, lines, "brand")
    practice = convert(table, Practice, report, lines)
    if practice is None or row is None:
        return None
    for field, remedy in wrong_in(practice):
        report.add(lines.of(field), f"“{field}” cannot be printed as it stands", remedy)
    if practice.disclaimer and practice.disclaimer not in disclaimers:
        wrong = f"there is no disclaimer “{practice.disclaimer}”, or it has faults"
        report.add(lines.of("disclaimer"), wrong, f"choose from: {', '.join(disclaimers)}")
    brand = _read_brand(files, row, report, lines)
    return None if brand is None or report.faults else replace(practice, brand=brand)


def read_other_practices(
    files: Files, first: Practice, disclaimers: Collection[str]
) -> tuple[dict[str, Practice], tuple[Fault, ...]]:
    """Return all sound practices by id, the first before the others, and the faults of the others."""
    practices, faults = {FIRST_PRACTICE: first}, list[Fault]()
    for practice_id in practice_ids(files):
        if practice_id == FIRST_PRACTICE:
            continue
        report = Report(where.practice_file(practice_id))
        if not is_id(practice_id):
            report.add(1, "the name of this file cannot be an id", ID_REMEDY)
        elif practice := read_practice(files, report, disclaimers):
            practices[practice_id] = practice
        faults += report.faults
    return practices, tuple(faults)


def practice_ids(files: Files) -> list[str]:
    """Name the profiles that have a file, sound or not."""
    try:
        entries = list(files.entries(where.PRACTICES))
    except FileUnreadable:
        return [FIRST_PRACTICE]
    named = (each.name for each in entries if not each.is_folder)
    return [name.removesuffix(".toml") for name in named if name.endswith(".toml")]


def _read_brand(files: Files, row: BrandRow, report: Report, lines: Lines) -> Brand | None:
    """Return the brand; None after reporting a colour that words cannot be printed in."""
    plain = Brand()
    for field, untrusted_colour, like in (("band", row.band, plain.band), ("accent", row.accent, plain.accent)):
        if not (is_colour(untrusted_colour) and is_readable(untrusted_colour)):
            wrong = f"“brand.{field}” cannot be printed as it stands"
            better = nearest_readable(untrusted_colour) if is_colour(untrusted_colour) else like
            report.add(lines.of(f"brand.{field}"), wrong, f"write a dark colour like {better}")
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
    if refused := logo_refused(picture):
        wrong, remedy = refused
        report.add(line, f"the logo {wrong}", remedy)
    return picture


def logo_refused(untrusted: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a logo by its header, and what to do; None where nothing is."""
    size = pixels_of(untrusted)
    if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
        return "is not a PNG or JPEG picture of at most 25 megapixels", "save it as a smaller PNG"
    if max(size) > LONGEST_SIDE * min(size):
        return f"has a longer side of more than {LONGEST_SIDE} times the other", "cut it to a squarer shape"
    return None
