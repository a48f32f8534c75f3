"""What a library holds in one language beside English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from leaflet_app.domain.blocks import Text
from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.value import value
from leaflet_app.domain.wording import Wording

STALE = "stale translation"
"""The rule that no leaflet leaves with a translation of another text than today's English."""


def stale_rule(english: str) -> str:
    """Name the rule for one English text, by its id, so that a waiver holds for that text alone."""
    return f"{STALE} {english}"


@value
class Translations:
    """The wording of a language, and the texts that people have translated into it; all others are in English."""

    wording: Wording
    topics: Mapping[str, Topic] = field(default_factory=dict)
    shared: Mapping[str, SharedBlock] = field(default_factory=dict)
    bank: Mapping[str, Text] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    disclaimers: Mapping[str, Disclaimer] = field(default_factory=dict)
