"""Exactly the sentences whose English changed are marked in a translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.passages import passages
from leaflet_app.domain.sentence_marks import MarkKind, sentence_marks, still_open
from leaflet_app.domain.sentences import sentence_spans

ENGLISH = """+++
schema = 1
id = "insulinoma"
title = "Insulinoma"
lang = "en-GB"
purpose = "For people who have one."

[facts]
site = "The pancreas"
how_common = { text = "1 to 3 in a million", words = "very few", low = 1 }

[review]
status = "draft"
author = "Somebody"
+++

## What is it? {#what}

It is a growth. It makes insulin.
It is often small.

Few people have one: {how_common}.

## Get help fast {#urgent}

**Call 999 if:**

- someone has a fit {#fit}
- someone cannot be woken. Stay with them.
"""

WELSH = """+++
schema = 1
id = "insulinoma"
title = "Inswlinoma"
lang = "cy"
translates = "0123456789012345678901234567890123456789"
purpose = "I bobl ag un."

[facts]
site = { text = "Y pancreas" }
how_common = { text = "1 i 3 mewn miliwn", words = "ychydig iawn" }

[review]
status = "draft"
author = "Rhywun"
+++

## Beth ydyw? {#what}

Tyfiant ydyw. Mae'n gwneud inswlin. Mae'n fach yn aml.

Ychydig o bobl sydd ag un: {how_common}.

## Help ar frys {#urgent}

**Ffoniwch 999 os:**

- mae rhywun yn cael ffit {#fit}
- ni ellir deffro rhywun. Arhoswch gyda nhw.
"""


def told(now, before=ENGLISH, translation=WELSH):
    """Return each mark's kind, its words in the translation, and what English says before and now."""
    marks = sentence_marks(before, now, translation)
    return [(mark.kind, translation[slice(*mark.at)], mark.before, mark.now) for mark in marks]


def test_nothing_is_marked_where_nothing_changed():
    assert told(ENGLISH) == []


CHANGES = {
    "a sentence": ("It makes insulin.", "It makes too much insulin.", "Mae'n gwneud inswlin."),
    "the last of a paragraph": ("It is often small.", "It is mostly small.", "Mae'n fach yn aml."),
    "the title": ('title = "Insulinoma"', 'title = "Insulinomas"', "Inswlinoma"),
    "the purpose": ("who have one", "with one", "I bobl ag un."),
    "a fact": ('site = "The pancreas"', 'site = "Mostly the pancreas"', "Y pancreas"),
    "a fact in words": ('words = "very few"', 'words = "few"', "ychydig iawn"),
    "a heading": ("## What is it? {", "## What is this? {", "Beth ydyw?"),
    "a bullet": ("someone has a fit", "someone shakes", "mae rhywun yn cael ffit"),
    "a sentence of a bullet": ("Stay with them.", "Stay beside them.", "Arhoswch gyda nhw."),
    "a line that leads": ("**Call 999 if:**", "**Call 999 when:**", "**Ffoniwch 999 os:**"),
}


@pytest.mark.parametrize(("old", "new", "marked"), CHANGES.values(), ids=CHANGES)
def test_one_changed_sentence_is_one_mark(old, new, marked):
    assert ENGLISH.count(old) == 1

    [(kind, words, before, now)] = told(ENGLISH.replace(old, new))

    assert (kind, words) == (MarkKind.CHANGED, marked)
    assert before != now


def test_an_added_sentence_has_its_place_marked():
    [mark] = sentence_marks(ENGLISH, ENGLISH.replace("It makes", "It is rare. It makes"), WELSH)

    assert (mark.kind, mark.now, mark.translated) == (MarkKind.ADDED, "It is rare.", "")
    assert WELSH[: mark.at.start].endswith("Tyfiant ydyw.")
    assert mark.at.start == mark.at.end


def test_a_sentence_that_is_gone_in_english_is_marked():
    assert told(ENGLISH.replace(" It makes insulin.", "")) == [
        (MarkKind.REMOVED, "Mae'n gwneud inswlin.", "It makes insulin.", "")
    ]


def test_a_new_bullet_and_a_new_section_are_marked_where_they_go():
    more = (
        ENGLISH.replace("- someone cannot", "- someone sees double\n- someone cannot")
        + "\n## More {#living}\n\nRest.\n"
    )

    assert [(kind, now) for kind, _, _, now in told(more)] == [
        (MarkKind.ADDED, "someone sees double"),
        (MarkKind.ADDED, "More"),
        (MarkKind.ADDED, "Rest."),
    ]


def test_a_section_that_is_gone_is_marked_sentence_by_sentence():
    [*marked] = told(ENGLISH[: ENGLISH.index("## Get help")])

    assert [(kind, words) for kind, words, _, _ in marked] == [
        (MarkKind.REMOVED, "Help ar frys"),
        (MarkKind.REMOVED, "**Ffoniwch 999 os:**"),
        (MarkKind.REMOVED, "mae rhywun yn cael ffit"),
        (MarkKind.REMOVED, "ni ellir deffro rhywun."),
        (MarkKind.REMOVED, "Arhoswch gyda nhw."),
    ]


def test_what_is_no_wording_is_not_marked():
    other = ENGLISH.replace('author = "Somebody"', 'author = "Another"').replace("low = 1", "low = 2")

    assert told(other.replace("It is a growth. It makes insulin.\nIt", "It is a growth.\nIt makes insulin. It")) == []


def test_a_paragraph_of_another_number_of_sentences_is_marked_as_one():
    two = WELSH.replace("Tyfiant ydyw. Mae'n gwneud inswlin. Mae'n fach yn aml.", "Tyfiant bach ydyw.")

    [(kind, words, _, _)] = told(ENGLISH.replace("a growth", "a small growth"), translation=two)

    assert (kind, words) == (MarkKind.CHANGED, "Tyfiant bach ydyw.")


def test_a_translation_that_already_has_the_new_sentence_has_it_marked_to_be_checked():
    now = ENGLISH.replace("It makes", "It is rare. It makes")
    done = WELSH.replace("Mae'n gwneud", "Mae'n brin. Mae'n gwneud")

    assert told(now, translation=done) == [(MarkKind.CHANGED, "Mae'n brin.", "", "It is rare.")]


def test_all_is_marked_where_nobody_knows_what_was_translated():
    marks = sentence_marks(None, ENGLISH, WELSH)

    assert {mark.kind for mark in marks} == {MarkKind.CHANGED}
    assert {mark.before for mark in marks} == {""}
    assert len(marks) == sum(len(sentence_spans(each.text)) for each in passages(WELSH))


def test_a_checked_sentence_stays_checked_until_either_text_changes():
    now = ENGLISH.replace("It makes insulin.", "It makes too much insulin.")
    [mark] = sentence_marks(ENGLISH, now, WELSH)

    assert still_open((mark,), (mark.id,)) == ()
    for other in (now.replace("too much", "much"), now):
        text = WELSH if other != now else WELSH.replace("gwneud inswlin", "gwneud gormod o inswlin")
        assert len(still_open(sentence_marks(ENGLISH, other, text), (mark.id,))) == 1


def test_sentences_end_where_each_language_ends_them():
    assert [len(sentence_spans(text)) for text in ("Np. coś takiego. Tak!", "کیا؟ ہاں۔ ٹھیک ہے۔", "هل؟ نعم. لا!")] == [
        2,
        3,
        3,
    ]
    assert len(sentence_spans("Mae'n iawn. Ydy?")) == 2


WORDS = st.sampled_from(["one", "two", "three", "four", "five", "six", "seven"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: f"{' '.join(words).capitalize()}.")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4)
SECTION = st.lists(PARAGRAPH, min_size=1, max_size=4)
BODY = st.lists(SECTION, min_size=1, max_size=4)


def written(body, say=str):
    """Return a text with these sections of paragraphs of sentences."""
    parts = (
        f"## {say(f'Part {number}.')} {{#part{number}}}\n\n"
        + "\n\n".join(" ".join(map(say, paragraph)) for paragraph in section)
        for number, section in enumerate(body)
    )
    return '+++\nid = "x"\n+++\n\n' + "\n\n".join(parts) + "\n"


def in_welsh(sentence):
    return f"Cy{sentence[::-1][1:]}."


@given(BODY)
def test_an_unchanged_text_has_no_marks_whatever_it_says(body):
    assert sentence_marks(written(body), written(body), written(body, in_welsh)) == ()


@given(BODY, st.data())
def test_any_one_changed_sentence_is_marked_and_no_other(body, data):
    section = data.draw(st.integers(0, len(body) - 1))
    paragraph = data.draw(st.integers(0, len(body[section]) - 1))
    at = data.draw(st.integers(0, len(body[section][paragraph]) - 1))
    changed = [[[*sentences] for sentences in part] for part in body]
    changed[section][paragraph][at] = "Wholly new."
    translation = written(body, in_welsh)

    [mark] = sentence_marks(written(body), written(changed), translation)

    assert mark.kind is MarkKind.CHANGED
    assert (mark.before, mark.now) == (body[section][paragraph][at], "Wholly new.")
    assert translation[slice(*mark.at)] == in_welsh(body[section][paragraph][at])


@given(BODY, BODY, BODY)
def test_marks_stand_in_order_within_the_text_and_name_every_sentence_that_changed(before, now, translated):
    texts = written(before), written(now), written(translated, in_welsh)
    marks = sentence_marks(*texts)

    assert [mark.at for mark in marks] == sorted(mark.at for mark in marks)
    for mark in marks:
        assert 0 <= mark.at.start <= mark.at.end <= len(texts[2])
        assert " ".join(texts[2][slice(*mark.at)].split()) == mark.translated
        assert mark.now or mark.before or mark.translated
    old, new = ({s for part in body for paragraph in part for s in paragraph} for body in (before, now))
    for sentence in new - old:
        assert any(sentence in mark.now for mark in marks)


@given(BODY)
def test_no_word_is_lost_when_a_text_is_cut(body):
    text = written(body)

    for passage in passages(text):
        assert text[passage.start : passage.end] == passage.text
    said = [" ".join(each.text.split()) for each in passages(text) if "/" in each.place]
    assert said == [" ".join(paragraph) for section in body for paragraph in section]


@given(st.text(max_size=300))
def test_any_text_can_be_cut(text):
    for passage in passages(text):
        assert text[passage.start : passage.end] == passage.text
