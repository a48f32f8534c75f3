"""The web page holds the whole leaflet, for everyone, and nothing that runs."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given

from leaflet_app.domain.blocks import Glance, Paragraph, Picture, Run, texts, words
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.topic import Site
from leaflet_app.html import page
from leaflet_app.html.escape import escape
from leaflet_app.services.show_text import web_page
from tests.builders import DRAFT, a_leaflet, a_library, a_practice, a_section, a_topic
from tests.html.reader import Page
from tests.html.strategies import ANY_TEXT, BLOCKS

PNG = b"\x89PNG\r\n\x1a\n"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
SAFE_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div", "img"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "a", "span", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "path"),
}
PLAIN = a_leaflet()


def read(leaflet):
    """Return the leaflet's page, read back."""
    return Page(page(leaflet))


def test_the_page_says_everything_the_leaflet_says():
    library = a_library(a_topic(review=DRAFT, shared=("treat-surgery",), support=("ncuk",)))
    leaflet = a_leaflet(
        *library.topics.values(), library=library, note="Bring your tablets.", recipient=Recipient("John", "R7")
    )

    said = Page(web_page(leaflet)).text

    for text in (leaflet.title, leaflet.purpose, leaflet.band.name, *texts(leaflet.blocks)):
        assert text in said
    assert "For: John · R7" in said
    assert "Awaiting clinical review" in said
    assert f"{leaflet.code} · version {leaflet.version}" in said
    assert "{page" not in said


def test_the_page_has_a_language_a_title_and_one_of_each_landmark():
    read_back = read(PLAIN)

    assert read_back.all("html") == [{"lang": "en-GB", "dir": "ltr"}]
    assert len(read_back.all("title")) == 1
    assert [len(read_back.all(name)) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]


def test_a_phone_number_is_a_link_that_never_breaks():
    source = page(PLAIN)

    number = '<span class="whole" dir="ltr">07565 978310</span>'
    assert f'<a href="tel:+447565978310"><strong>{number}</strong></a>' in source
    assert '.whole, a[href^="tel:"] { white-space: nowrap; }' in source


def test_the_facts_at_a_glance_are_a_table_with_a_caption_and_row_headings():
    leaflet = replace(PLAIN, blocks=(Glance("At a glance", (("Where", words("Pancreas")), ("Hormone", words("Yes")))),))

    read_back = read(leaflet)

    assert read_back.all("th") == [{"scope": "row"}] * 2
    assert len(read_back.all("caption")) == 1


def test_a_box_is_a_region_named_by_its_heading():
    sections = read(PLAIN).all("section")

    assert {"class": "box urgent", "aria-labelledby": "urgent"} in sections
    assert {"class": "box contact", "aria-labelledby": "contact"} in sections


def test_a_link_to_a_topic_leads_to_its_place_when_the_leaflet_holds_it():
    link = Run("gastrinoma", link="topic:gastrinoma")
    insulinoma = a_topic("insulinoma", sections=(replace(a_section(), blocks=(Paragraph((link,)),)),))

    alone = read(a_leaflet(insulinoma))
    together = read(a_leaflet(insulinoma, a_topic("gastrinoma")))

    assert {"href": "#gastrinoma"} in together.all("a")
    assert "#gastrinoma" not in [each.get("href") for each in alone.all("a")]


def test_every_link_within_the_page_leads_somewhere():
    read_back = read(a_leaflet(a_topic(shared=("treat-surgery",)), a_topic("gastrinoma")))

    ids = {attributes["id"] for _, attributes in read_back.elements if "id" in attributes}
    targets = {each["href"][1:] for each in read_back.all("a") if each["href"].startswith("#")}

    assert targets == {"more/treat-surgery"}
    assert targets <= ids


def test_the_logo_is_part_of_the_page_and_described():
    brand = Brand(logo=PNG, logo_alt="Logo of the Thyroid & Hormone Clinic")
    leaflet = a_leaflet(library=a_library(practice=a_practice(brand=brand)))

    [logo] = read(leaflet).all("img")

    assert logo == {"src": "data:image/png;base64,iVBORw0KGgo=", "alt": "Logo of the Thyroid & Hormone Clinic"}


def test_the_page_wears_the_colours_of_the_practice():
    leaflet = a_leaflet(library=a_library(practice=a_practice(brand=Brand(band="#123456"))))

    assert "--band: #123456;" in page(leaflet)


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing():
    read_back = read(a_leaflet(library=a_library(practice=a_practice(website="https://example.org/"))))

    names = {name for name, _ in read_back.elements}
    assert names <= SAFE_TAGS
    assert not any(name.startswith("on") for _, attributes in read_back.elements for name in attributes)
    assert {"http-equiv": "Content-Security-Policy", "content": POLICY} in read_back.all("meta")
    assert "url(" not in page(PLAIN)
    assert "@import" not in page(PLAIN)


@given(BLOCKS)
def test_any_blocks_are_said_whole_in_sound_html(blocks):
    read_back = read(replace(PLAIN, blocks=blocks))

    for text in texts(blocks):
        assert text in read_back.text
    assert {name for name, _ in read_back.elements} <= SAFE_TAGS
    assert not any(name.startswith("on") for _, attributes in read_back.elements for name in attributes)
    for link in read_back.all("a"):
        assert link["href"].startswith(("https://", "tel:", "mailto:", "#"))


@given(BLOCKS)
def test_headings_never_skip_a_level_and_only_one_is_the_first(blocks):
    levels = read(replace(PLAIN, blocks=blocks)).heading_levels

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@given(ANY_TEXT)
def test_any_text_reads_back_as_it_was_typed(text):
    read_back = Page(f'<p title="{escape(text)}">{escape(text)}</p>')

    assert read_back.text == text
    assert read_back.elements == [("p", {"title": text})]


def test_control_characters_vanish():
    source = page(replace(PLAIN, blocks=(Paragraph(words("a\x00b\x0bc\x1bd")),)))

    assert "<p>abcd</p>" in source


def test_a_drawing_is_one_picture_in_the_page_with_its_labels_as_words():
    read_back = read(a_leaflet(body_map=True))

    [picture] = read_back.all("svg")
    assert picture["role"] == "img"
    assert picture["aria-label"] == "The pancreas lies there; it is marked."
    assert [each["class"] for each in read_back.all("path")] == ["outline", "organ", "marked", "halo", "leader"]
    assert "Pancreas: behind the stomach" in read_back.text


def test_a_place_marked_for_a_person_has_a_ring_kept_apart_and_its_words():
    read_back = read(a_leaflet(body_map=True, body_mark=Site.PANCREAS, body_note="Yours is <here>."))

    classes = [each["class"] for each in read_back.all("path")]
    assert classes == ["outline", "organ", "marked", "halo", "ring", "halo", "leader"]
    assert read_back.all("svg")[0]["aria-label"].endswith("Ringed for you: pancreas.")
    assert "Pancreas: Yours is <here>." in read_back.text


def test_a_picture_is_shown_within_the_page_with_its_words():
    leaflet = replace(PLAIN, blocks=(Picture(PNG, "A scan.", words("It takes an hour.")),))
    written = page(leaflet)

    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="A scan.">' in written
    assert "<figcaption>It takes an hour.</figcaption>" in written
