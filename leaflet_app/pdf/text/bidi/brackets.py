"""Which brackets of a text belong together (BD14 to BD16)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from unicodedata import category, lookup, mirrored, name, normalize

MOST_OPEN = 63  # BD16: where more are open, no further pair is looked for


def pairs(signs: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the brackets that belong together, by their openings."""
    opened: list[tuple[str, int]] = []
    found = []
    for at, sign in enumerate(signs):
        if closing := _closing(sign):
            if len(opened) == MOST_OPEN:
                break
            opened.append((closing, at))
        elif sign:
            closes = normalize("NFC", sign)
            depth = next((depth for depth, (wanted, _) in reversed([*enumerate(opened)]) if wanted == closes), None)
            if depth is not None:
                found.append((opened[depth][1], at))
                del opened[depth:]
    return sorted(found)


@cache
def _closing(sign: str) -> str:
    """Return what closes an opening bracket; Unicode names the two alike but for left and right."""
    if not sign or category(sign) != "Ps" or not mirrored(sign) or "LEFT" not in name(sign):
        return ""
    try:
        return normalize("NFC", lookup(name(sign).replace("LEFT", "RIGHT")))
    except KeyError:
        return ""
