"""How the register is said in the window."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.counted import counted
from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, language_said, moment_said, topic_said, way_said
from leaflet_app.domain.library import Library
from leaflet_app.domain.sought import Counts

SHORT_EDITION = 10


def said_counts(counts: Counts) -> str:
    """Count what is shown in one sentence."""
    if not counts.entries:
        return ""
    ways = ", ".join(f"{number:,} {way_said(way)}" for way, number in counts.by_way.items())
    return f"{counts.leaflets:,} leaflets given: {ways}." if counts.leaflets > 1 else f"1 leaflet given: {ways}."


def said_texts(given: Given, library: Library, titles: Titles) -> Iterator[tuple[str, bool]]:
    """Yield each text of a leaflet with how it stands today, and whether it has changed since."""
    for topic in given.topics:
        now = library.topics.get(topic.id)
        title = topic_said(topic, titles)
        if now is None:
            yield f"▲ {title}: no longer in the library", True
        elif now.review.version != topic.version:
            yield f"▲ {title}: replaced by version {now.review.version}", True
        else:
            yield f"● {title}: still the newest version", False


def said_circumstances(given: Given) -> Iterator[tuple[str, str]]:
    """Yield what else is known of an entry, each by its name."""
    copies = f", {given.copies} copies" if given.copies > 1 else ""
    yield "Given", f"{moment_said(given)}, {way_said(given.way)}{copies}"
    yield "At", f"{given.desk}, by {given.user}"
    summary = ", one-page summary" if given.selection.is_summary else ""
    pages = counted(given.pages, "page")
    yield "Leaflet", f"{given.selection.format.label}, {language_said(given)}, {pages}{summary}, code {given.passport}"
    if given.selection.practice:
        yield "Practice", given.selection.practice
    if given.selection.overdue_reason:
        yield "Given although overdue", given.selection.overdue_reason
    if given.selection.disclaimer:
        yield "Disclaimer", given.selection.disclaimer
    if given.reference:
        yield "Reference", given.reference
    if given.corrects:
        yield "Corrects", f"the leaflet of edition {given.corrects[:SHORT_EDITION]}"
    yield "Edition", f"{given.edition[:SHORT_EDITION]}, program {given.program}"
