"""How much a leaflet may hold: just so much is printed, one more is refused with its place and what to do."""

from dataclasses import replace

import pytest

from leaflet_app.domain import bounds
from leaflet_app.domain.blocks import (
    Box,
    Bullets,
    Definitions,
    Glance,
    Heading,
    InLanguage,
    Numbered,
    Paragraph,
    People,
    QrCode,
    Questions,
    Run,
    TearOff,
    Tone,
    words,
)
from leaflet_app.domain.bounds import check_bounds, check_typed
from leaflet_app.domain.errors import LeafletError, LeafletTooLong, LinkRefused, PartTooLarge
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Recipient
from tests.builders import a_leaflet, a_selection

UNDER = (Heading("Insulinoma", 2, "insulinoma"), Heading("What is it?", 3, "insulinoma/what"))


def holding(*blocks):
    """Return a leaflet of these blocks alone."""
    return replace(a_leaflet(), blocks=blocks)


def nested(depth, *blocks):
    for each in range(depth):
        blocks = ((Box(Tone.NOTE, blocks), InLanguage("pl", blocks), TearOff(blocks))[each % 3],)
    return blocks[0]


A_WORD = words("word")
MEASURED = {
    "words in one paragraph": (lambda count: Paragraph(words(" ".join(["word"] * count))), 2_000),
    "letters in one word": (lambda count: Paragraph(words("x" * count)), 200),
    "letters in its heading": (lambda count: Heading("x " * (count // 2) + "y" * (count % 2), 4, "a"), 300),
    "lines in one list": (lambda count: Bullets((A_WORD,) * count), 500),
    "rows in one table": (lambda count: Glance("At a glance", (("where", A_WORD),) * count), 500),
    "words explained": (lambda count: Definitions((("word", A_WORD),) * count), 500),
    "lines to write on": (lambda count: Questions((A_WORD,) * (count // 2 + count % 2), 2), 500),
    "people in one picture": (lambda count: People(1, 1, count, "", A_WORD), 100),
    "letters in the address of its code": (lambda count: QrCode("x" * count, ""), 500),
}


@pytest.mark.parametrize(("unit", "block", "most"), [(unit, *rule) for unit, rule in MEASURED.items()])
def test_one_more_than_the_most_is_refused_with_its_place(unit, block, most):
    check_bounds(holding(*UNDER, block(most)))

    with pytest.raises(PartTooLarge, match=f"{unit}, and {most:,} is the most") as told:
        check_bounds(holding(*UNDER, block(most + 2)))

    assert told.value.message.startswith("“Insulinoma: ")
    assert f"has {most + 2:,}" in told.value.message
    assert told.value.remedy


def test_a_numbered_list_is_measured_like_any_other():
    with pytest.raises(PartTooLarge, match="lines in one list"):
        check_bounds(holding(Numbered((A_WORD,) * 501)))


def test_what_stands_in_a_box_is_named_by_the_heading_in_it():
    long = Paragraph(words("x" * 201))

    with pytest.raises(PartTooLarge, match=r"^“Note for you” cannot be printed: it has 201 letters in one word"):
        check_bounds(holding(*UNDER, Box(Tone.NOTE, (Heading("Note for you", 2, "note"), long))))


@pytest.mark.parametrize("depth", range(1, 5))
def test_four_may_stand_within_each_other(depth):
    check_bounds(holding(nested(depth, Paragraph(A_WORD))))


@pytest.mark.parametrize("depth", [5, 200])
def test_more_may_not(depth):
    with pytest.raises(PartTooLarge, match="more than 4 stand within each other"):
        check_bounds(holding(nested(depth, Paragraph(A_WORD))))


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ((Paragraph(A_WORD),) * 30_001, "it has 30,001 words, and 30,000 is the most"),
        (tuple(Heading("A", 2, f"a{n}") for n in range(1_001)), "it has 1,001 headings, and 1,000 is the most"),
    ],
)
def test_a_leaflet_without_end_is_refused(blocks, why):
    check_bounds(holding(*blocks[1:]))

    with pytest.raises(LeafletTooLong, match=why):
        check_bounds(holding(*blocks))


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"title": "x " * 151}, "The title"),
        ({"for_person": "x " * 101}, "The line of the person's name"),
        ({"footer": "x " * 101}, "The line at the foot of the page"),
        ({"purpose": "x" * 201}, "The purpose"),
    ],
)
def test_what_stands_around_the_text_is_measured_too(changes, where):
    with pytest.raises(PartTooLarge, match=f"^{where} cannot be printed: it has "):
        check_bounds(replace(a_leaflet(), **changes))


@pytest.mark.parametrize(
    ("changes", "where"), [({"name": "x " * 101}, "The practice"), ({"person": "y " * 101}, "The")]
)
def test_the_band_is_measured_too(changes, where):
    leaflet = a_leaflet()

    with pytest.raises(PartTooLarge, match=f"^{where}.* is the most"):
        check_bounds(replace(leaflet, band=replace(leaflet.band, **changes)))


def test_a_logo_of_more_than_ten_megabytes_is_refused():
    leaflet = a_leaflet()
    brand = Brand(logo=bytes(10 * 1024 * 1024 + 1), logo_alt="A leaf")

    with pytest.raises(LeafletError, match="its file is larger than 10 MB"):
        check_bounds(replace(leaflet, band=replace(leaflet.band, brand=brand)))


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=1#c", "mailto:a@example.org", "tel:+447565978310", "#insulinoma/what"]
)
def test_links_lead_to_pages_mail_phones_and_headings(link):
    check_bounds(holding(*UNDER, Paragraph((Run("here", link=link),))))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:app.alert(1)",
        "file:///etc/passwd",
        "http://example.org",
        "smb://host/share",
        "\\\\host\\share",
        "https://example.org/\n/Launch",
        "https://example.org/ x",
        "https://",
        "pdf:../../other.pdf",
        "data:text/html,x",
        "topic:insulinoma",
        "#",
        "#nowhere",
        "https://example.org/" + "a" * 500,
    ],
)
def test_no_other_link_gets_onto_paper(link):
    with pytest.raises(LinkRefused):
        check_bounds(holding(Bullets(((Run("here", link=link),),))))


def test_an_address_may_be_as_long_as_a_code_can_hold():
    address = "https://example.org/".ljust(bounds.LONGEST_ADDRESS, "a")

    check_bounds(holding(Paragraph((Run("Read ("), Run(address, link=address), Run("), please.")))))


def test_what_was_typed_for_one_person_may_not_be_far_more_than_a_leaflet():
    check_typed(a_selection("insulinoma", note="x" * 199_990, recipient=Recipient("Zoë", "A1")))

    with pytest.raises(LeafletTooLong, match="you wrote 200,001 letters in it, and 200,000 is the most"):
        a_leaflet(note="x" * 199_996, recipient=Recipient("Zoë", "A1"))


def test_every_topic_of_the_library_at_once_is_still_printed(library):
    check_bounds(a_leaflet(*library.topics.values(), library=library))
