"""How hard a text is to read."""

import tomllib
from pathlib import Path

import pytest

from leaflet_app.domain.blocks import Paragraph, words
from leaflet_app.domain.readability import Score, reading, score
from leaflet_app.domain.sentences import is_passive, sentences
from leaflet_app.domain.syllables import syllables
from leaflet_app.domain.topic import SectionKey
from tests.builders import a_section, a_shared_block, a_topic

FIGURES = tomllib.loads((Path(__file__).parent / "textstat_figures.toml").read_text(encoding="utf-8"))["text"]


@pytest.mark.parametrize("figures", FIGURES, ids=lambda figures: figures["name"])
def test_scores_agree_with_textstat(figures):
    ours = score([" ".join(figures["said"].split())])

    assert ours.grade == pytest.approx(figures["grade"], abs=0.6)
    assert ours.smog == pytest.approx(figures["smog"], abs=0.6)
    assert ours.ease == pytest.approx(figures["ease"], abs=3)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "take takes called eye eyes through stayed tongue vague scans"),
        (2, "every people tired tumour being table tables wanted safely something patient vaccine quiet headaches"),
        (3, "area medicine pancreas hospital analogue localised everyone serious behaviour beforehand"),
        (4, "usually operation diarrhoea anaemia pancreatic neoplasm calcitonin society"),
        (5, "insulinoma neuroendocrine pituitary somatostatin hyperplasia"),
        (6, "paraganglioma hypoglycaemia heterogeneous radiotherapy"),
        (7, "phaeochromocytoma somatostatinoma multidisciplinary"),
    ],
)
def test_syllables_are_counted_as_they_are_said(count, said):
    counted = {word: syllables(word) for word in said.split()}

    assert counted == dict.fromkeys(counted, count)


def test_a_compound_has_the_syllables_of_its_parts():
    assert syllables("slow-growing") == 3
    assert syllables("Patient’s") == 2


def test_a_number_counts_as_one_short_word():
    assert score(["About 72 hours."]).words == 3
    assert syllables("1,000") == 1


def test_sentences_end_at_full_stops_questions_and_closing_brackets():
    assert sentences("It is rare. (Very rare.) Is it cancer? Yes") == (
        "It is rare.",
        "(Very rare.)",
        "Is it cancer?",
        "Yes",
    )


def test_a_decimal_point_does_not_end_a_sentence():
    assert len(sentences("It affects 1.5 in 100,000 people.")) == 1


def test_sentences_of_more_than_20_words_are_counted():
    assert score(["word " * 20, "word " * 21]).long_sentences == 1


def test_the_reading_age_is_five_more_than_the_grade():
    said = score(["The cat sat on the mat because it was an exceptionally comfortable mat."])

    assert said.age == said.grade + 5


def test_nothing_at_all_is_easy_to_read():
    assert (Score().grade, Score().smog, Score().ease, Score().passive_share) == (0, 0, 100, 0)


def test_prose_and_bullets_are_scored_apart():
    topic = a_topic(sections=(a_section(SectionKey.WHAT, "What is it?", "It is small.", bullets=("pain", "a rash")),))

    assert reading(topic).prose == score(["It is small."])
    assert reading(topic).bullets == score(["pain", "a rash"])
    assert reading(topic).whole.words == 6


def test_a_lead_in_counts_with_its_bullets():
    section = a_section(SectionKey.WHAT, "What is it?", "It is small. You may feel:", bullets=("pain",))

    assert reading(a_topic(sections=(section,))).prose == score(["It is small."])
    assert reading(a_topic(sections=(section,))).bullets == score(["You may feel:", "pain"])


def test_a_shared_text_is_scored_too():
    assert reading(a_shared_block(blocks=(Paragraph(words("An operation.")),))).prose.words == 2


@pytest.mark.parametrize(
    "said",
    ["The lump is removed.", "You may be offered a scan.", "It was not always seen.", "Blood is then taken."],
)
def test_what_is_done_by_nobody_is_passive(said):
    assert is_passive(said)


@pytest.mark.parametrize(
    "said", ["A surgeon removes the lump.", "You are tired.", "There is need of rest.", "It is red."]
)
def test_what_someone_does_or_is_is_not_passive(said):
    assert not is_passive(said)


def test_the_passive_share_is_that_of_sentences():
    assert score(["It is removed. It hurts. You rest. You go home."]).passive_share == 0.25
