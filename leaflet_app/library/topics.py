"""Read one topic, or one text that topics share."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from leaflet_app.domain.blocks import Bullets, Paragraph
from leaflet_app.domain.bounds import LONGEST_HEADING
from leaflet_app.domain.codes import Code, CodeSystem
from leaflet_app.domain.facts import Fact, Source
from leaflet_app.domain.topic import REQUIRED, Kind, SharedBlock, Topic, Urgency
from leaflet_app.library.body import Piece, read_body
from leaflet_app.library.facts import places, read_facts
from leaflet_app.library.files import LARGEST_TOPIC, Files, read_text
from leaflet_app.library.front_matter import Parted, part
from leaflet_app.library.prose import check_words
from leaflet_app.library.references import Known, check_references, check_topic_links
from leaflet_app.library.report import Report
from leaflet_app.library.reviews import read_review
from leaflet_app.library.schema import CodesRow, SharedRow, TopicRow, TranslatedSharedRow, TranslatedTopicRow
from leaflet_app.library.sections import Parts, check_no_marks, read_parts, to_blocks
from leaflet_app.library.tables import Lines, convert
from leaflet_app.library.topic_pictures import check_sections, read_pictures

RESERVED = frozenset(
    ("about", "body-map", "contact", "glossary", "more", "note", "questions", "review", "sources", "support", "urgent")
)
"""Names of a leaflet's own headings, which no topic may take."""


def read_topic(files: Files, report: Report, sources: Mapping[str, Source], known: Known) -> Topic | None:
    """Return the topic of the report's file; None after reporting any fault: a topic is never half there."""
    parted = parted_text(files, report)
    row = convert(parted.table, TopicRow, report, parted.lines) if parted else None
    if parted is None or row is None:
        return None
    lines = parted.lines
    check_opening(row, report, lines)
    check_references(row, known, report, lines)
    review = read_review(files, row.review, report, lines)
    facts = read_facts(row.facts, sources, report, lines)
    parts = read_parts(linked_pieces(parted, facts, known.topics, report), report)
    pictures = read_pictures(files, row.pictures, places(facts), report, lines)
    check_sections(pictures, parts, report, lines)
    _check_complete(row.kind, parts, report, lines)
    if review is None or report.faults:
        return None
    return Topic(
        id=row.id,
        title=row.title,
        lang=row.lang,
        kind=row.kind,
        site=row.site,
        purpose=row.purpose,
        review=review,
        sections=parts.sections,
        facts=facts,
        urgent=parts.urgent,
        questions=parts.questions,
        bank=row.bank,
        recap=row.recap,
        aliases=row.aliases,
        related=row.related,
        needs=row.needs,
        shared=row.shared,
        support=row.support,
        images=row.images,
        pictures=pictures,
        codes=_codes(row.codes),
    )


def read_shared(
    files: Files, report: Report, sources: Mapping[str, Source], topics: Collection[str]
) -> SharedBlock | None:
    """Return the shared text of the report's file; None after reporting any fault."""
    parted = parted_text(files, report)
    row = convert(parted.table, SharedRow, report, parted.lines) if parted else None
    if parted is None or row is None:
        return None
    check_name(row, report, parted.lines)
    check_words(row.title, parted.lines.of("title"), report)
    review = read_review(files, row.review, report, parted.lines)
    facts = read_facts(row.facts, sources, report, parted.lines)
    blocks = shared_blocks(parted, facts, topics, report)
    if review is None or report.faults:
        return None
    return SharedBlock(row.id, row.title, blocks, review, facts)


def shared_blocks(
    parted: Parted, facts: Mapping[str, Fact], topics: Collection[str], report: Report
) -> tuple[Paragraph | Bullets, ...]:
    """Return the body of a shared text, reporting what does not belong there."""
    pieces = linked_pieces(parted, facts, topics, report)
    check_no_marks(pieces, report)
    for heading in (piece for piece in pieces if piece.kind == "heading"):
        report.add(heading.number, "a shared text has no headings of its own", "remove it: `title` is its heading")
    if not pieces:
        report.add(parted.body_line, "the text is empty", "write it below the front matter")
    return to_blocks(pieces)


def linked_pieces(
    parted: Parted, facts: Mapping[str, Fact], topics: Collection[str], report: Report
) -> tuple[Piece, ...]:
    """Return the pieces of a text's body, its facts in their places, reporting links that lead nowhere."""
    pieces = read_body(parted.body, parted.body_line, places(facts), report)
    check_topic_links(pieces, topics, report)
    return pieces


def parted_text(files: Files, report: Report) -> Parted | None:
    """Return the two parts of a text's file; None after reporting a fault."""
    text = read_text(files, report, LARGEST_TOPIC)
    return None if text is None else part(text, report)


def check_opening(row: TopicRow | TranslatedTopicRow, report: Report, lines: Lines) -> None:
    """Report what is wrong with a topic's name and the lines that introduce it."""
    check_name(row, report, lines)
    for field, typed in (("title", row.title), ("purpose", row.purpose), ("recap", row.recap)):
        check_words(typed, lines.of(field), report)


def check_name(
    row: TopicRow | SharedRow | TranslatedTopicRow | TranslatedSharedRow, report: Report, lines: Lines
) -> None:
    """Report a file whose front matter disagrees with where it stands."""
    path = Path(report.file)
    if row.id != path.parent.name:
        report.add(lines.of("id"), f"the id is not “{path.parent.name}”, the name of its folder", "make them the same")
    if row.id in RESERVED and isinstance(row, TopicRow):
        report.add(lines.of("id"), f"“{row.id}” is the name of a part of every leaflet", "choose another id")
    if row.lang != path.stem:
        report.add(lines.of("lang"), f"the language is not “{path.stem}”, the name of the file", "make them the same")
    if row.schema != 1:
        report.add(lines.of("schema"), f"schema {row.schema} is not known here", "write schema = 1")
    if not row.title.strip():
        report.add(lines.of("title"), "the title is empty", "write one")
    if len(row.title) > LONGEST_HEADING:
        report.add(lines.of("title"), f"the title has more than {LONGEST_HEADING} letters", "shorten it")


def _codes(row: CodesRow) -> tuple[Code, ...]:
    systems = ((CodeSystem.ICD_10, row.icd10), (CodeSystem.ICD_10_CM, row.icd10cm))
    return tuple(Code(system, each) for system, codes in systems for each in codes)


def _check_complete(kind: Kind, parts: Parts, report: Report, lines: Lines) -> None:
    """Report what a topic of this kind cannot do without."""
    present = {section.key for section in parts.sections}
    for key in REQUIRED.get(kind, ()):
        if key not in present:
            wrong = f"a {kind.value} topic needs a section {{#{key.value}}}"
            report.add(lines.of("kind"), wrong, "write it; if it is there, look at its heading")
    if kind is Kind.TUMOUR and not any(line.urgency is Urgency.EMERGENCY for line in parts.urgent):
        wrong = "a tumour topic needs at least one reason to call 999"
        report.add(lines.of("kind"), wrong, "add a bullet below **Call 999 if:** in {#urgent}")
