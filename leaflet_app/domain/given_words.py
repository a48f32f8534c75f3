"""An entry of the register in a person's words."""

from __future__ import annotations

from collections.abc import Mapping

from leaflet_app.domain.days import written_day
from leaflet_app.domain.given import Given, GivenTopic, Way
from leaflet_app.domain.languages import ENGLISH, language_of

Titles = Mapping[str, str]
"""The titles of topics by their ids. A topic that is gone since is called by its id."""


def topics_said(given: Given, titles: Titles) -> str:
    """Name the topics in the order of print."""
    return "; ".join(titles.get(each.id, each.id) for each in given.topics)


def texts_said(given: Given) -> str:
    """Name the texts as commands do, each with its version."""
    return "; ".join(f"{each.id} {each.version}" for each in given.topics)


def topic_said(topic: GivenTopic, titles: Titles) -> str:
    """Name one topic and the version of its text."""
    return f"{titles.get(topic.id, topic.id)}, version {topic.version}"


def tag_of(given: Given) -> str:
    """Return the tag of the language that the leaflet was in."""
    return given.selection.language or ENGLISH


def language_said(given: Given) -> str:
    """Name the language that the leaflet was in."""
    return language_of(tag_of(given)).english_name


def way_said(way: Way) -> str:
    """Say how it was given, within a sentence."""
    return way.label[:1].lower() + way.label[1:]


def way_and_copies(given: Given) -> str:
    """Say how it was given, and how often where that is more than once: Printed × 3."""
    return given.way.label if given.copies == 1 else f"{given.way.label} × {given.copies}"


def day_said(given: Given) -> str:
    """Say the day it was given, on the wall here: 22 Nov 2026."""
    return written_day(given.given_at.astimezone().date())


def moment_said(given: Given) -> str:
    """Say when it was given, on the wall here: 22 Nov 2026, 09:30."""
    return f"{day_said(given)}, {given.given_at.astimezone():%H:%M}"


def record_line(given: Given, titles: Titles) -> str:
    """Say in one line, for a patient's record, what was given and how; it names no patient."""
    versions = tuple(dict.fromkeys(each.version for each in given.topics))
    parts = (
        f"{day_said(given)}: patient leaflet “{topics_said(given, titles)}”",
        f"{'version' if len(versions) == 1 else 'versions'} {' / '.join(versions)}",
        given.selection.format.label,
        language_said(given),
        f"code {given.passport}",
        way_said(given.way),
        *((f"{given.copies} copies",) if given.copies > 1 else ()),
    )
    return ", ".join(parts)
