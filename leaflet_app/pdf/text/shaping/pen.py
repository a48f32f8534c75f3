"""Write the operators that show segments where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.fonts.faces import encoded, escaped, width_of
from leaflet_app.pdf.text.setting import PAGE_PLACE
from leaflet_app.pdf.text.shaping.lines import Placed
from leaflet_app.pdf.text.shaping.segments import Segment


class PageNumber(NamedTuple):
    """Operators that show a page number; what is read after it closes up to it, as it is narrower than its place."""

    before: str
    move: float
    text: str
    face: str
    is_right_to_left: bool

    def showing(self, number: str) -> str:
        """Return the operators with a number in its place."""
        spare = width_of(PAGE_PLACE, self.face) - width_of(number, self.face) if self.is_right_to_left else 0.0
        text = encoded(self.text.replace(PAGE_PLACE, number), self.face)
        return f"{self.before}{_shown(self.move + spare, text, spare)}"


class Pen:
    """Knows what the operators so far have set: the face, the colour, and where on its line it stands, in ems."""

    def __init__(self, size: float, fonts: EmbeddedFonts, *, is_right_to_left: bool) -> None:
        self._size, self._fonts, self._is_right_to_left = size, fonts, is_right_to_left
        self._colour = self._face = self._begun = ""
        self._at = 0.0

    def start_line(self) -> None:
        """Go to the start of the next line."""
        self._begun, self._at = "T* ", 0.0

    def show(self, alike: Sequence[Placed], colour: str) -> str:
        """Return the operators that show segments of one level and face, which stand beside each other.

        They are one string, in the order of paper: the text that readers find on the page is right only then.
        """
        order = alike[::-1] if alike[0].segment.level % 2 else alike
        name = order[0].segment.face
        before, move = self._set(name, colour), self._move_to(order[0], order[-1])
        return f"{before}{_shown(move, ''.join(self._codes(placed.segment) for placed in order))}"

    def _codes(self, segment: Segment) -> str:
        if segment.clusters:
            codes = (self._fonts.code(segment.face, *cluster) for cluster in segment.clusters)
            return "".join(map(escaped, codes))
        self._fonts.need(segment.face, segment.text)
        return encoded(segment.text, segment.face)

    def show_page_number(self, placed: Placed, colour: str) -> PageNumber:
        """Return the operators that show a segment with a page number in it, once that is known."""
        segment = placed.segment
        self._fonts.need(segment.face, f"{segment.text}0123456789")
        before, move = self._set(segment.face, colour), self._move_to(placed, placed)
        return PageNumber(before, move, segment.text, segment.face, self._is_right_to_left)

    def _set(self, face_name: str, colour: str) -> str:
        code, self._begun = self._begun, ""
        if face_name != self._face:
            code += f"/{face_name} {self._size:g} Tf "
        if colour != self._colour:
            code += f"{rgb(colour)} rg "
        self._face, self._colour = face_name, colour
        return code

    def _move_to(self, first: Placed, last: Placed) -> float:
        move, self._at = first.left - self._at, last.right
        return move


def _shown(move: float, codes: str, more: float = 0.0) -> str:
    """Return the operator that moves so many ems, shows codes, and moves on by more ems (ISO 32000-1 §9.4.3)."""
    before, behind = (round(-each * 1000) or "" for each in (move, more))
    return f"[{before}({codes}){behind}]TJ " if before or behind else f"({codes})Tj "
