"""Read the few parts of SVG that the drawings use: groups of paths, circles and ellipses. Anything else is a fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from leaflet_app.domain.diagrams import Point, Role, Shape, Step
from leaflet_app.library.report import Report

MOST_SHAPES = 100
MOST_STEPS = 1000
FARTHEST = 1000.0

_ROUND = 0.5523  # of a circle drawn as four curves
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_TOKEN = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?|[^\s,]")
_ALLOWED = {
    "svg": {"xmlns", "viewBox", "fill", "stroke"},
    "g": {"id", "data-role", "data-anchor"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
}
_PLAIN = "draw it with paths of absolute M, L, C and Z, circles and ellipses"


@dataclass
class Drawn:
    """What a file draws: its size, its shapes, and where lines to the labels of some parts begin."""

    width: float = 0.0
    height: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    anchors: dict[str, Point] = field(default_factory=dict)


def read_svg(text: str, report: Report) -> Drawn | None:
    """Return what a file draws; None after reporting a fault."""
    reader = _Reader(report)
    try:
        reader.parser.Parse(text.encode(), True)  # noqa: FBT003  (Expat's own signature)
    except expat.ExpatError as error:
        report.add(error.lineno, "this is not valid XML", "save the drawing again as plain SVG")
    if not report.faults and not (reader.drawn.shapes and reader.drawn.width and reader.drawn.height):
        report.add(1, "the drawing is empty or has no viewBox", "give it a viewBox and at least one shape")
    return None if report.faults else reader.drawn


class _Reader:
    """Follows the elements of one file. Document types are refused, so no entity is ever opened."""

    def __init__(self, report: Report) -> None:
        self.drawn = Drawn()
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._report = report
        self._part, self._role = "", Role.OUTLINE

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        strange = sorted(set(attributes) - _ALLOWED.get(name, set())) if name in _ALLOWED else [name]
        if strange:
            self._fault(f"“{strange[0][:40]}” is not known here", _PLAIN)
        elif name == "svg":
            self._size(attributes.get("viewBox", ""))
        elif name == "g":
            self._group(attributes)
        else:
            self._shape(name, attributes)

    def _close(self, name: str) -> None:
        if name == "g":
            self._part, self._role = "", Role.OUTLINE

    def _refuse(self, *_declared: object) -> None:
        self._fault("the file declares a document type", "remove that line")

    def _size(self, box: str) -> None:
        numbers = _floats(box)
        if len(numbers) != 4 or numbers[:2] != (0, 0) or min(numbers[2:]) <= 0:  # noqa: PLR2004  (x, y, width, height)
            self._fault("the viewBox is not “0 0 WIDTH HEIGHT”", "write it that way")
        else:
            self.drawn.width, self.drawn.height = numbers[2:]

    def _group(self, attributes: Mapping[str, str]) -> None:
        self._part = attributes.get("id", "")
        if attributes.get("data-role") not in {role.value for role in Role}:
            self._fault("a group has no role", f"write data-role with one of {', '.join(role.value for role in Role)}")
            return
        self._role = Role(attributes["data-role"])
        anchor = _floats(attributes.get("data-anchor", ""))
        if len(anchor) == 2:  # noqa: PLR2004  (x, y)
            self.drawn.anchors[self._part] = (anchor[0], anchor[1])

    def _shape(self, name: str, attributes: Mapping[str, str]) -> None:
        steps = _path(attributes.get("d", "")) if name == "path" else _ellipse(name, attributes)
        if not steps:
            self._fault(f"the {name} cannot be read", _PLAIN)
        elif len(self.drawn.shapes) == MOST_SHAPES:
            self._fault(f"the drawing has more than {MOST_SHAPES} shapes", "make it simpler")
        else:
            self.drawn.shapes.append(Shape(self._part, self._role, steps))

    def _fault(self, wrong: str, remedy: str) -> None:
        self._report.add(self.parser.CurrentLineNumber, wrong, remedy)


def _path(untrusted_path: str) -> tuple[Step, ...]:
    """Return the steps of a path; none for one that holds anything else or leads too far."""
    tokens = _TOKEN.findall(untrusted_path)
    steps: list[Step] = []
    while tokens:
        letter, count = tokens[0], _NUMBERS.get(tokens[0], -1)
        numbers = _floats(" ".join(tokens[1 : count + 1]))
        if count < 0 or len(numbers) != count or len(steps) == MOST_STEPS:
            return ()
        steps.append((letter, numbers))
        del tokens[: count + 1]
    return tuple(steps) if steps and steps[0][0] == "M" else ()


def _ellipse(name: str, attributes: Mapping[str, str]) -> tuple[Step, ...]:
    """Return a round shape as four curves."""
    across, down = ("r", "r") if name == "circle" else ("rx", "ry")
    numbers = _floats(" ".join(attributes.get(each, "") for each in ("cx", "cy", across, down)))
    if len(numbers) != 4 or min(numbers[2:]) <= 0:  # noqa: PLR2004  (centre, two radii)
        return ()
    x, y, wide, high = numbers
    bow, bend = wide * _ROUND, high * _ROUND
    return (
        ("M", (x + wide, y)),
        ("C", (x + wide, y + bend, x + bow, y + high, x, y + high)),
        ("C", (x - bow, y + high, x - wide, y + bend, x - wide, y)),
        ("C", (x - wide, y - bend, x - bow, y - high, x, y - high)),
        ("C", (x + bow, y - high, x + wide, y - bend, x + wide, y)),
        ("Z", ()),
    )


def _floats(untrusted_numbers: str) -> tuple[float, ...]:
    """Return the numbers of a list; none where one is no number or lies too far out."""
    try:
        numbers = tuple(float(each) for each in untrusted_numbers.split())
    except ValueError:
        return ()
    return numbers if all(abs(each) <= FARTHEST for each in numbers) else ()
