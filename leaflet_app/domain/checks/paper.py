"""Whether the print can be read: its size, its lines, its colours and what must not be torn apart (UKAAF G003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet_app.domain.blocks import Heading, Run, flat, runs
from leaflet_app.domain.checks.check import FORMAT, Finding, Proof, look, passed, stop
from leaflet_app.domain.contrast import LEAST_CONTRAST, contrast
from leaflet_app.domain.counted import some

LEAST_POINTS, BEST_POINTS = 12, 14
LEAST_LARGE_POINTS, BEST_LARGE_POINTS = 16, 18
LONGEST_LINE = 80
"""Characters (WCAG 2.2, 1.4.8)."""

_PHONE = re.compile(r"(?<![\w/])(?:\+44|0)(?:[ -]?\d){9,10}(?!\d)")


def page_numbers(proof: Proof) -> Finding:
    """See that every page carries the code and says which page of how many it is, so that a lost one is missed."""
    footer = proof.leaflet.footer
    if not all(each and each in footer for each in ("{page}", "{pages}", proof.leaflet.code)):
        return look("The pages do not all say their code and number.", "Mend “footer” in the wording.", "title")
    return passed("Every page says its code, its number and how many there are.")


def size_of_type(proof: Proof) -> Finding:
    """See that text is at least 12 points, better 14; in large print at least 16, better 18."""
    sheet = proof.sheet
    large = sheet.is_large_print
    least, best = (LEAST_LARGE_POINTS, BEST_LARGE_POINTS) if large else (LEAST_POINTS, BEST_POINTS)
    said = f"The text is {sheet.body_points:g} points high"
    if sheet.body_points < least or sheet.smallest_points < LEAST_POINTS:
        smallest = min(sheet.body_points, sheet.smallest_points)
        return stop(f"Some text is only {smallest:g} points high.", "Choose another format.", FORMAT)
    if sheet.body_points < best:
        return look(f"{said}; {best} reads better.", "Choose another format if you can.", FORMAT)
    return passed(f"{said}, the smallest {sheet.smallest_points:g}.")


def line_length(proof: Proof) -> Finding:
    """See that a line holds at most 80 characters."""
    characters = round(proof.sheet.characters_a_line)
    if characters > LONGEST_LINE:
        return look(
            f"A full line holds about {characters} characters; {LONGEST_LINE} are easier to follow.",
            "Choose large print for anyone who loses the line.",
            FORMAT,
        )
    return passed(f"A full line holds about {characters} characters.")


def colours(proof: Proof) -> Finding:
    """See that words stand out from their ground, whatever the practice's colours."""
    faint = [
        f"{ink.what} ({contrast(ink.colour, ink.ground):.1f})"
        for ink in proof.sheet.inks
        if contrast(ink.colour, ink.ground) < LEAST_CONTRAST
    ]
    if faint:
        return look(
            f"Too faint, below {LEAST_CONTRAST:g} to 1: {some(faint)}.",
            "Choose darker colours under [brand] in practice.toml.",
            "title",
        )
    return passed(f"All words stand out by at least {LEAST_CONTRAST:g} to 1.")


def whole_phones(proof: Proof) -> Finding:
    """See that no phone number is broken over two lines."""
    torn = [(anchor, run) for anchor, run in _runs_by_heading(proof) if not run.whole and _holds_phone(run)]
    if torn:
        numbers = (match[0] for _, run in torn if (match := _PHONE.search(run.text)))
        return look(
            f"A phone number in the text may break over two lines: {some(numbers)}.",
            "See that it stands on one line, or leave it to the contact box.",
            torn[0][0],
        )
    return passed("Every phone number stays on one line.", "contact")


def _runs_by_heading(proof: Proof) -> Iterator[tuple[str, Run]]:
    anchor = "title"
    for block in flat(proof.leaflet.blocks):
        if isinstance(block, Heading):
            anchor = block.anchor
        for run in runs(block):
            yield anchor, run


def _holds_phone(run: Run) -> bool:
    return run.link.startswith("tel:") or bool(_PHONE.search(run.text))
