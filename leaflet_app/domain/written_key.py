"""A key of the outbox as people read it to one another: 52 symbols, and two that tell whether one was misread."""

from __future__ import annotations

import re

from leaflet_app.domain.errors import SettingRefused
from leaflet_app.domain.passport import SYMBOLS

KEY_BITS = 256
SYMBOL_BITS = 5
CHECKING = 2
WRITTEN = -(-KEY_BITS // SYMBOL_BITS) + CHECKING
GROUP = 6
NAME = "outbox key"
"""What it is called in the keyring, and to a person."""

_PRIME = 1021
"""The largest that two symbols hold. It divides no difference that a wrong symbol or a swap of neighbours can make."""

_MISREAD = str.maketrans("OIL", "011")


def written_key(key: bytes) -> str:
    """Return a key as nine groups of six symbols."""
    number = int.from_bytes(key, "big") << SYMBOL_BITS * CHECKING | _check(key)
    symbols = "".join(SYMBOLS[number >> SYMBOL_BITS * place & 31] for place in reversed(range(WRITTEN)))
    return "-".join(symbols[start : start + GROUP] for start in range(0, WRITTEN, GROUP))


def read_key(untrusted: str) -> bytes:
    """Return the key that a person typed. Raises SettingRefused; neither sentence holds any of it."""
    symbols = re.sub(r"[\s\-–—]", "", untrusted).upper().translate(_MISREAD)
    if len(symbols) != WRITTEN:
        raise _refused(f"it has {len(symbols)} letters and digits, and the key has {WRITTEN}")
    if not set(symbols) <= set(SYMBOLS):
        raise _refused("it has a letter that no key has")
    number = 0
    for symbol in symbols:
        number = number << SYMBOL_BITS | SYMBOLS.index(symbol)
    number, check = divmod(number, 1 << SYMBOL_BITS * CHECKING)
    if number >> KEY_BITS or check != _check(number.to_bytes(KEY_BITS // 8, "big")):
        raise _refused("a letter or digit is wrong")
    return number.to_bytes(KEY_BITS // 8, "big")


def _check(key: bytes) -> int:
    return int.from_bytes(key, "big") % _PRIME


def _refused(why: str) -> SettingRefused:
    return SettingRefused(NAME, why, "Type it again as the other desk shows it: “leaflet-app outbox key --show”.")
