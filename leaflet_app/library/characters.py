"""Which characters a text may hold. Text leaves here composed (NFC), so equal words are equal."""

from __future__ import annotations

import re
import unicodedata

# Controls, private and unassigned-by-design characters, and those that hide, break lines or turn the reading order.
_FORBIDDEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def composed(text: str) -> str:
    """Return the text in the form in which equal words have equal letters (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def forbidden_in(untrusted_text: str) -> tuple[int, str] | None:
    """Return where the first hidden or controlling character stands, and its name; None if there is none."""
    found = re.search(_FORBIDDEN, untrusted_text)
    if found is None:
        return None
    character = found.group()
    return found.start(), f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
