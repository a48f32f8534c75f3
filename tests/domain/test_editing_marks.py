"""What each piece of a line of a text is."""

import pytest

from leaflet_app.domain.editing_marks import Kind, Part, marks_of


def kinds(line, before):
    marks, _ = marks_of(line, before)
    return [(mark.kind, line[mark.start : mark.end]) for mark in marks]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("## What is it? {#what}", [(Kind.HEADING, "## What is it? {#what}"), (Kind.MARK, "{#what}")]),
        ("- a **bold** word", [(Kind.MARK, "- "), (Kind.BOLD, "**bold**")]),
        ("They affect {how_common}.", [(Kind.FACT, "{how_common}")]),
        ("See [genes](topic:men1).", [(Kind.LINK, "[genes](topic:men1)")]),
        ("Plain words.", []),
    ],
)
def test_the_body_shows_headings_marks_facts_and_links(line, found):
    assert kinds(line, Part.BODY) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[facts]", [(Kind.TABLE, "[facts]")]),
        ('title = "Insulinoma"', [(Kind.KEY, "title"), (Kind.WORDS, '"Insulinoma"')]),
        ("# a note = 1", [(Kind.COMMENT, "# a note = 1")]),
    ],
)
def test_the_front_matter_shows_tables_keys_and_words(line, found):
    assert kinds(line, Part.FRONT) == found


def test_the_front_matter_stands_between_two_fences():
    part, parts = Part.NOTHING, []
    for line in ("+++", "id = 1", "+++", "Words", "+++"):
        _, part = marks_of(line, part)
        parts.append(part)

    assert parts == [Part.FRONT, Part.FRONT, Part.BODY, Part.BODY, Part.BODY]
