"""One subject of the library, and the parts it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from leaflet_app.domain.blocks import Bullets, Paragraph, Text
from leaflet_app.domain.codes import Code
from leaflet_app.domain.facts import Fact
from leaflet_app.domain.languages import ENGLISH, Translated
from leaflet_app.domain.review import Review
from leaflet_app.domain.value import value


class Kind(Enum):
    """What sort of subject a topic is; leaflets print topics in this order."""

    OVERVIEW = "overview"
    TUMOUR = "tumour"
    SYNDROME = "syndrome"
    CARE = "care"
    SUPPORT = "support"


class Site(Enum):
    """Where in the body a topic belongs; lists show topics under these names, in this order."""

    GENERAL = "general"
    PANCREAS = "pancreas"
    SMALL_BOWEL = "small-bowel"
    APPENDIX = "appendix"
    LARGE_BOWEL = "large-bowel"
    LUNG = "lung"
    THYROID = "thyroid"
    PARATHYROID = "parathyroid"
    PITUITARY = "pituitary"
    ADRENAL = "adrenal"
    FAMILY = "family"
    CARE = "care"


BODY_PLACES = (
    Site.PITUITARY,
    Site.THYROID,
    Site.PARATHYROID,
    Site.LUNG,
    Site.ADRENAL,
    Site.PANCREAS,
    Site.SMALL_BOWEL,
    Site.APPENDIX,
    Site.LARGE_BOWEL,
)
"""The sites that can be marked on the drawing of the body, from top to bottom."""


class SectionKey(Enum):
    """The fixed parts of a topic's text, in print order."""

    WHAT = "what"
    CANCER = "cancer"
    COMMON = "common"
    HORMONES = "hormones"
    SYMPTOMS = "symptoms"
    CAUSES = "causes"
    TESTS = "tests"
    TREATMENT = "treatment"
    LIVING = "living"
    URGENT = "urgent"
    QUESTIONS = "questions"


REQUIRED = {
    Kind.TUMOUR: (
        SectionKey.WHAT,
        SectionKey.SYMPTOMS,
        SectionKey.TESTS,
        SectionKey.TREATMENT,
        SectionKey.URGENT,
        SectionKey.QUESTIONS,
    ),
}
"""The sections a topic of a kind cannot do without."""

GLANCE_KEYS = (
    "site",
    "hormone",
    "functioning",
    "grows",
    "how_common",
    "cancer",
    "inherited",
    "main_treatment",
)
"""The facts that the "At a glance" table shows, in order."""


class Urgency(Enum):
    """How fast to get help. ADVICE is what to do meanwhile."""

    EMERGENCY = "999"
    SAME_DAY = "same-day"
    ADVICE = "advice"


@value
class UrgentLine:
    """One reason to get help fast. Lines with the same `id` are one line in a leaflet of several topics."""

    urgency: Urgency
    id: str
    text: Text
    lang: str = ENGLISH


@value
class Section:
    """A part of a topic: a heading of the author's and paragraphs or bullets."""

    key: SectionKey
    heading: str
    blocks: tuple[Paragraph | Bullets, ...]


@value
class TopicPicture:
    """A picture of an author's that stands below a section. `lang` is the language of its words."""

    file: str
    section: SectionKey
    content: bytes
    alt: str
    caption: Text = ()
    lang: str = ENGLISH


@value
class SharedBlock:
    """A text that several topics need and a leaflet prints once."""

    id: str
    title: str
    blocks: tuple[Paragraph | Bullets, ...]
    review: Review
    facts: Mapping[str, Fact] = field(default_factory=dict)
    lang: str = ENGLISH
    translated: Translated | None = None


@value
class Topic:
    """One subject of the library. Ids in `needs`, `related`, `shared`, `support` and `bank` name other parts of it.

    `images` names drawings of the program, `pictures` are the author's own; `codes` are of patient records.
    `translated` is None for the English text.
    """

    id: str
    title: str
    lang: str
    kind: Kind
    site: Site
    purpose: str
    review: Review
    sections: tuple[Section, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    urgent: tuple[UrgentLine, ...] = ()
    questions: tuple[Text, ...] = ()
    bank: tuple[str, ...] = ()
    recap: str = ""
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    pictures: tuple[TopicPicture, ...] = ()
    codes: tuple[Code, ...] = ()
    translated: Translated | None = None

    def section(self, key: SectionKey) -> Section | None:
        """Return the section of a key, if the topic has it."""
        return next((section for section in self.sections if section.key is key), None)

    @property
    def glance(self) -> tuple[tuple[str, Fact], ...]:
        """Return the facts of the "At a glance" table in order."""
        return tuple((key, self.facts[key]) for key in GLANCE_KEYS if key in self.facts)
