"""A leaflet rendered once and copied for many: from copy to copy only one line and the file's ID change."""

from __future__ import annotations

import hashlib
import re
from binascii import hexlify
from codecs import charmap_encode
from dataclasses import replace
from typing import NamedTuple

from leaflet_app.domain.leaflet import Leaflet, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.pdf.fonts.faces import BASE, Face, encoded, face
from leaflet_app.pdf.fonts.families import family_of
from leaflet_app.pdf.paper import Paper, paper_of
from leaflet_app.pdf.render import render
from leaflet_app.pdf.slot import HEAD, SLOT_BYTES

LATIN = frozenset(map(chr, (*range(0xA1, 0xAD), *range(0xAE, 0x180), *range(0x218, 0x21C)))) | {"ẞ"}
"""The letters and signs of names in Latin script: Latin-1, Latin Extended-A, Romanian."""

PLACE = "For one person"
PROOF = "Zoë Ł. (7\\8)"
CLOSE = 0.01
"""A line nearer to the full width than this is laid out afresh, in ems: the sum of its widths may be rounded."""

ID_DIGITS = 32
_ID = b"/ID[<"
_FONT_SIZE = re.compile(rb"/\S+ ([\d.]+) Tf ")


class SlotFrame(NamedTuple):
    """What stands around the text of the line, and how much room there is in ems."""

    before: bytes
    after: bytes
    room: float


class SlotMaster:
    """Stamps a line into the slot of a finished file; a line that does not go in is rendered afresh."""

    def __init__(self, leaflet: Leaflet, look: Look) -> None:
        self._leaflet, self._look = leaflet, look
        of = face(family_of(look.theme, leaflet.lang).bold[0])
        letters = _letters(of)
        self._codes = {ord(letter): of.codes[ord(letter)].encode("latin-1") for letter in letters}
        self._widths = {letter: of.widths[letter] for letter in letters}
        self._widest = max(self._widths.values())
        rendered = self._rendered(PLACE)
        self.pages = rendered.pages
        self._digest = hashlib.sha256(rendered.pdf).digest()
        start, of_id = rendered.pdf.index(HEAD) + len(HEAD), _place_of_id(rendered.pdf)
        self._head, self._tail = rendered.pdf[:start], rendered.pdf[of_id.stop :]
        self._middle = rendered.pdf[start + SLOT_BYTES : of_id.start]
        paper = replace(paper_of(look), body_size=rendered.body_points)
        self._slot = _slot(rendered.pdf[start:], encoded(PLACE, of.name).encode("latin-1"), paper)
        if self._slot and self.stamp(PROOF) != self._identified(self._rendered(PROOF).pdf, PROOF):
            self._slot = None

    def copy_id(self, line: str) -> bytes:
        """Return what names the copy with this line, near the end of its file."""
        return hexlify(hashlib.sha256(self._digest + line.encode()).digest()[: ID_DIGITS // 2])

    def copy(self, line: str) -> bytes:
        """Return the PDF with this line. Raises MissingGlyph, LeafletTooLong."""
        return self.stamp(line) or self.fresh(line)

    def stamp(self, line: str) -> bytes | None:
        """Return the PDF with this line in its slot; None where it does not go in as it stands."""
        content = self.content(line)
        if content is None:
            return None
        own = self.copy_id(line)
        return b"".join((self._head, content, self._middle, own, b"><", own, self._tail))

    def content(self, line: str) -> bytes | None:
        """Return the slot with this line; None where a letter is not reserved or the line is too wide."""
        slot = self._slot
        if slot is None:
            return None
        try:
            text, _ = charmap_encode(line, "strict", self._codes)
        except UnicodeEncodeError:
            return None
        if len(line) * self._widest > slot.room and sum(map(self._widths.__getitem__, line)) > slot.room:
            return None
        content = b"".join((slot.before, text, slot.after))
        return content.ljust(SLOT_BYTES) if len(content) <= SLOT_BYTES else None

    def fresh(self, line: str) -> bytes:
        """Return the PDF laid out anew with this line. Raises MissingGlyph, LeafletTooLong."""
        return self._identified(render(replace(self._leaflet, for_person=line), self._look).pdf, line)

    def _rendered(self, line: str) -> Rendered:
        """Render the leaflet with a slot that holds this line."""
        reserved = "".join(sorted(self._widths))
        return render(replace(self._leaflet, for_person=line), self._look, reserved)

    def _identified(self, pdf: bytes, line: str) -> bytes:
        place, own = _place_of_id(pdf), self.copy_id(line)
        return b"".join((pdf[: place.start], own, b"><", own, pdf[place.stop :]))


def _letters(of: Face) -> frozenset[str]:
    """Return the letters that a line may have: those of the face that have a glyph of their own."""
    return (BASE | LATIN.difference(of.aliases)) & of.characters


def _place_of_id(pdf: bytes) -> slice:
    """Return where the two halves of the file's ID stand."""
    start = pdf.rindex(_ID) + len(_ID)
    return slice(start, start + 2 * ID_DIGITS + len(b"><"))


def _slot(pdf: bytes, place: bytes, paper: Paper) -> SlotFrame | None:
    """Return what stands around a text at the file's slot; None where the text does not stand there in one part."""
    before, found, after = pdf[:SLOT_BYTES].partition(b"(%b)" % place)
    sizes = _FONT_SIZE.findall(before)
    if not found or len(sizes) != 1:
        return None
    return SlotFrame(before + b"(", b")" + after.rstrip(), paper.text_width / float(sizes[0]) - CLOSE)
