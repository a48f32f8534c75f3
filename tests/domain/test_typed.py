"""Words pasted from letters, spreadsheets and messages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Box, Tone, texts
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.typed import typed, typed_line
from tests.builders import a_leaflet


@pytest.mark.parametrize(
    ("pasted", "printed"),
    [
        ("Zoe\u0308", "Zoë"),
        ("\ufeffEat often.", "Eat often."),
        ("hyp\u00adhen", "hyphen"),
        ("a\u200bb\u2060c", "abc"),
        ("\u200eAnn\u202c \u202eLee\u2069", "Ann Lee"),
        ("dose:\t2 mg", "dose: 2 mg"),
        ("07565\u00a0978310", "07565\u00a0978310"),
        ("one\r\n two \x0bthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\n\n", ""),
    ],
)
def test_hidden_characters_go_and_every_word_stays(pasted, printed):
    assert typed(pasted) == printed


@given(st.text())
def test_no_letter_is_ever_lost(text):
    def letters(said):
        return [each for each in unicodedata.normalize("NFC", said) if unicodedata.category(each)[0] in "LNPS"]

    assert letters(typed(text)) == letters(text)
    assert len(typed_line(text).splitlines()) <= 1


def test_note_name_and_reference_are_printed_as_typed():
    leaflet = a_leaflet(note="\ufeffSee\tme.\u200b\n\u200b\n", recipient=Recipient("Zoe\u0308\nLee\n", "\u200eA-1"))

    [note] = [block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.NOTE]
    assert list(texts((note,))) == ["A note for you", "See me."]
    assert leaflet.for_person == "For: Zoë Lee · A-1"


def test_a_note_of_hidden_characters_is_no_note():
    notes = [block for block in a_leaflet(note="\u200b \ufeff").blocks if isinstance(block, Box)]

    assert not any(note.tone is Tone.NOTE for note in notes)


def test_what_urdu_spells_with_an_unseen_joiner_stays_as_it_was_typed():
    assert typed("نہ\u200cکریں") == "نہ\u200cکریں"
    assert typed("a\u200cb") == "ab"
