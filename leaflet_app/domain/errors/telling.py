"""What of a fault may be told: text on a screen, places in a log."""

from __future__ import annotations

from traceback import walk_tb


def shown(untrusted: str) -> str:
    """Return the text on one line with what no screen can show as a question mark."""
    return "".join(letter if letter.isprintable() else "?" for letter in " ".join(untrusted.split()))


def whence(error: BaseException) -> str:
    """Say the kind of a fault and the lines that led to it, but none of its words: they may hold a patient's name."""
    places = [f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in walk_tb(error.__traceback__)]
    return " ".join((type(error).__name__, *(["at", " > ".join(places)] if places else ())))
