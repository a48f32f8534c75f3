"""The one gate for ids: they become folder names on every kind of computer."""

from __future__ import annotations

import re

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{number}" for number in range(10)), *(f"lpt{number}" for number in range(10)))
)
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
ID_REMEDY = "use 1 to 64 small letters, digits and hyphens, with no hyphen at either end"


def is_id(untrusted_text: str) -> bool:
    """Tell whether a text may name a topic, a shared text or a line. Windows reserves its device names."""
    return bool(_ID.fullmatch(untrusted_text)) and untrusted_text not in _DEVICES


def is_lang(untrusted_text: str) -> bool:
    """Tell whether a text may name the language of a file, as “cy” or “en-GB” (BCP 47)."""
    return _LANG.fullmatch(untrusted_text) is not None
