"""Questions, words explained, who can help and how to reach the practice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leaflet_app.domain.blocks import Definitions, Paragraph, QrCode, Questions, Tone, plain, texts, words
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.practice import Disclaimer
from tests.builders import a_leaflet, a_library, a_practice, a_topic, an_organisation, an_urgent_line
from tests.domain.reading import box, bullets_below, said, the

ONE_DAY = timedelta(days=1)


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


def test_organisations_that_more_topics_name_come_first():
    first, second = a_topic(support=("ncuk", "amend")), a_topic("vipoma", support=("amend",))
    named = {"ncuk": an_organisation(), "amend": an_organisation("amend", name="AMEND")}
    leaflet = a_leaflet(first, second, library=a_library(first, second, organisations=named))

    assert [line.split(".")[0] for line in bullets_below("Who can help", leaflet)] == [
        "AMEND",
        "Neuroendocrine Cancer UK",
    ]


def test_an_organisation_is_told_whole():
    topic = a_topic(support=("ncuk",))
    library = a_library(topic, organisations={"ncuk": an_organisation(hours="Monday to Friday")})

    assert bullets_below("Who can help", a_leaflet(topic, library=library)) == [
        "Neuroendocrine Cancer UK. Support for people with NETs. Phone: 0800 434 6476 (Monday to Friday)."
        " www.neuroendocrinecancer.org.uk"
    ]


def test_a_phone_number_checked_more_than_a_year_ago_is_not_printed():
    topic = a_topic(support=("ncuk",))
    library = a_library(topic)
    last_day = library.organisations["ncuk"].verified_on + timedelta(days=365)

    assert any("0800" in line for line in said(a_leaflet(topic, library=library, made_on=last_day)))
    assert not any("0800" in line for line in said(a_leaflet(topic, library=library, made_on=last_day + ONE_DAY)))


def test_every_contact_detail_that_is_given_is_printed_in_order():
    practice = a_practice(
        name="Hill Clinic",
        consultant_role="Consultant Endocrinologist",
        qualifications="MD FRCP",
        phone_note="ask for the nurse",
        secretary_name="Ann Lee",
        email="clinic@example.org",
        contact_form="https://example.org/form",
        website="https://example.org",
        address=("1 Hill Road", "Hilltown"),
        hours="Monday to Friday, 9 to 5",
        out_of_hours="Ring NHS 111",
        languages="English, Welsh",
    )
    topic = a_topic()

    assert list(texts((box(a_leaflet(topic, library=a_library(topic, practice=practice)), Tone.CONTACT),))) == [
        "How to contact us",
        "Hill Clinic",
        "Dr Mark Vanderpump · MD FRCP · Consultant Endocrinologist",
        "Phone: 07565 978310 (ask for the nurse)",
        "Secretary: Ann Lee",
        "Email: clinic@example.org",
        "Contact form: https://example.org/form",
        "Website: https://example.org",
        "Address: 1 Hill Road, Hilltown",
        "Hours: Monday to Friday, 9 to 5",
        "Outside these hours: Ring NHS 111",
        "Languages spoken: English, Welsh",
        "In an emergency call 999.",
    ]


@pytest.mark.parametrize(
    ("feedback", "link"),
    [("ideas@example.org", "mailto:ideas@example.org"), ("https://example.org/ideas", "https://example.org/ideas")],
)
def test_people_are_asked_what_they_think_and_the_address_opens(feedback, link):
    topic = a_topic()
    leaflet = a_leaflet(topic, library=a_library(topic, practice=a_practice(feedback=feedback)))

    assert f"Tell us what you think of this leaflet: {feedback}" in said(leaflet)
    runs = [run for block in leaflet.blocks if isinstance(block, Paragraph) for run in block.text]
    assert [run.link for run in runs if run.text == feedback] == [link]


def test_the_disclaimer_is_printed_in_full_with_its_version():
    paragraphs = (words("General information."), words("Ask your doctor."))
    topic = a_topic()
    lines = said(a_leaflet(topic, library=a_library(topic, disclaimer=Disclaimer("2.0", paragraphs))))

    start = lines.index("Please note")
    assert lines[start + 1 : start + 4] == ["General information.", "Ask your doctor.", "Disclaimer version 2.0."]


def test_words_of_the_urgent_box_and_of_questions_are_explained_too():
    glossary = Glossary((Term("Fit", "a seizure"), Term("Surgeon", "a doctor who operates")))
    topic = a_topic(urgent=(an_urgent_line("someone has a fit"),), questions=(words("Who is my surgeon?"),))

    entries = the(Definitions, a_leaflet(topic, library=a_library(topic, glossary=glossary))).entries
    assert [word for word, _ in entries] == ["Fit", "Surgeon"]


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
    leaflet = a_leaflet(topic, library=a_library(topic, practice=practice))

    assert box(leaflet, Tone.CONTACT).blocks[-1] == QrCode(opened, f"QR code that opens {opened}", leaflet.code)
