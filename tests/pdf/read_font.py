"""A font of a PDF, read back: which codes its text shows, what they say, and which glyphs draw them."""

import re
from collections.abc import Iterator

WIDE = 2
"""Bytes of a code of a Type 0 font; any other font has codes of one."""


class ReadFont:
    """A font that text was shown in. `shown` holds every code that some page shows."""

    def __init__(self, entry) -> None:
        self.entry = entry
        self.is_wide = entry.Subtype == "/Type0"
        self.described = entry.DescendantFonts[0] if self.is_wide else entry
        self.to_unicode = dict(_rows(entry.ToUnicode.read_bytes().decode())) if "/ToUnicode" in entry else {}
        self.shown: set[int] = set()

    @property
    def name(self) -> str:
        return str(self.entry.BaseFont)[1:]

    def read(self, text: bytes) -> str:
        """Return what a shown string says; a code that says nothing is a replacement character."""
        width = WIDE if self.is_wide else 1
        codes = [int.from_bytes(text[at : at + width], "big") for at in range(0, len(text), width)]
        self.shown.update(codes)
        return "".join(self.to_unicode.get(code, "\ufffd") for code in codes)

    def glyph(self, code: int) -> int:
        """Return the glyph that draws a code of a Type 0 font."""
        glyphs = self.described.get("/CIDToGIDMap", "/Identity")
        if glyphs == "/Identity":
            return code
        return int.from_bytes(glyphs.read_bytes()[WIDE * code : WIDE * (code + 1)], "big")


def _rows(source: str) -> Iterator[tuple[int, str]]:
    """Yield each code of a ToUnicode map and what it says (ISO 32000-1 §9.10.3)."""
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            yield int(code, 16), _text(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                yield int(first, 16) + step, _text(f"{int(text, 16) + step:0{len(text)}x}")


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
