"""Every topic of the shipped library keeps PDF/UA-1 and PDF/A-2a in every format, says an independent validator.

Each topic is printed once in each format. Theme and detail turn, so that each topic and each format meets every one of
them, as a test counts.
"""

import itertools
import re
from typing import NamedTuple

import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.compose import compose
from leaflet_app.domain.languages import LANGUAGES
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.selection import Detail
from leaflet_app.library.read import read_library
from leaflet_app.pdf.render import render
from tests.builders import SHIPPED_FILES, a_selection
from tests.conformance.checks import faults
from tests.conformance.matrix import UA, A
from tests.conformance.validators import second_opinion
from tests.languages import a_leaflet_in
from tests.pdf.tagged_pdf import TaggedPdf


class Printed(NamedTuple):
    """A topic and how it is printed."""

    topic: str
    format: Format
    theme: Theme
    detail: Detail


def turned(topics):
    """Yield every topic in every format; themes and details turn with both."""
    themes, details = tuple(Theme), tuple(Detail)
    for (row, topic), (column, page_format) in itertools.product(enumerate(topics), enumerate(Format)):
        yield Printed(
            topic, page_format, themes[(row + column) % len(themes)], details[(row + 2 * column) % len(details)]
        )


def unheard(leaflet, read):
    """Return the leaflet's words from the first on that is not heard in its turn; glued to the next it is another."""
    heard = iter(_words(read.texts()))
    return [word for word in _words((leaflet.title, leaflet.purpose, *texts(leaflet.blocks))) if word not in heard]


def _words(said):
    return re.findall(r"\w+", " ".join(said))


TOPICS = sorted(read_library(SHIPPED_FILES).topics)
PRINTED = tuple(turned(TOPICS))


@pytest.mark.parametrize(
    "printed", PRINTED, ids=lambda each: "-".join((each.topic, *(choice.value for choice in each[1:])))
)
def test_a_topic_keeps_both_standards_and_every_word_in_every_format(library, printed):
    leaflet = compose(library, a_selection(printed.topic, detail=printed.detail))

    pdf = render(leaflet, Look(printed.format, printed.theme)).pdf

    assert second_opinion(pdf, UA) == []
    assert second_opinion(pdf, A) == []
    read = TaggedPdf(pdf)
    assert faults(read) == []
    assert unheard(leaflet, read) == []


@pytest.mark.parametrize("page_format", Format)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_word_is_heard_in_every_language(language, page_format):
    leaflet = a_leaflet_in(language.tag)

    read = TaggedPdf(render(leaflet, Look(page_format)).pdf)

    assert str(read.catalog.Lang) == language.tag
    assert unheard(leaflet, read) == []


def test_every_choice_meets_every_other():
    choices = (TOPICS, Format, Theme, Detail)

    for one, other in itertools.combinations(range(len(choices)), 2):
        met = {(each[one], each[other]) for each in PRINTED}
        assert met == set(itertools.product(choices[one], choices[other]))


@pytest.mark.parametrize(
    ("sound", "broken"), [(b"pdfaid:conformance>A", b"pdfaid:conformance>Q"), (b"\nendstream", b" endstream")]
)
def test_the_validator_notices_when_we_break_what_only_archives_need(library, sound, broken):
    pdf = render(compose(library, a_selection("insulinoma")), Look()).pdf
    assert sound in pdf

    assert second_opinion(pdf.replace(sound, broken), A)
