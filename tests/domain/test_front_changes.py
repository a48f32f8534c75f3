"""What changed above the body of a text is said in words."""

import pytest

from leaflet_app.domain.front_changes import (
    MARKS,
    NOT_READ,
    UNREADABLE,
    body_of,
    front_changes,
    has_front_matter,
    read_out,
    said_above,
)

TEXT = """+++
schema = 1
title = "Insulinoma"
aliases = ["hypo tumour", "islet tumour"]

[facts]
site = { text = "the pancreas" }
how_common = { text = "about 1 in 10", sources = ["cruk"] }

[[pictures]]
file = "a.png"
alt = "A scan."

[review]
status = "draft"
version = "1.2.0"
author = "B Writer"
+++

## What is it? {#what}

A small lump.
"""


def changed(old, new):
    assert old in TEXT
    return front_changes(TEXT, TEXT.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Insulinoma"', 'title = "Insulin tumour"', "Title: “Insulinoma” → “Insulin tumour”"),
        ('version = "1.2.0"', 'version = "1.3.0"', "Version 1.2.0 → 1.3.0"),
        ('status = "draft"', 'status = "in-review"', "Status: “draft” → “in review”"),
        ('author = "B Writer"\n', 'author = "B Writer"\nchange_note = "Plainer"\n', "Note: “Plainer”"),
        ('author = "B Writer"\n', 'author = "B Writer"\nnext_review = 2029-01-02\n', "Review date: “2029-01-02”"),
        ('author = "B Writer"\n', "", "Author taken away: “B Writer”"),
        ('["hypo tumour", "islet tumour"]', '["hypo tumour", "a", "b"]', "Other names: 2 added, 1 taken away"),
        ('["hypo tumour", "islet tumour"]', '["islet tumour", "hypo tumour"]', "Other names: another order"),
        ("about 1 in 10", "about 2 in 10", "Fact “how common”: “about 1 in 10” → “about 2 in 10”"),
        ('["cruk"]', '["nhs"]', "Fact “how common”: “sources” changed"),
        ('site = { text = "the pancreas" }\n', "", "1 fact gone: “site”"),
        ("[facts]\n", '[facts]\nsize = { text = "small" }\n', "1 fact new: “size”"),
        ('alt = "A scan."', 'alt = "A scan of the pancreas."', "Pictures: 1 changed"),
        ("[review]", '[[pictures]]\nfile = "b.png"\n\n[review]', "Pictures: 1 added"),
        ("schema = 1", 'colour = "red"', "“colour”: “red”"),
    ],
)
def test_a_change_is_said_in_words(old, new, said):
    assert changed(old, new) == (said,)


def test_what_only_the_program_needs_is_not_said():
    assert changed('author = "B Writer"', 'author = "B Writer"\nsent = "00ff"') == ()


def test_of_a_new_text_it_is_said_what_stands_there():
    assert front_changes("", TEXT) == (
        "Title: “Insulinoma”",
        "Status: “draft”",
        "Version 1.2.0",
        "Author: “B Writer”",
        "Other names: 2 added",
        "2 facts new: “site”, “how common”",
        "Pictures: 1 added",
    )


def test_a_text_that_is_gone_says_what_went():
    assert "2 facts gone: “site”, “how common”" in front_changes(TEXT, "")


def test_what_cannot_be_read_is_said():
    assert changed('title = "Insulinoma"', "title = Insulinoma") == (UNREADABLE,)
    broken = TEXT.replace('title = "Insulinoma"', "title = Insulinoma")
    assert front_changes(broken, broken.replace("lump", "growth")) == ()


def test_a_long_value_is_said_in_short():
    (said,) = changed("Insulinoma", "a " * 400)
    assert len(said) < 200


def test_values_of_another_kind_than_they_should_be_are_said_too():
    assert changed('["hypo tumour", "islet tumour"]', '"hypo"')
    assert changed("[facts]\nsite", 'facts_of = "none"\n[facts]\nsite')
    assert front_changes('+++\nfacts = "a"\n+++\n', '+++\nfacts = ["b"]\n+++\n') == ("“facts”: “a” → “['b']”",)
    assert front_changes("+++\npictures = [1]\n+++\n", "+++\npictures = [2]\n+++\n") == ("Pictures: 1 changed",)
    assert front_changes("+++\nreview = 1\n+++\n", "+++\nreview = 2\n+++\n") == ("“review”: “1” → “2”",)


def test_facts_are_read_out_and_marks_are_not():
    told = TEXT.replace("A small lump.", "It is found {how_common} in {site}, {nowhere} else.")

    assert read_out(told) == ("## What is it?\n\nIt is found about 1 in 10 in the pancreas, {nowhere} else.\n")
    assert read_out("Just {site}.") == "Just {site}."
    assert read_out("+++\nfacts =\n+++\n{site}") == "{site}"
    assert said_above(TEXT, TEXT.replace("{#what}", "{#cancer}")) == MARKS


def test_all_is_said_in_one_paragraph_of_measure():
    assert said_above(TEXT, TEXT) == ""
    assert said_above(TEXT, TEXT.replace("small lump", "little lump")) == ""
    assert said_above(TEXT, TEXT.replace("1.2.0", "1.3.0").replace("a.png", "b.png")) == (
        "Version 1.2.0 → 1.3.0  ·  Pictures: 1 added, 1 taken away"
    )
    many = TEXT.replace("schema = 1", "\n".join(f"key{number} = {number}" for number in range(20)))
    assert said_above(TEXT, many).endswith("and 8 more")
    assert said_above(TEXT, TEXT.replace("schema = 1", "schema = 1  # a remark")) == NOT_READ


def test_the_body_is_what_is_read():
    assert body_of(TEXT) == "## What is it? {#what}\n\nA small lump.\n"
    assert body_of(TEXT.replace("\n", "\r\n")) == body_of(TEXT)
    assert body_of("Just words.\n+++\n") == "Just words.\n+++\n"
    assert has_front_matter(TEXT)
    assert not has_front_matter("+++\nno end")
