"""The plain text holds the whole leaflet too."""

from dataclasses import replace

from hypothesis import given

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Glance,
    Heading,
    InLanguage,
    Numbered,
    OwnPage,
    Paragraph,
    Picture,
    Questions,
    Run,
    TearOff,
    texts,
    words,
)
from leaflet_app.html import leaflet_text
from leaflet_app.services.show_text import plain_text
from tests.builders import DRAFT, a_fact, a_leaflet, a_library, a_source, a_topic
from tests.html.strategies import BLOCKS

PLAIN = a_leaflet()


def written(*blocks: Block) -> str:
    """Return the text of a leaflet that holds only these blocks, without the lines around them."""
    whole = leaflet_text(replace(PLAIN, blocks=blocks))
    start, end = "For people who have it.\n\n", f"\n\n{PLAIN.code} · version"
    return whole[whole.index(start) + len(start) : whole.index(end)]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def said(blocks):
    """Yield every stretch of text that a writer gets."""
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield from (run.text for run in text)
            case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
                yield from (run.text for line in lines for run in line)
            case Glance(rows=rows) | Definitions(entries=rows):
                yield from (run.text for _, text in rows for run in text)
                yield from (label for label, _ in rows)
            case Heading(text=heading):
                yield heading
            case Box(blocks=inner) | InLanguage(blocks=inner) | OwnPage(blocks=inner) | TearOff(blocks=inner):
                yield from said(inner)


def test_the_text_says_everything_the_leaflet_says():
    library = a_library(a_topic(review=DRAFT, shared=("treat-surgery",), support=("ncuk",)))
    leaflet = a_leaflet(*library.topics.values(), library=library, note="Bring your tablets.")

    text = squeezed(plain_text(leaflet)).replace("https://", "")

    for each in (leaflet.title, leaflet.purpose, leaflet.band.name, *texts(leaflet.blocks)):
        assert squeezed(each) in text
    assert f"{leaflet.code} · version {leaflet.version}" in text


def test_headings_are_underlined_by_level():
    assert written(Heading("Tests", 2, "tests"), Heading("Blood", 3, "blood")) == "Tests\n-----\n\nBlood\n....."


def test_a_list_hangs_out_and_a_long_line_is_cut():
    text = written(Bullets((words("word " * 20), words("short"))))

    assert text.splitlines() == ["- " + "word " * 14 + "word", "  word word word word word", "- short"]


def test_a_link_is_followed_by_its_address():
    link = Run("our page", link="https://example.org/a")

    assert written(Paragraph((Run("See "), link, Run(".")))) == "See our page (https://example.org/a)."


def test_an_address_is_said_once_and_whole():
    link = Run("example.org", link="https://example.org/")

    assert written(Paragraph((link,))) == "https://example.org/"


def test_the_address_of_a_source_is_said_once():
    source = a_source(url="https://example.org/figures/")

    text = squeezed(leaflet_text(a_leaflet(a_topic(facts={"cancer": a_fact(sources=(source,))}))))

    assert text.count("example.org/figures") == 1


def test_a_phone_number_stays_on_one_line():
    text = written(Paragraph((Run("w" * 70 + " "), Run("07565 978310", link="tel:+447565978310", whole=True))))

    assert text.splitlines() == ["w" * 70, "07565 978310"]


def test_the_facts_at_a_glance_are_label_and_words():
    assert written(Glance("At a glance", (("Where", words("Pancreas")),))) == "At a glance:\n- Where: Pancreas"


def test_a_label_that_asks_needs_no_colon():
    assert written(Glance("At a glance", (("Is it cancer?", words("Yes")),))).endswith("- Is it cancer? Yes")


def test_sources_are_numbered():
    assert written(Numbered((words("One"), words("Two")))) == "1. One\n2. Two"


@given(BLOCKS)
def test_any_blocks_are_said_whole(blocks):
    text = squeezed(leaflet_text(replace(PLAIN, blocks=blocks)))

    for each in said(blocks):
        assert squeezed(each) in text


@given(BLOCKS)
def test_only_a_long_word_makes_a_long_line(blocks):
    for line in leaflet_text(replace(PLAIN, blocks=blocks)).splitlines():
        assert len(line) <= 78 or len(line.split()[-1]) > 20


def test_a_drawing_says_what_it_shows_and_names_its_parts():
    text = leaflet_text(a_leaflet(body_map=True))

    assert "(The pancreas lies there; it is marked.)\n- Pancreas: behind the stomach" in text


def test_a_picture_is_said_in_brackets_above_its_caption():
    pictures = Picture(b"", "A scan of the pancreas.", words("It takes an hour.")), Picture(b"", "A lump.")

    assert written(*pictures) == "[A scan of the pancreas.]\nIt takes an hour.\n\n[A lump.]"
