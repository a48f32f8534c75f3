"""The three steps to a branded leaflet, offered once: whether they are wanted, and what was typed so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from leaflet_app import paths
from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.practice_fields import BY_KEY
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk

LARGEST = 100_000
_SHIPPED = "practice/practice.toml"
_KNOWN = frozenset((*BY_KEY, "band", "accent", "logo_alt"))


@value
class FirstSteps:
    """How far somebody came. `typed` holds details of the practice by field, `step` the one that was shown, from 0."""

    is_over: bool = False
    step: int = 0
    typed: Mapping[str, str] = field(default_factory=dict)


def are_wanted(desk: Desk) -> bool:
    """Tell whether to offer the steps unasked: never twice, and only where the practice is as it was shipped."""
    if _file(desk).exists():
        return False
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415  (asked once in a lifetime)

    try:
        shipped = (paths.resources() / "library" / _SHIPPED).read_bytes()
        return desk.files.read(_SHIPPED, LARGEST) == shipped
    except (OSError, FileUnreadable):
        return False


def load(desk: Desk) -> FirstSteps:
    """Return how far somebody came; nothing where that cannot be read."""
    try:
        untrusted = json.loads(_file(desk).read_bytes()[:LARGEST])
        typed = {key: words for key, words in dict(untrusted["typed"]).items() if key in _KNOWN}
        return FirstSteps(bool(untrusted["is_over"]), int(untrusted["step"]), {k: str(v) for k, v in typed.items()})
    except (OSError, ValueError, TypeError, KeyError):
        return FirstSteps()


def keep(desk: Desk, steps: FirstSteps) -> None:
    """Keep how far somebody came, so that they can go on another day. Raises CannotSave."""
    kept = {"is_over": steps.is_over, "step": steps.step, "typed": dict(steps.typed)}
    save_whole(_file(desk), json.dumps(kept, ensure_ascii=False, indent=1).encode(), makes_folder=True)


def _file(desk: Desk) -> Path:
    return desk.home / "first-steps.json"
