"""Ids that a topic names must exist. A topic with faults exists: it is not offered until it is mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leaflet_app.domain.value import value
from leaflet_app.library.addresses import TOPIC
from leaflet_app.library.body import Piece
from leaflet_app.library.report import Report
from leaflet_app.library.schema import TopicRow
from leaflet_app.library.tables import Lines


@value
class Known:
    """The ids of all there is, and of the shared texts that cannot be printed yet."""

    topics: Collection[str]
    shared: Collection[str]
    organisations: Collection[str]
    bank: Collection[str]
    images: Collection[str]
    faulty_shared: Collection[str] = ()


def check_references(row: TopicRow, known: Known, report: Report, lines: Lines) -> None:
    """Report each id of the front matter that nothing has, and each shared text that is faulty."""
    for field, named, existing, where in (
        ("related", row.related, known.topics, "topics/"),
        ("needs", row.needs, known.topics, "topics/"),
        ("shared", row.shared, known.shared, "shared/"),
        ("support", row.support, known.organisations, "organisations.toml"),
        ("bank", row.bank, known.bank, "questions/"),
        ("images", row.images, known.images, "resources/diagrams"),
    ):
        for each in dict.fromkeys(named):
            if each not in existing:
                report.add(lines.of(field), f"“{field}” names “{each}”, which does not exist", f"use an id of {where}")
            if named.count(each) > 1:
                report.add(lines.of(field), f"“{field}” names “{each}” twice", "remove one of them")
    if row.id in (*row.related, *row.needs):
        report.add(lines.of("related"), "the topic names itself", f"remove “{row.id}” from related and needs")
    for each in row.shared:
        if each in known.faulty_shared:
            report.add(lines.of("shared"), f"the shared text “{each}” has faults", f"mend shared/{each} first")


def check_topic_links(pieces: Iterable[Piece], topics: Collection[str], report: Report) -> None:
    """Report links to topics that do not exist."""
    for line in (line for piece in pieces for line in piece.lines):
        for run in line.text:
            target = run.link.removeprefix(TOPIC)
            if run.link.startswith(TOPIC) and target not in topics:
                report.add(line.number, f"a link leads to “{target}”, which does not exist", "use an id of topics/")
