"""A slot: one line of a page in a content stream of its own, so that another line can take its place."""

from __future__ import annotations

from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import Stream, deflated
from leaflet_app.pdf.side import Side

SLOT_BYTES = 1_000
"""How long every slot is: the longest line, and spaces behind a shorter one."""

HEAD = b"<</Length %d>>\nstream\n" % SLOT_BYTES
"""What stands before a slot's content, and nowhere else in a file: all other content is compressed."""


class Slot(Stream):
    """The content stream of a slot, not compressed."""

    def __init__(self, code: list[str]) -> None:
        self._content = "\n".join(code).encode("latin-1").ljust(SLOT_BYTES)

    def source(self) -> bytes:
        """Return the stream's source."""
        return b"%b%b\nendstream" % (HEAD, self._content)


def contents(side: Side, document: Document) -> str:
    """Put what a side paints into the document and return the reference to it.

    That is one stream, or three where it has a slot, which readers join (ISO 32000-1 §7.8.2).
    """
    if side.slot is None:
        return document.add_stream(_painted(side.code))
    before, after = side.code[: side.slot.start], side.code[side.slot.stop :]
    streams = (_painted(before), Slot(side.code[side.slot]), _painted(after))
    return f"[{' '.join(map(document.add_stream, streams))}]"


def _painted(code: list[str]) -> Stream:
    return Stream(deflated("\n".join(code)))
