"""The review sheet, what changed to sign by hand, and the days for a calendar."""

import re
from collections import Counter
from datetime import date

import pytest

from leaflet_app.domain.blocks import Box, Tone, headings, runs, texts
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.front_changes import read_out
from leaflet_app.domain.practice import PUBLISHER_DOES_NOT
from leaflet_app.domain.reviewing import Step
from leaflet_app.services.changes_to_sign import changes_to_sign, proposed_name
from leaflet_app.services.review_sheet import review_days, sheet
from leaflet_app.services.review_texts import approve, submit
from tests.fakes import a_desk
from tests.services.test_review_texts import ADA, SHARED, TEXT, edited


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.fixture
def approved(desk):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    approve(desk, TEXT, ADA, date(2028, 11, 1))
    return desk


def words_of(leaflet):
    return "\n".join(texts(leaflet.blocks))


def test_a_text_that_never_was_approved_is_new_from_its_first_word(desk):
    shown = sheet(desk, TEXT)

    assert (shown.before, shown.approval, shown.version) == ("", None, "1.0.0")
    assert "An insulinoma is a small lump" in shown.now
    assert shown.authors == {"Product team"}


@pytest.mark.parametrize(
    ("old", "new", "step", "version"),
    [
        ("small lump that grows", "smal lump that grows", Step.SPELLING, "1.0.1"),
        ("small lump that grows", "lump, often a tiny one, that grows", Step.WORDING, "1.1.0"),
        ('text = "surgery"', 'text = "surgery or tablets"', Step.MEANING, "2.0.0"),
    ],
)
def test_a_change_is_shown_beside_what_was_approved_with_the_version_it_deserves(approved, old, new, step, version):
    edited(approved, old, new)
    shown = sheet(approved, TEXT)

    assert (old in shown.before, new in shown.now) == (True, True)
    assert (shown.step, shown.version) == (step, version)
    assert "B Writer" in shown.authors


def test_how_far_a_review_has_come_is_no_change_of_the_words(approved):
    edited(approved, "small lump that grows", "smal lump that grows")
    edited(approved, 'change_note = "First checked version."\n', "")

    assert sheet(approved, TEXT).step is Step.SPELLING


def test_what_changed_above_the_text_is_put_on_paper_in_words(approved):
    edited(approved, 'text = "surgery"', 'text = "surgery or tablets"')
    said = words_of(changes_to_sign(approved, TEXT))

    assert "Fact “main treatment”: “surgery” → “surgery or tablets”" in said
    assert "main_treatment = {" not in said


def test_words_taken_out_and_new_ones_are_marked_in_the_whole_text(approved):
    edited(approved, "small lump that grows", "little lump that grows")
    leaflet = changes_to_sign(approved, TEXT)
    marked = [(run.fate, run.text) for block in leaflet.blocks[1:] for run in runs(block) if run.fate is not Fate.SAME]

    assert marked == [(Fate.TAKEN, "small"), (Fate.PUT, "little")]
    assert "underlined. Changed: What is it?" in words_of(leaflet)
    assert "The pancreas lies behind your stomach." in words_of(leaflet)
    assert "Registration number" in words_of(leaflet)


def test_a_first_approval_is_the_plain_text_as_a_leaflet_reads(desk):
    leaflet = changes_to_sign(desk, TEXT)
    titles = [heading.text for heading in headings(leaflet.blocks)]
    urgent = next(block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.URGENT)

    assert "All of it is new." in words_of(leaflet)
    assert all(run.fate is Fate.SAME for block in leaflet.blocks for run in runs(block))
    assert titles[:3] == ["What is it?", "Is it cancer?", "How common is it?"]
    assert [heading.text for heading in headings(urgent.blocks)] == ["Get help fast"]
    assert "someone collapses, passes out or has a fit" in list(texts(urgent.blocks))


def test_a_signer_reads_words_and_no_codes(desk):
    leaflet = changes_to_sign(desk, TEXT)
    said = "\n".join((leaflet.title, leaflet.purpose, words_of(leaflet)))

    assert "Main treatment: surgery — source: Cancer Research UK, " in said
    assert "We also have a text about causes, genes and your family." in said
    assert not any(code in said for code in ("main_treatment", "cruk-", "topic:", "](", ".md", "{", "**"))


def test_a_disclaimer_to_sign_names_who_hands_the_leaflet_over(desk):
    assert "{" not in words_of(changes_to_sign(desk, "practice/disclaimer/en-GB.md"))


def test_the_paper_to_sign_is_proposed_by_the_name_and_version_of_its_text(desk):
    assert proposed_name(sheet(desk, TEXT)) == "what-changed-insulinoma-0.1.0.pdf"


@pytest.mark.parametrize("text", [TEXT, SHARED, "practice/disclaimer/en-GB.md"])
def test_every_word_of_the_new_text_stands_on_the_paper_to_sign(approved, text):
    now = sheet(approved, text).now.replace(PUBLISHER_DOES_NOT, "")
    paper = words_of(changes_to_sign(approved, text)).split()
    plain_words = re.sub(r"\*\*|^- |^#+ |\[|\]\(.*?\)", "", read_out(now), flags=re.MULTILINE).split()

    assert not Counter(plain_words) - Counter(paper)


def test_marks_that_only_a_writer_needs_are_not_put_on_paper(desk):
    said = words_of(changes_to_sign(desk, TEXT))

    assert "What is it?" in said
    assert "{#" not in said
    assert "**" not in said


def test_a_shared_text_can_be_signed_too(desk):
    assert "Registration number" in words_of(changes_to_sign(desk, SHARED))
    assert "Registration number" in words_of(changes_to_sign(desk, "practice/disclaimer/en-GB.md"))


def test_days_of_reviews_stand_in_a_calendar_once_as_due_and_once_as_soon(approved):
    lines = review_days(approved).decode().split("\r\n")

    assert "DTSTART;VALUE=DATE:20281101" in lines
    assert "DTSTART;VALUE=DATE:20280803" in lines
    assert sum(line == "BEGIN:VEVENT" for line in lines) == 2
