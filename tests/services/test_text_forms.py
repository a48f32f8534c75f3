"""Forms and text never disagree: what a form writes is what it shows when the text is read again."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.facts import Source
from leaflet_app.domain.form_fields import FactFields, PictureFields, ReviewFields, TextFields, Unreadable
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.topic import SectionKey
from leaflet_app.services import list_forms
from leaflet_app.services.text_forms import (
    faults_of_fact,
    read_forms,
    with_fact,
    with_picture_words,
    with_review,
    without_fact,
    without_picture,
)
from tests.builders import SHIPPED_LIBRARY
from tests.library.folder import FILES, INSULINOMA, SURGERY

TEXT = FILES[INSULINOMA]
SHIPPED = (SHIPPED_LIBRARY / "topics/insulinoma/en-GB.md").read_text(encoding="utf-8")
PICTURED = TEXT.replace(
    "[review]", '[[pictures]]\nfile = "a.png"\nalt = "A scan."  # why\nsection = "tests"\ncontent = "00"\n\n[review]'
)


def shown(text) -> TextFields:
    read = read_forms(text)
    assert isinstance(read, TextFields)
    return read


def test_a_form_shows_what_the_text_says():
    read = shown(PICTURED)
    common = FactFields("how_common", "about 1 to 3 people in a million", "few", 1, 3, 1_000_000, sources=("cruk",))

    assert read.facts == (FactFields("site", "the pancreas"), common)
    assert common.figure == "1 to 3 in 1,000,000"
    assert read.review == ReviewFields("draft", "0.1.0", "Product team")
    assert read.pictures == (PictureFields("a.png", "A scan.", SectionKey.TESTS),)
    assert read.used_in("how_common") == ("At a glance", "What is it?")
    assert read.sections[0] == (SectionKey.WHAT, "What is it?")
    assert SectionKey.URGENT not in dict(read.sections)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[facts]", "[facts", 14),
        ("low = 1,", 'low = "one",', 16),
        ('site = { text = "the pancreas" }', 'site = "the pancreas"', 15),
        ("+++\n", "", 1),
        ("[review]", "[reviews]", 2),
    ],
)
def test_a_text_that_cannot_be_read_names_the_line_to_mend(old, new, line):
    read = read_forms(TEXT.replace(old, new))

    assert isinstance(read, Unreadable)
    assert read.line == line
    assert str(read).startswith(f"Line {line}: ")


def test_a_shared_text_says_where_its_facts_are_used():
    text = FILES[SURGERY].replace("[review]", '[facts]\nstay = { text = "a week" }\n\n[review]')

    assert shown(text.replace("the lump.", "the lump in {stay}.")).used_in("stay") == ("Surgery",)
    assert shown(text).used_in("stay") == ()


def test_no_figure_comes_without_a_source():
    fact = FactFields("size", "about 2 cm")

    assert faults_of_fact(fact, {"cruk"}) == ("The figure 2 has no source: choose one from the list.",)
    assert faults_of_fact(replace(fact, sources=("cruk",)), {"cruk"}) == ()
    assert faults_of_fact(replace(fact, key="Size", sources=("cruk",)), {"cruk"})
    assert faults_of_fact(replace(fact, sources=("gone",)), {"cruk"})


def test_a_picture_keeps_what_no_form_shows():
    after = with_picture_words(PICTURED, PictureFields("a.png", "Another.", SectionKey.WHAT, "Below."))

    assert shown(after).pictures == (PictureFields("a.png", "Another.", SectionKey.WHAT, "Below."),)
    assert 'alt = "Another."  # why' in after
    assert 'content = "00"' in after
    assert without_picture(after, "a.png").count("pictures") == 0


def test_a_picture_that_is_gone_is_told_of():
    with pytest.raises(EditRefused, match="no picture"):
        without_picture(TEXT, "a.png")


WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="\u2028"), max_size=12).map(
    lambda typed: unicodedata.normalize("NFC", typed.strip())
)
NUMBERS = st.none() | st.integers(0, 10**6)
FACTS = st.builds(
    FactFields,
    st.sampled_from(["size", "single", "spread", "new", "newer"]),
    WORDS,
    WORDS,
    NUMBERS,
    NUMBERS | st.floats(0, 10, allow_nan=False),
    NUMBERS,
    WORDS,
    NUMBERS,
    st.booleans(),
    WORDS,
    st.lists(st.sampled_from(["cruk", "bjs"]), max_size=2).map(tuple),
)
REVIEWS = st.builds(ReviewFields, st.sampled_from(["draft", "retired"]), WORDS, WORDS, WORDS)
EDITS = st.lists(FACTS | REVIEWS | st.sampled_from(["size", "new"]), max_size=5)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS)
def test_after_any_edits_the_text_says_what_the_form_shows(edits):
    text = SHIPPED.replace("[facts]\n", "[facts]  # one\n# two\n").replace("[review]\n", "# three\n[review] # four\n")
    wanted = shown(text)
    for edit in edits:
        facts = {fact.key: fact for fact in wanted.facts}
        match edit:
            case FactFields():
                text, facts[edit.key] = with_fact(text, edit), edit
            case ReviewFields():
                text, wanted = with_review(text, edit), replace(wanted, review=edit)
            case str() if edit in facts:
                text = without_fact(text, edit)
                del facts[edit]
        wanted = replace(wanted, facts=tuple(facts.values()))
        read = shown(text)
        assert (read.facts, read.review) == (wanted.facts, wanted.review)
    assert text.split("+++\n", 2)[2] == SHIPPED.split("+++\n", 2)[2]
    assert all(comment in text for comment in ("[facts]  # one\n# two\n", "# three\n[review] # four\n"))


SOURCES = (SHIPPED_LIBRARY / "sources.toml").read_text(encoding="utf-8")
ORGANISATIONS = (SHIPPED_LIBRARY / "organisations.toml").read_text(encoding="utf-8")


def test_a_source_that_was_checked_today_changes_one_line():
    before = list_forms.read_sources(SOURCES)
    after = list_forms.with_entry(SOURCES, list_forms.checked(before["white"], date(2027, 3, 4)))

    assert list_forms.read_sources(after) == {**before, "white": replace(before["white"], accessed=date(2027, 3, 4))}
    assert [line for line in after.split("\n") if line not in SOURCES.split("\n")] == ["accessed = 2027-03-04"]


def test_an_organisation_that_was_rung_today_says_so():
    before = list_forms.read_organisations(ORGANISATIONS)
    after = list_forms.with_entry(ORGANISATIONS, list_forms.checked(before["ncuk"], date(2027, 3, 4)))

    assert list_forms.read_organisations(after)["ncuk"].verified_on == date(2027, 3, 4)
    assert list_forms.read_organisations(after)["ncuk"].former_names == ("NET Patient Foundation",)


def test_a_new_source_stands_at_the_end_and_an_emptied_field_goes():
    new = Source("new", "A journal", "A title", date(2027, 1, 1), "https://example.org/a", note="why")
    text = list_forms.with_entry(SOURCES, new)
    emptied = list_forms.with_entry(text, replace(new, note=""))

    assert text.startswith(SOURCES)
    assert list_forms.read_sources(emptied)["new"] == replace(new, note="")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (Source("A b", "x", "y", date(2027, 1, 1)), "cannot be an id"),
        (Source("a", "", "y", date(2027, 1, 1)), "“publisher” is empty"),
        (Source("a", "x", "y", date(2027, 1, 1), "http://example.org"), "is not a web address"),
        (Organisation("a", "x", "y", phone="ring us"), "is not a phone number"),
        (Organisation("a", "x", "y", url="ftp://x"), "is not a web address"),
    ],
)
def test_what_keeps_an_entry_from_its_list_is_said(entry, why):
    assert any(why in fault for fault in list_forms.faults_of_entry(entry))


def test_an_id_that_another_has_is_refused():
    assert list_forms.faults_of_entry(Source("a", "x", "y", date(2027, 1, 1)), is_taken=True)


def test_a_list_that_cannot_be_read_names_the_line():
    assert list_forms.read_sources('[[source]]\nid = "a\n').line == 2
