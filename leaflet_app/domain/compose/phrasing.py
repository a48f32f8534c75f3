"""Dates, lists and templates said in the leaflet's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from leaflet_app.domain.blocks import Run, Text
from leaflet_app.domain.wording import Wording


def say_date(day: date, wording: Wording) -> str:
    """Say a date with its month spelled out: 6 August 2018 (NHS service manual)."""
    return f"{day.day} {wording.months[day.month - 1]} {day.year}"


def say_list(names: Sequence[str], wording: Wording) -> str:
    """Join names with commas and a last "and"."""
    *first, last = names or ("",)
    return wording.listed.format(first=wording.comma.join(first), last=last) if first else last


def fill(template: str, place: str, text: Iterable[Run]) -> Text:
    """Put a text of runs where a template names a place."""
    before, _, after = template.partition(f"{{{place}}}")
    runs = (Run(before), *text, Run(after))
    return tuple(run for run in runs if run.text)


def separated(texts: Sequence[Text], separator: str) -> Text:
    """Join texts with a separator between them."""
    return tuple(run for index, text in enumerate(texts) for run in ((Run(separator),) if index else ()) + text)
