"""A drawing as vectors within the page, its labels beside it as words."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.blocks import Drawing, plain
from leaflet_app.domain.diagrams import Role, Shape, spread
from leaflet_app.html.escape import escape
from leaflet_app.html.links import OpenLink
from leaflet_app.html.runs import inline

ONE_LINE = 0.065
"""A line of a label in parts of the drawing's height."""

LETTERS_A_LINE = 34


def figure(block: Drawing, open_link: OpenLink) -> str:
    """Write the shapes as one picture with one description, and a line from each part to its label."""
    return "\n".join(_lines(block, open_link))


def path(shape: Shape) -> str:
    """Return a shape in the words of SVG."""
    return " ".join(f"{letter}{' '.join(f'{number:g}' for number in numbers)}" for letter, numbers in shape.steps)


def _lines(block: Drawing, open_link: OpenLink) -> Iterator[str]:
    diagram = block.diagram
    box = f"0 0 {diagram.width:g} {diagram.height:g}"
    middles = _middles(block)
    yield '<figure class="drawing">'
    yield f'<svg role="img" aria-label="{escape(block.alt)}" viewBox="{box}">'
    for shape in diagram.shapes:
        kinds = ("halo", "ring") if shape.role is Role.RING else (shape.role.value,)
        yield from (f'<path class="{kind}" d="{path(shape)}"/>' for kind in kinds)
    for (part, _), middle in zip(block.labels, middles, strict=True):
        across, down = diagram.parts[part].at
        line = f"M{across:g} {down:g} L{diagram.width:g} {middle * diagram.height:.1f}"
        yield from (f'<path class="{kind}" d="{line}"/>' for kind in ("halo", "leader"))
    yield "</svg>"
    yield "<ul>"
    for (_, text), middle in zip(block.labels, middles, strict=True):
        yield f'<li style="top: {middle:.1%}">{inline(text, open_link)}</li>'
    yield "</ul>"
    yield "</figure>"


def _middles(block: Drawing) -> list[float]:
    """Return how far down the middle of each label stands, in parts of the drawing's height."""
    wanted = [block.diagram.parts[part].at[1] / block.diagram.height for part, _ in block.labels]
    heights = [ONE_LINE * (1 + len(plain(text)) // LETTERS_A_LINE) for _, text in block.labels]
    return [top + height / 2 for top, height in zip(spread(wanted, heights, 1.0), heights, strict=True)]
