"""Questions, words explained, who can help and how to reach the practice."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import Definitions, Paragraph, QrCode, Questions, Tone, plain, texts, words
from leaflet_app.domain.glossary import Glossary, Term
from tests.builders import a_leaflet, a_library, a_practice, a_topic
from tests.domain.reading import box, said, the


def test_a_question_is_asked_once_and_twelve_at_most():
    many = tuple(words(f"Question {letter}?") for letter in "abcdefghijklmno")
    leaflet = a_leaflet(a_topic(bank=("spread",)), a_topic("vipoma", questions=many))

    asked = [plain(line) for line in the(Questions, leaflet).lines]
    assert len(asked) == len(set(asked)) == 12


def test_questions_can_be_left_out():
    assert "Has it spread?" not in said(a_leaflet(without=frozenset({"questions"})))


def test_only_words_that_occur_are_explained():
    glossary = Glossary((Term("Growth", "more cells"), Term("Scan", "a picture")))
    topic = a_topic()

    entries = the(Definitions, a_leaflet(topic, library=a_library(topic, glossary=glossary))).entries
    assert [word for word, _ in entries] == ["Growth"]


def test_an_unchecked_phone_number_is_not_printed():
    topic = a_topic(support=("ncuk",))
    library = a_library(topic)
    old = replace(library.organisations["ncuk"], verified_on=None)

    assert any("0800 434 6476" in line for line in said(a_leaflet(topic, library=library)))
    unchecked = replace(library, organisations={"ncuk": old})
    assert not any("0800 434 6476" in line for line in said(a_leaflet(topic, library=unchecked)))


def test_empty_contact_fields_vanish():
    lines = list(texts((box(a_leaflet(a_topic()), Tone.CONTACT),)))

    assert lines == ["How to contact us", "Dr Mark Vanderpump", "Phone: 07565 978310", "In an emergency call 999."]


def test_the_practices_name_and_number_stay_apart_from_the_emergency_line():
    practice = a_practice(emergency_note="")
    topic = a_topic()
    contact = box(a_leaflet(topic, library=a_library(topic, practice=practice)), Tone.CONTACT)

    assert list(texts((contact,))) == ["How to contact us", "Dr Mark Vanderpump", "Phone: 07565 978310"]


def test_the_phone_number_rings_and_never_breaks():
    contact = box(a_leaflet(a_topic()), Tone.CONTACT)
    runs = [run for block in contact.blocks if isinstance(block, Paragraph) for run in block.text]
    phone = next(run for run in runs if run.link)

    assert (phone.text, phone.link, phone.whole) == ("07565 978310", "tel:+447565978310", True)


@pytest.mark.parametrize(
    ("contact_form", "website", "opened"),
    [
        ("https://example.org/form", "https://example.org", "https://example.org/form"),
        ("", "https://example.org", "https://example.org"),
    ],
)
def test_a_square_code_opens_the_form_or_else_the_website(contact_form, website, opened):
    topic = a_topic()
    practice = a_practice(contact_form=contact_form, website=website)
    contact = box(a_leaflet(topic, library=a_library(topic, practice=practice)), Tone.CONTACT)

    assert contact.blocks[-1] == QrCode(opened, f"QR code that opens {opened}")
