"""Small valid values, so that a test names only what it is about."""

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import uuid4

from leaflet_app.domain.blocks import Bullets, Paragraph, words
from leaflet_app.domain.compose import compose
from leaflet_app.domain.diagrams import Diagram, Part, Role, Shape
from leaflet_app.domain.facts import Fact, Source
from leaflet_app.domain.given import Given, GivenTopic, Way
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.practice import Disclaimer, Practice
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Kind, Section, SectionKey, SharedBlock, Site, Topic, Urgency, UrgentLine
from leaflet_app.domain.wording import Wording
from leaflet_app.library.folder_files import FolderFiles

SHIPPED_LIBRARY = Path(__file__).parent.parent / "resources" / "library"
SHIPPED_FILES = FolderFiles(SHIPPED_LIBRARY)
MADE_ON = date(2026, 11, 22)

DRAFT = Review(status=Status.DRAFT, version="0.1.0", author="Product team")
APPROVED = Review(
    status=Status.APPROVED,
    version="1.0.0",
    author="Product team",
    clinical_reviewer="Dr A Reviewer",
    last_reviewed=date(2026, 6, 1),
    next_review=date(2028, 6, 1),
)

RETIRED = Review(status=Status.RETIRED, version="1.0.0", author="Product team")


def a_wording(lang="en-GB") -> Wording:
    """Return the shipped words of a leaflet in a language."""
    shipped = tomllib.loads((SHIPPED_LIBRARY / "wording" / f"{lang}.toml").read_text(encoding="utf-8"))
    return Wording(**shipped | {"months": tuple(shipped["months"])})


def a_source(source_id="a-source", **changes) -> Source:
    """Return a source looked at shortly before MADE_ON."""
    built = Source(
        source_id, "A publisher", f"Page of {source_id}", date(2026, 11, 1), f"https://example.org/{source_id}"
    )
    return replace(built, **changes)


def a_fact(text="about 1 in 10 people", **changes) -> Fact:
    """Return a figure with one source."""
    return replace(Fact(text, sources=(a_source(),)), **changes)


def a_section(key=SectionKey.WHAT, heading="What is it?", *lines: str, bullets=()) -> Section:
    """Return a section of plain paragraphs, then bullets."""
    blocks = [Paragraph(words(line)) for line in lines or ("It is a small growth.",)]
    return Section(key, heading, (*blocks, *([Bullets(tuple(map(words, bullets)))] if bullets else ())))


def an_urgent_line(text="someone passes out", urgency=Urgency.EMERGENCY, line_id="collapse") -> UrgentLine:
    """Return one reason to get help fast."""
    return UrgentLine(urgency, line_id, words(text))


def a_topic(topic_id="insulinoma", **changes) -> Topic:
    """Return an approved tumour topic with one fact, one section, one urgent line and one question."""
    built = Topic(
        id=topic_id,
        title=topic_id.replace("-", " ").capitalize(),
        lang="en-GB",
        kind=Kind.TUMOUR,
        site=Site.PANCREAS,
        purpose="For people who have it.",
        review=APPROVED,
        sections=(a_section(),),
        facts={"how_common": a_fact()},
        urgent=(an_urgent_line(),),
        questions=(words("Has it spread?"),),
    )
    return replace(built, **changes)


def a_shared_block(block_id="treat-surgery", **changes) -> SharedBlock:
    """Return an approved text that several topics may need."""
    built = SharedBlock(block_id, "Surgery", (Paragraph(words("An operation takes it out.")),), APPROVED)
    return replace(built, **changes)


def an_organisation(organisation_id="ncuk", **changes) -> Organisation:
    """Return a support organisation whose phone was checked shortly before MADE_ON."""
    built = Organisation(
        organisation_id,
        "Neuroendocrine Cancer UK",
        "Support for people with NETs.",
        url="https://www.neuroendocrinecancer.org.uk/",
        phone="0800 434 6476",
        verified_on=date(2026, 11, 1),
    )
    return replace(built, **changes)


def a_practice(**changes) -> Practice:
    """Return a practice with the two fields that none can do without."""
    return replace(Practice("Dr Mark Vanderpump", "07565 978310"), **changes)


def a_diagram(diagram_id="body", **changes) -> Diagram:
    """Return a drawing of two organs in an outline."""
    squares = {"": (0.0, 0.0, 40.0), "thyroid": (10.0, 10.0, 4.0), "pancreas": (10.0, 20.0, 8.0)}
    shapes = tuple(
        Shape(
            part,
            Role.ORGAN if part else Role.OUTLINE,
            (("M", (x, y)), ("L", (x + side, y)), ("L", (x + side, y + side)), ("L", (x, y + side)), ("Z", ())),
        )
        for part, (x, y, side) in squares.items()
    )
    parts = {
        "pancreas": Part("Pancreas", (14.0, 24.0), "behind the stomach", "The pancreas lies there; it is marked."),
        "thyroid": Part("Thyroid", (12.0, 12.0), "in the neck", "The thyroid lies in the neck; it is marked."),
    }
    return replace(Diagram(diagram_id, 40.0, 40.0, shapes, parts, "Two organs."), **changes)


def a_library(*topics: Topic, **changes) -> Library:
    """Return a library of these topics (one, when none is named) with a little of everything they may share."""
    kept = topics or (a_topic(),)
    built = Library(
        topics={topic.id: topic for topic in kept},
        shared={"treat-surgery": a_shared_block()},
        glossary=Glossary((Term("Hormone", "a message carried in the blood", ("hormones",)),)),
        organisations={"ncuk": an_organisation()},
        bank={"spread": words("Has my tumour spread?")},
        practice=a_practice(),
        disclaimer=Disclaimer("1.0", (words("This leaflet gives general information."),)),
        wording=a_wording(),
        diagrams={name: a_diagram(name) for name in ("body", "pancreas")},
    )
    return replace(built, **changes)


def a_selection(*topic_ids: str, **changes) -> Selection:
    """Return a selection of these topics made on MADE_ON."""
    return replace(Selection(topics=topic_ids, made_on=MADE_ON), **changes)


def a_given(**changes) -> Given:
    """Return an entry of the register: an approved leaflet, printed on MADE_ON at half past nine."""
    built = Given(
        id=uuid4().hex,
        given_at=datetime.combine(MADE_ON, time(9, 30), tzinfo=UTC),
        desk="Front desk",
        user="reception",
        way=Way.PRINT,
        passport="CL-7K3M9Q-4F",
        edition="0" * 64,
        program="0.1.0",
        topics=(GivenTopic("insulinoma", "1.0.0"),),
        selection=a_selection("insulinoma"),
        pages=4,
    )
    return replace(built, **changes)


def a_leaflet(*topics: Topic, library=None, **changes) -> Leaflet:
    """Return the leaflet of these topics; `changes` are those of the selection."""
    kept = topics or (a_topic(),)
    return compose(library or a_library(*kept), a_selection(*(topic.id for topic in kept), **changes))
