"""The text of a letter as a page: it says what the text says, and nothing in it runs or is fetched."""

from hypothesis import given

from leaflet_app.domain.practice import Brand
from leaflet_app.html.letter import letter_page
from tests.html.reader import Page
from tests.html.strategies import ANY_TEXT

TEXT = "Hello,\n\nHere is your leaflet.\nPlease ring us.\n"
TAGS = {"html", "head", "meta", "title", "body", "p", "div", "br"}


def test_it_says_the_text_below_the_name_of_the_practice():
    read = Page(letter_page(TEXT, "Information", "The Clinic", Brand()))

    assert read.text.split() == ["The", "Clinic", *TEXT.split()]
    assert read.all("html") == [{"lang": "en-GB", "dir": "ltr"}]


def test_it_wears_the_colour_of_the_practice():
    assert "background:#123456" in letter_page(TEXT, "Information", "The Clinic", Brand(band="#123456"))


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_nothing_typed_becomes_more_than_words(text, title, name):
    read = Page(letter_page(text, title, name, Brand()))

    assert {tag for tag, _ in read.elements} <= TAGS


def test_nothing_is_fetched_from_afar():
    source = letter_page(TEXT, "Information", "The Clinic", Brand(logo=b"\x89PNG\r\n\x1a\n"))

    assert not [word for word in ("http", "src=", "<img", "<link", "@import") if word in source]
