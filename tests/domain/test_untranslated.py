"""Which passages of a translation say nothing yet. No word here is clinical."""

from leaflet_app.domain.new_translation import begun
from leaflet_app.domain.passages import lines_without_words, passages
from leaflet_app.domain.untranslated import count_sentences, sentences_in, untranslated

ENGLISH = """+++
id = "rights"
title = "Rights"
lang = "en-GB"
recap = ""

[facts]
year = { text = "in 1948", words = "long ago", sources = ["un", "bbc"] }
many = { text = "all", sources = [
    "un",
] }

[review]
author = "Team"
+++

## All {#what}

All are born free. They are equal.

They have reason
and conscience.

## Help {#urgent}

**Call 999 if:**

- somebody is held
  in slavery {#slavery}
- nobody helps
"""
LEADS = {"Call 999 if:": "Ffoniwch 999 os:"}
BEGUN = begun(ENGLISH, "0" * 40, "cy", LEADS)


def said(text):
    return [mark.now for mark in untranslated(ENGLISH, text)]


def test_a_begun_translation_has_a_gap_for_each_passage():
    assert BEGUN.partition("+++\n\n")[2] == (
        "## {#what}\n\n…\n\n…\n\n## {#urgent}\n\n**Ffoniwch 999 os:**\n\n- … {#slavery}\n- …\n"
    )
    assert 'year = { text = "", words = "" }\n' in BEGUN


def test_each_passage_of_a_begun_translation_is_still_to_be_written():
    assert said(BEGUN) == [
        "Rights",
        "in 1948",
        "long ago",
        "all",
        "All",
        "All are born free. They are equal.",
        "They have reason and conscience.",
        "Help",
        "somebody is held in slavery",
        "nobody helps",
    ]
    assert sentences_in(ENGLISH, untranslated(ENGLISH, BEGUN)) == count_sentences(ENGLISH) == 11


def test_a_passage_with_words_is_written():
    text = BEGUN.replace("…", "Genir pawb yn rhydd.", 1).replace("## {#what}", "## Pawb {#what}")

    assert "All are born free. They are equal." not in said(text)
    assert "All" not in said(text)
    assert sentences_in(ENGLISH, untranslated(ENGLISH, text)) == 8


def test_two_paragraphs_may_become_one():
    text = BEGUN.replace("…\n\n…\n", "Genir pawb yn rhydd, a rheswm.\n")

    assert "They have reason and conscience." not in said(text)


def test_a_section_that_is_not_there_is_still_to_be_written():
    text = BEGUN.partition("## {#urgent}")[0]

    assert said(text)[-3:] == ["Help", "somebody is held in slavery", "nobody helps"]


def test_the_name_of_a_source_is_no_passage():
    places = [each.place for each in passages(ENGLISH)]

    assert places[:5] == ["title", "recap", "facts.year.text", "facts.year.words", "facts.many.text"]


def test_lines_without_words_are_those_of_the_front_matter_on_which_no_passage_begins():
    lines = ENGLISH.split("\n")
    found = [each for each in passages(ENGLISH) if each.text]
    shown = [line for number, line in enumerate(lines) if number not in lines_without_words(ENGLISH, found)]

    assert shown[:3] == ['title = "Rights"', lines[7], lines[8]]
    assert shown[3:5] == ["", "## All {#what}"]
    assert lines_without_words("No front matter.\n", ()) == frozenset()
