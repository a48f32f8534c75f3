"""Each language is told to whoever reads the page, and runs its own way."""

import re
from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import InLanguage, Paragraph, Run, headings, words
from leaflet_app.html import fragment, leaflet_text, page
from tests.builders import a_leaflet
from tests.html.reader import Page
from tests.languages import a_leaflet_in

PLAIN = a_leaflet()
PHONE = Run("07565 978310", bold=True, link="tel:+447565978310", whole=True)


def in_language(lang, *blocks):
    """Return a leaflet in a language that holds these blocks."""
    return replace(PLAIN, lang=lang, blocks=blocks or PLAIN.blocks)


@pytest.mark.parametrize(
    ("lang", "runs"), [("cy", "ltr"), ("pl", "ltr"), ("ar", "rtl"), ("ur", "rtl"), ("ur-PK", "rtl")]
)
def test_the_page_names_its_language_and_which_way_it_runs(lang, runs):
    assert Page(page(in_language(lang))).all("html") == [{"lang": lang, "dir": runs}]


def test_the_names_in_the_band_are_english():
    assert Page(page(in_language("ar"))).all("header") == [{"lang": "en-GB"}]
    assert Page(page(in_language("en-GB"))).all("header") == [{}]


def test_a_title_in_another_language_names_it_in_the_page_and_its_tab():
    read_back = Page(page(replace(PLAIN, lang="ar", title_lang="en-GB")))

    for name in ("title", "h1"):
        assert read_back.all(name) == [{"lang": "en-GB", "dir": "ltr"}]


def test_a_part_in_another_language_names_it_and_runs_its_own_way():
    read_back = Page(page(in_language("ar", InLanguage("en-GB", (Paragraph(words("Not yet.")),)))))

    assert {"lang": "en-GB", "dir": "ltr"} in read_back.all("div")


def test_words_in_another_language_are_set_apart_from_their_line():
    source = page(in_language("ar", Paragraph((Run("اتصل "), Run("Cancer Research UK (CRUK)", lang="en-GB")))))

    assert '<span lang="en-GB" dir="ltr">Cancer Research UK (CRUK)</span>' in source


def test_words_in_another_language_stay_together_with_their_links():
    text = (Run("Name", bold=True, lang="en-GB"), Run("page", link="https://example.org/", lang="en-GB"), Run("."))

    assert (
        '<span lang="en-GB" dir="ltr"><strong>Name</strong><a href="https://example.org/">page</a></span>.</p>'
        in page(in_language("ar", Paragraph(text)))
    )


@pytest.mark.parametrize("lang", ["en-GB", "ar", "ur"])
def test_the_groups_of_a_phone_number_keep_their_order_in_every_language(lang):
    assert '<span class="whole" dir="ltr">07565 978310</span>' in page(in_language(lang, Paragraph((PHONE,))))


def test_plain_text_keeps_the_groups_of_a_phone_number_in_order_from_right_to_left():
    assert "07565\u00a0978310" in leaflet_text(in_language("ar", Paragraph((PHONE,))))
    assert "07565 978310" in leaflet_text(in_language("pl", Paragraph((PHONE,))))


def test_no_hidden_marks_of_direction_are_put_into_any_writing():
    leaflet = in_language("ur", InLanguage("en-GB", (Paragraph((PHONE, Run("English"))),)))

    for written in (page(leaflet), leaflet_text(leaflet)):
        assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", written)


def test_a_pane_says_what_a_part_in_another_language_holds():
    assert fragment((InLanguage("pl", (Paragraph(words("Wszyscy ludzie")),)),)) == "<p>Wszyscy ludzie</p>"


def test_two_languages_stand_in_pairs_each_told_to_whoever_reads():
    leaflet = a_leaflet_in("ar", beside="en-GB")
    written = page(leaflet)
    read_back = Page(written)

    assert read_back.all("h1") == [{"class": "beside"}]
    assert written.count("<h2") == len([head for head in headings(leaflet.blocks) if head.level == 2]) / 2
    held = [each["lang"] for each in read_back.all("div") if each.get("lang")]
    assert held[:4] == ["en-GB", "ar", "en-GB", "ar"]
    for heading in headings(leaflet.blocks):
        assert {"id": heading.anchor, "lang": "ar", "dir": "rtl"} in read_back.all("span") or ":" in heading.anchor


def test_plain_text_says_one_language_after_the_other():
    said = leaflet_text(a_leaflet_in("cy", beside="en-GB"))

    assert said.index("All human beings\n===") < said.index("Genir pawb yn rhydd\n===")
    assert said.index("Get help fast") < said.index("Cael help ar frys") < said.index("Call 999 if:")
