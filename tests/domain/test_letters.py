"""The words of a letter: what each field says, and what no subject may tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.letters import (
    GREETING,
    PROTECTED,
    body_of,
    fields_of,
    marked,
    seems_anothers,
    subject_of,
    told_of,
)
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.settings import BODY, SUBJECT
from tests.builders import a_leaflet, a_practice

TOLD = ("Insulinoma", "Low blood sugar", "Ann Onymous", "Onymous", "REF 77")


def fields(greeting="", **changes):
    """Return the fields of a practice's letter with a leaflet of three pages."""
    practice = a_practice(**{"name": "The Clinic", **changes})
    return fields_of(practice, a_leaflet(), 3, greeting)


def test_the_subject_of_the_settings_names_the_practice():
    assert subject_of(SUBJECT, fields(), TOLD) == "Information from The Clinic"


def test_the_text_of_the_settings_holds_every_field_it_names():
    said = body_of(BODY, fields(), is_protected=False)

    assert said.startswith(f"{GREETING}\n\nHere is the information leaflet from The Clinic.")
    assert said.endswith("Dr Mark Vanderpump\nThe Clinic\n")
    assert "07565 978310" in said


def test_a_practice_called_like_its_consultant_is_not_named_twice():
    said = body_of(BODY, fields(name=""), is_protected=False)

    assert said.endswith("07565 978310.\n\nDr Mark Vanderpump\n")


def test_code_pages_and_an_own_greeting_may_stand_in_the_text():
    said = body_of("{greeting}\n{code}, {pages}", fields("Dear Ann,"), is_protected=False)

    assert said == f"Dear Ann,\n{a_leaflet().code}, 3 pages\n"


def test_a_protected_leaflet_says_how_it_opens():
    assert body_of("Hello", fields(), is_protected=True) == f"Hello\n\n{PROTECTED}\n"


@pytest.mark.parametrize("field", ["code", "greeting", "pages", "topics", "name", ""])
def test_a_subject_has_no_field_that_tells_more(field):
    with pytest.raises(MailRefused, match="which it may not"):
        subject_of(f"Leaflet {{{field}}}", fields(), TOLD)


@pytest.mark.parametrize(
    "subject",
    [
        "Your insulinoma leaflet",
        "INSULINOMA",
        "About low   blood sugar",
        "For Ann Onymous",
        "Mrs Onymous: information",
        "Re: REF 77",
        "ref-77",
    ],
)
def test_a_subject_tells_neither_topic_nor_person_and_is_not_repeated(subject):
    with pytest.raises(MailRefused) as refused:
        subject_of(subject, fields(), TOLD)

    assert "its subject tells what the leaflet is about" in refused.value.message
    assert subject not in refused.value.message


def test_words_that_only_hold_such_a_word_may_stand():
    assert subject_of("Annual information", fields(), told_of(Recipient("Ann Onymous", "7"))) == "Annual information"


def test_a_practice_may_share_its_name_with_a_patient():
    assert subject_of(SUBJECT, fields(name="Onymous Clinic"), TOLD) == "Information from Onymous Clinic"


@pytest.mark.parametrize(("subject", "why"), [("", "no subject"), (" \n ", "no subject"), ("x" * 151, "too long")])
def test_a_subject_is_there_and_short(subject, why):
    with pytest.raises(MailRefused, match=why):
        subject_of(subject, fields(), TOLD)


def test_an_unknown_field_of_the_text_is_told_with_its_line():
    with pytest.raises(MailRefused) as refused:
        body_of("Hello\n\n{practise}", fields(), is_protected=False)

    assert "line 3 of its text has the field {practise}" in refused.value.message
    assert "{practice}, {consultant}" in refused.value.remedy


@pytest.mark.parametrize(
    "text", ["{", "}", "{{practice}}", "{practice", "{practice!r}", "{practice.name}", "{0}", "{:>9}"]
)
def test_braces_that_are_no_field_are_told(text):
    with pytest.raises(MailRefused):
        body_of(text, fields(), is_protected=False)


def test_what_a_field_holds_is_not_filled_in_again():
    assert body_of("{greeting}", fields("Dear {practice},"), is_protected=False) == "Dear {practice},\n"


def test_a_text_with_bytes_that_are_no_letters_is_refused():
    with pytest.raises(MailRefused, match="a character that no mail may have"):
        body_of("Hello \udcff", fields(), is_protected=False)


def test_a_text_has_an_end():
    with pytest.raises(MailRefused, match="too long"):
        body_of("x" * 10_001, fields(), is_protected=False)


@pytest.mark.parametrize(
    ("address", "subject"),
    [
        ("ann@example.org", "[secure] Leaflet"),
        ("ann@nhs.net", "Leaflet"),
        ("ann@NHS.NET", "Leaflet"),
        ("ann@mail.nhs.net", "Leaflet"),
        ("ann@notnhs.net", "[secure] Leaflet"),
    ],
)
def test_the_prefix_comes_first_but_for_the_domains_that_need_none(address, subject):
    assert marked("Leaflet", "[secure]", address, ("nhs.net",)) == subject


def test_without_a_prefix_nothing_is_added():
    assert marked("Leaflet", "", "ann@example.org", ()) == "Leaflet"


@pytest.mark.parametrize(
    ("address", "name", "is_anothers"),
    [
        ("john.smith@example.org", "Ann Onymous", True),
        ("ann.smith@example.org", "Ann Onymous", False),
        ("a.onymous@example.org", "Ann Onymous", False),
        ("bluebird77@example.org", "Ann Onymous", False),
        ("john.smith@example.org", "Ann", False),
        ("john.smith@example.org", "", False),
        ("john.smith@example.org", "محمد علي", False),
    ],
)
def test_an_address_that_spells_another_name_is_seen(address, name, is_anothers):
    assert seems_anothers(address, name) is is_anothers


@given(st.text(max_size=60), st.text(max_size=40))
def test_any_template_is_filled_or_refused_in_words(template, greeting):
    try:
        said = body_of(template, fields(greeting), is_protected=False)
    except MailRefused:
        return
    assert said.endswith("\n")
