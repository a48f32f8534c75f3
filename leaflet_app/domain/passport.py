"""The code at the foot of every page: six symbols that name the text, and two that tell whether they were misread.

The two are those of RAID-6, over the field of 32: the sum of the six symbols, and their sum weighted by powers of one
that passes through all others. Any two codes differ in three symbols or more, so up to two wrong ones are always seen;
so is a swap, of neighbours or not, since it makes two wrong.
"""

from __future__ import annotations

import re
import unicodedata

from leaflet_app.domain.errors import PassportMistyped

PREFIX = "CL"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U to misread."""

NAMING, CHECKING = 6, 2
BITS = 5 * NAMING
LONGEST_TYPED = 2000

_MISREAD = str.maketrans("OIL", "011")
_FIELD = 0b100101
"""x⁵ + x² + 1: no polynomial divides it, and x passes through all symbols but 0."""

_BEFORE_FRAGMENT = re.compile(r"\A.*[#£~]", re.DOTALL)
"""The address that a scanner types before a code; # is £ where its keyboard is another country's."""

_BEGUN = {"C1", "C", "1"}
"""The prefix misread, and what is left of it."""

_PASSED_OVER = {"Pd", "Zs", "Zl", "Zp", "Cc", "Cf"}
"""Dashes, spaces, ends of lines and what nobody sees."""

_ALSO_PASSED_OVER = "_.,:·−"


def passport(number: int) -> str:
    """Return the code of the lowest thirty bits of a number."""
    symbols = [number >> shift & 31 for shift in range(BITS - 5, -1, -5)]
    return _written(symbols, _checks(symbols))


def read_passport(untrusted: str) -> str:
    """Return a code as it is printed, from what a person typed or a scanner read. Raises PassportMistyped."""
    if len(untrusted) > LONGEST_TYPED:
        raise PassportMistyped("it is far too long")
    symbols = _symbols(untrusted)
    wanted = NAMING + CHECKING
    if len(symbols) != wanted:
        raise PassportMistyped(f"it has {len(symbols)} letters and digits after {PREFIX}, and a code has {wanted}")
    naming, checks = symbols[:NAMING], symbols[NAMING:]
    if checks != _checks(naming):
        raise PassportMistyped("one or more of its letters and digits are wrong, or have changed places")
    return _written(naming, checks)


def _written(naming: list[int], checks: list[int]) -> str:
    return "-".join((PREFIX, *("".join(SYMBOLS[each] for each in group) for group in (naming, checks))))


def _checks(naming: list[int]) -> list[int]:
    total = weighted = 0
    for symbol in naming:
        total ^= symbol
        weighted = _times_x(weighted ^ symbol)
    return [total, weighted]


def _times_x(symbol: int) -> int:
    doubled = symbol << 1
    return doubled ^ _FIELD if doubled >> 5 else doubled


def _symbols(untrusted: str) -> list[int]:
    typed = _BEFORE_FRAGMENT.sub("", unicodedata.normalize("NFKC", untrusted)).upper()
    kept = "".join(each for each in typed if not _is_passed_over(each))
    symbols = _without_prefix(kept).translate(_MISREAD)
    for each in symbols:
        if each not in SYMBOLS:
            raise PassportMistyped(f"no code has the sign “{each}” in it" if each.isprintable() else "it is damaged")
    return [SYMBOLS.index(each) for each in symbols]


def _is_passed_over(sign: str) -> bool:
    return unicodedata.category(sign) in _PASSED_OVER or sign in _ALSO_PASSED_OVER


def _without_prefix(typed: str) -> str:
    """Return what follows the prefix, or what is left of it; a whole one stands for itself, however few follow."""
    if typed.startswith(PREFIX):
        return typed.removeprefix(PREFIX)
    more = len(typed) - NAMING - CHECKING
    begun = typed[: max(more, 0)].translate(_MISREAD)
    return typed[more:] if begun in _BEGUN else typed
