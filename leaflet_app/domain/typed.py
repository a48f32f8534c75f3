"""What a person typed or pasted for one copy, made fit to print without changing a word."""

from __future__ import annotations

import re
import unicodedata

from leaflet_app.domain.languages import JOINERS

_WHITE = re.compile(r"[\t\x1f]")
_VARIANTS = re.compile("[\u034f\ufe00-\ufe0f]")  # they join marks and choose between pictures, and print nothing


def typed(text: str) -> str:
    """Return the lines with letters composed (NFC), tabs as spaces, and no hidden characters from other programs."""
    return "\n".join(map(_line, text.splitlines())).strip()


def typed_line(text: str) -> str:
    """Return the same on one line."""
    return " ".join(filter(None, typed(text).split("\n")))


def _line(text: str) -> str:
    plain = _WHITE.sub(" ", unicodedata.normalize("NFC", text))
    kept = JOINERS if any(unicodedata.bidirectional(letter) == "AL" for letter in plain) else ""
    shown = (letter for letter in plain if letter in kept or unicodedata.category(letter) != "Cf")
    return _VARIANTS.sub("", "".join(shown)).strip()
