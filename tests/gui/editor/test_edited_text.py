"""The text under edit: one document, one way to undo, nothing lost."""

import pytest

from leaflet_app.domain.editing import Edit
from leaflet_app.gui.editor.edited_text import EditedText

FILE = "topics/insulinoma/en-GB.md"


@pytest.fixture
def edited(qapp):
    return EditedText(FILE, "An insulinoma is rare.\n", "c0")


def test_an_edit_is_one_step_and_says_so_once(edited):
    told = []
    edited.changed.connect(lambda: told.append(edited.text))

    edited.apply(Edit(3, 13, "**insulinoma**"))
    assert told == ["An **insulinoma** is rare.\n"]

    edited.document.undo()
    assert edited.text == "An insulinoma is rare.\n"
    assert not edited.document.isUndoAvailable()


def test_a_form_puts_another_text_in_its_place_in_one_step(edited):
    edited.replace("A lump is rare.\nIt grows.\n")
    assert edited.text == "A lump is rare.\nIt grows.\n"

    edited.document.undo()
    assert edited.text == "An insulinoma is rare.\n"


def test_the_same_text_again_is_no_step(edited):
    edited.replace(edited.text)

    assert not edited.document.isUndoAvailable()


@pytest.mark.parametrize("text", ["5\u00a0mg a day", "🙂 smile", "naïve", "one\n\n\ntwo", "مرحبا\nworld", "\ttab  "])
def test_no_sign_of_a_text_is_lost(edited, text):
    edited.replace(text)

    assert edited.text == text


def test_an_edit_behind_a_sign_that_counts_twice_stands_where_it_should(edited):
    edited.replace("🙂🙂 is rare")

    cursor = edited.apply(Edit(3, 5, "was"))

    assert edited.text == "🙂🙂 was rare"
    assert edited.place_of(cursor.position()) == 6


def test_it_knows_whether_the_library_holds_the_same(edited):
    assert not edited.is_changed
    edited.replace("Other words.\n")
    assert edited.is_changed

    edited.settle(edited.text, "c1")
    assert (edited.is_changed, edited.base) == (False, "c1")


def test_a_text_taken_from_the_library_leaves_nothing_to_undo(edited):
    edited.replace("Mine.\n")
    edited.take("Theirs.\n", "c2")

    assert (edited.text, edited.base, edited.is_changed) == ("Theirs.\n", "c2", False)
    assert not edited.document.isUndoAvailable()
