"""Read the drawings that the program ships with: their shapes, and their words in one language."""

from __future__ import annotations

from typing import Any

from leaflet_app.domain.bounds import LONGEST_ALT
from leaflet_app.domain.diagrams import Diagram, Part, Point
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.library.files import LARGEST_TOPIC, Files, read_text
from leaflet_app.library.report import Report
from leaflet_app.library.schema import Row
from leaflet_app.library.svg import Drawn, read_svg
from leaflet_app.library.tables import Lines, convert, load

ROOM = "diagrams"


class PartRow(Row):
    """The words of one part of a drawing."""

    label: str
    place: str = ""
    marked: str = ""


class DiagramRow(Row):
    """The words of a drawing. Parts are printed in this order."""

    alt: str
    parts: dict[str, PartRow]


def read_diagrams(files: Files) -> tuple[dict[str, Diagram], tuple[Fault, ...]]:
    """Return the sound drawings of the program's resources by name, and the faults of the others."""
    report = Report(f"{ROOM}/{ENGLISH}.toml")
    text = read_text(files, report, LARGEST_TOPIC)
    lines = Lines(text or "")
    table: dict[str, Any] = (load(text, report, lines) if text is not None else None) or {}
    table.pop("lang", "")
    faults = report.faults
    diagrams = {}
    for name, untrusted_words in table.items():
        own = Report(report.file)
        row = convert(untrusted_words, DiagramRow, own, lines, name)
        drawing = Report(f"{ROOM}/{name}.svg")
        svg = read_text(files, drawing, LARGEST_TOPIC)
        drawn = None if svg is None else read_svg(svg, drawing)
        if row is not None and drawn is not None:
            _check_words(name, row, drawn, own, lines)
            diagrams[name] = _diagram(name, row, drawn)
        if own.faults or drawing.faults:
            diagrams.pop(name, None)
        faults = [*faults, *own.faults, *drawing.faults]
    return diagrams, tuple(sorted(faults))


def _diagram(name: str, row: DiagramRow, drawn: Drawn) -> Diagram:
    parts = {
        part: Part(words.label, _anchor(part, drawn), words.place, words.marked) for part, words in row.parts.items()
    }
    return Diagram(name, drawn.width, drawn.height, tuple(drawn.shapes), parts, row.alt)


def _check_words(name: str, row: DiagramRow, drawn: Drawn, report: Report, lines: Lines) -> None:
    """Report words that are too long, parts without words and words without a part."""
    alts = {"alt": row.alt} | {f"parts.{part}.marked": words.marked for part, words in row.parts.items()}
    for key, said in alts.items():
        if len(said) > LONGEST_ALT:
            report.add(lines.of(f"{name}.{key}"), f"the text is longer than {LONGEST_ALT} letters", "shorten it")
    drawn_parts = {shape.part for shape in drawn.shapes if shape.part}
    for part in sorted(drawn_parts ^ row.parts.keys()):
        wrong = f"“{part}” is a part only of the {'drawing' if part in drawn_parts else 'words'}"
        report.add(lines.of(f"{name}.parts"), wrong, "give each part of the drawing its words")


def _anchor(part: str, drawn: Drawn) -> Point:
    """Return where the line to a label begins: the place the file names, else the middle of the part."""
    points = [point for shape in drawn.shapes if shape.part == part for point in shape.points]
    if part in drawn.anchors or not points:
        return drawn.anchors.get(part, (0.0, 0.0))
    across, down = [x for x, _ in points], [y for _, y in points]
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
