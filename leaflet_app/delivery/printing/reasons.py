"""Why a printer does not print, in the words of a clinic (RFC 8011 §5.4.12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "media-jam": "paper jam",
        "media-empty": "out of paper",
        "media-needed": "out of paper",
        "input-tray-missing": "a paper tray is missing",
        "output-area-full": "the tray of printed pages is full",
        "door-open": "a door is open",
        "cover-open": "a cover is open",
        "interlock-open": "a door is open",
        "toner-empty": "out of toner",
        "marker-supply-empty": "out of ink or toner",
        "toner-low": "toner is low",
        "marker-supply-low": "ink or toner is low",
        "offline": "switched off or not connected",
        "connecting-to-device": "looking for the printer",
        "timed-out": "switched off or not connected",
        "shutdown": "switched off or not connected",
        "cups-missing-filter": "its driver is missing",
        "paused": "paused",
    }
)


def in_words(reasons: Iterable[object]) -> str:
    """Say the reasons that a person can do something about; nothing where there are none."""
    plain = (str(each).removesuffix("-error").removesuffix("-warning") for each in reasons)
    return ", ".join(dict.fromkeys(_WORDS[each] for each in plain if each in _WORDS))
