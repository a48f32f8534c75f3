"""What the buttons of the editor do to a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.editing import (
    all_replaced,
    bold,
    bullets,
    difference,
    emergency_line,
    fact,
    heading,
    link,
    place_of_line,
    place_of_words,
)

TEXT = "An insulinoma is rare.\n\nIt grows in the pancreas.\n"


def chosen(edit, text):
    return edit.made_in(text)[edit.anchor : edit.at]


def test_chosen_words_become_bold_and_plain_again():
    edit = bold(TEXT, 3, 13)
    assert edit.made_in(TEXT).startswith("An **insulinoma** is")
    assert chosen(edit, TEXT) == "insulinoma"

    again = bold(edit.made_in(TEXT), edit.anchor, edit.at)
    assert again.made_in(edit.made_in(TEXT)) == TEXT


def test_bold_marks_that_are_chosen_with_the_words_go_too():
    assert bold("a **b** c", 2, 7).made_in("a **b** c") == "a b c"


def test_bold_with_nothing_chosen_waits_between_the_marks():
    edit = bold("", 0, 0)

    assert (edit.made_in(""), edit.at) == ("****", 2)


def test_lines_become_bullets_and_lines_again():
    text = "one\n\ntwo\nthree"
    listed = bullets(text, 1, len(text)).made_in(text)
    assert listed == "- one\n\n- two\n- three"

    assert bullets(listed, 0, len(listed)).made_in(listed) == text


def test_an_empty_line_becomes_an_empty_bullet():
    edit = bullets("a\n\nb", 2, 2)

    assert (edit.made_in("a\n\nb"), edit.at) == ("a\n- \nb", 4)


def test_a_heading_stands_on_a_line_of_its_own_with_its_key():
    edit = heading(TEXT, 5, "tests", "How it is found")

    assert "rare.\n\n## How it is found {#tests}\n\nIt grows" in edit.made_in(TEXT)
    assert chosen(edit, TEXT) == "How it is found"


def test_a_link_of_chosen_words_asks_for_its_address():
    edit = link(TEXT, 3, 13)

    assert "An [insulinoma](https://) is" in edit.made_in(TEXT)
    assert chosen(edit, TEXT) == "https://"


def test_a_link_of_no_words_asks_for_them_first():
    assert chosen(link(TEXT, 0, 0, "topic:men1"), TEXT) == "words"


def test_a_fact_stands_in_brackets_with_its_name_chosen():
    edit = fact(TEXT, 3, 3, "spread")

    assert (edit.made_in(TEXT)[:12], chosen(edit, TEXT)) == ("An {spread}i", "spread")


URGENT = (
    "## Get help fast {#urgent}\n\n**Call 999 if:**\n\n- you collapse\n\n**Ring the same day if:**\n\n- you are sick\n"
)


def test_a_reason_to_call_999_joins_the_others():
    edit = emergency_line(URGENT)

    assert "- you collapse\n- \n\n**Ring the same day" in edit.made_in(URGENT)
    assert edit.made_in(URGENT)[: edit.at].endswith("- you collapse\n- ")


def test_a_text_without_get_help_fast_is_given_it():
    edit = emergency_line(TEXT)

    assert edit.made_in(TEXT).endswith("pancreas.\n\n## Get help fast {#urgent}\n\n**Call 999 if:**\n\n- \n")


def test_get_help_fast_without_999_is_given_that():
    text = "## Get help fast {#urgent}\n\n**Ring the same day if:**\n\n- you are sick\n"

    assert "{#urgent}\n\n**Call 999 if:**\n\n- \n\n**Ring" in emergency_line(text).made_in(text)


def test_a_line_is_found_by_its_number():
    assert TEXT[place_of_line(TEXT, 3) :].startswith("It grows")
    assert place_of_line(TEXT, 99) == len(TEXT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('+++\nid = "a"\n+++\n\n## What is it?\n', "## What is it?\n"),
        ("Words at once.\n", "Words at once.\n"),
        ("+++\nnever closed\n", "+++\nnever closed\n"),
        ('+++\nid = "a"\n+++\n', ""),
    ],
)
def test_the_words_begin_below_the_front_matter(text, words):
    assert text[place_of_words(text) :] == words


def test_every_place_found_is_replaced():
    assert all_replaced("a b a", [(0, 1), (4, 5)], "xx") == "xx b xx"


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_the_difference_makes_one_text_of_the_other(before, after):
    edit = difference(before, after)

    assert (edit.made_in(before) if edit else before) == after


@pytest.mark.parametrize(("before", "after", "put"), [("abc", "axc", "x"), ("aa", "aaa", "a"), ("abc", "ac", "")])
def test_the_difference_is_as_small_as_it_can_be(before, after, put):
    assert difference(before, after).put == put


def test_a_line_of_nothing_but_999_keeps_nobody_waiting():
    text = "## Get help fast {#urgent}\n\n**" + "999" * 300_000

    assert "**Call 999 if:**" in emergency_line(text).put


def test_a_hundred_thousand_lines_are_made_bullets_at_once():
    text = "\n".join(map(str, range(100_000)))

    assert bullets(text, 0, len(text)).put.startswith("- 0\n- 1\n")
