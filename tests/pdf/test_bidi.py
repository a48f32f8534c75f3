"""Every character stands where the Unicode Bidirectional Algorithm puts it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.pdf.text.bidi import in_visual_order, levels
from leaflet_app.pdf.text.bidi.brackets import pairs
from tests.pdf import fribidi

LETTERS = "abאבابجپ"
SIGNS = " ٣۴12+-,.:/%€()[]{}<>«»!؟،\t"
MARKS = "\u0301\u064b"
EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
BASES = st.sampled_from([0, 1, None])
WORDS = st.text(LETTERS + SIGNS.strip(), min_size=1, max_size=16)


def seen(text, base):
    """Return a text as it stands on paper from left to right, mirrored signs left as they are."""
    shown = zip(levels(text, base), text, strict=True)
    return "".join(in_visual_order(list(shown)))


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("ابج", "جبا"),
        ("ab ابج cd", "cd جبا ab"),
        ("ا (ب) ج", "ج )ب( ا"),
        ("ابج (NET)", ")NET( جبا"),
        ("NET (ابج) ب", "ب )جبا( NET"),
        ("(neuroendocrine tumour) ابج", "جبا )neuroendocrine tumour("),
        ("ا [a(ב)b] ج", "ج ]b)ב(a[ ا"),
        ("ابج 12.5 ب", "ب 12.5 جبا"),
        ("ابج 50% ب", "ب %50 جبا"),
        ("ابج ٥٠٪ ب", "ب ٪٥٠ جبا"),
        ("ابج 5-10 ب", "ب 10-5 جبا"),
        ("با Lanreotide 120 mg بج", "جب Lanreotide 120 mg اب"),
        ("بج a@example.org.", ".a@example.org جب"),
        ("بج example.org/a/1", "example.org/a/1 جب"),
    ],
)
def test_words_stand_in_a_right_to_left_line_as_people_write_them(text, paper):
    assert seen(text, 1) == paper


def test_a_phone_number_keeps_its_order_only_in_an_isolate():
    assert seen("ب 020 7946 0000", 1) == "0000 7946 020 ب"
    assert seen(f"ب {LRI}020 7946 0000{PDI}", 1) == f"{PDI}020 7946 0000{LRI} ب"


def test_a_name_from_right_to_left_in_english_turns_alone():
    assert seen("Dr باج says (hello).", 0) == "Dr جاب says (hello)."


@pytest.mark.parametrize(("text", "base"), [("12 ابج a", 1), ("12 a ابج", 0), ("12.", 0), (f"{FSI}ا{PDI} a", 0)])
def test_the_first_letter_gives_a_paragraph_its_direction(text, base):
    assert levels(text, None) == levels(text, base)


def test_blanks_at_a_lines_end_keep_the_paragraphs_level():
    assert levels("ab ", 1)[-1] == 1
    assert levels("اب ", 0)[-1] == 0


@given(WORDS, WORDS, WORDS, BASES)
def test_an_isolate_and_what_stands_around_it_do_not_touch_each_other(before, inside, behind, base):
    whole = levels(f"{before}{LRI}{inside}{PDI}{behind}", base)
    start = len(before) + 1
    hollow = levels(f"{before}\N{OBJECT REPLACEMENT CHARACTER}{behind}", base)

    assert whole[start : start + len(inside)] == [2 + level for level in levels(inside, 0)]
    assert [*whole[:start], *whole[start + len(inside) + 1 :]] == hollow


@given(st.text(LETTERS + SIGNS + MARKS + EMBEDDINGS + LRI + RLI + FSI + PDI, max_size=300), BASES)
def test_any_text_has_a_level_for_each_character_and_loses_none(text, base):
    found = levels(text, base)

    assert len(found) == len(text)
    assert all(0 <= level <= 126 for level in found)
    assert sorted(seen(text, base)) == sorted(text)


def test_what_nests_too_deep_is_set_at_the_deepest_level():
    text = f"{RLI}{LRI}" * 100 + "a" + PDI * 200 + "ב"

    assert levels(text, 0)[200] <= 126
    assert levels(text, 0)[-1] == 1


@pytest.mark.skipif(fribidi.NAME is None, reason="GNU FriBidi is not on this machine")
@settings(max_examples=400)
@given(st.text(LETTERS + SIGNS, min_size=1, max_size=24), BASES)
def test_levels_are_those_of_fribidi(text, base):
    assert levels(text, base) == fribidi.levels(text, base)


@pytest.mark.skipif(fribidi.NAME is None, reason="GNU FriBidi is not on this machine")
@settings(max_examples=200)
@given(st.text(LETTERS + SIGNS + MARKS + EMBEDDINGS, min_size=1, max_size=24), BASES)
def test_levels_with_marks_and_embeddings_are_those_of_fribidi(untidy, base):
    text = re.sub(f"(^|[^{LETTERS}])[{MARKS}]+", r"\1", untidy)  # FriBidi errs where a mark follows a bracket
    kept = [at for at, character in enumerate(text) if character not in EMBEDDINGS]
    found, expected = levels(text, base), fribidi.levels(text, base) if text else []

    assert [found[at] for at in kept] == [expected[at] for at in kept]


@pytest.mark.parametrize(("depth", "found"), [(63, 63), (64, 0)])
def test_no_more_than_63_brackets_are_open_at_once(depth, found):
    assert len(pairs("(" * depth + ")" * depth)) == found
