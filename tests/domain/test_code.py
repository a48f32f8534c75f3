"""The code of a leaflet names what it says: any other word makes another code, and nothing else does."""

from dataclasses import replace
from datetime import date

import pytest

from leaflet_app.domain.blocks import QrCode, flat, texts, words
from leaflet_app.domain.compose import compose
from leaflet_app.domain.diagrams import Part
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.passport import read_passport
from leaflet_app.domain.practice import Brand, Disclaimer
from leaflet_app.domain.selection import Detail, Recipient
from leaflet_app.domain.topic import SectionKey, Site
from tests.builders import (
    APPROVED,
    DRAFT,
    a_diagram,
    a_fact,
    a_library,
    a_practice,
    a_section,
    a_selection,
    a_shared_block,
    a_source,
    a_topic,
    a_wording,
    an_organisation,
    an_urgent_line,
)

TOPIC = a_topic(
    sections=(a_section(bullets=("It makes a hormone.",)),),
    shared=("treat-surgery",),
    support=("ncuk",),
    bank=("spread",),
    images=("pancreas",),
    facts={"how_common": a_fact(low=1, high=1, per=10, picture="1 in 10 people have it")},
)
PRACTICE = a_practice(name="A clinic", website="https://example.org/", privacy="We keep your name.")
LIBRARY = a_library(TOPIC, practice=PRACTICE)
CHOSEN = a_selection("insulinoma", body_map=True, detail=Detail.PICTURES)


def code_of(library=LIBRARY, selection=CHOSEN, **changes) -> str:
    """Return the code of a leaflet; `changes` are those of the selection."""
    return compose(library, replace(selection, **changes)).code


def with_topic(**changes):
    """Return the library with a changed topic."""
    return replace(LIBRARY, topics={"insulinoma": replace(TOPIC, **changes)})


def with_practice(**changes):
    """Return the library with a changed practice."""
    return replace(LIBRARY, practice=replace(PRACTICE, **changes))


CHANGED = {
    "a title": with_topic(title="An insulinoma"),
    "a purpose": with_topic(purpose="For everyone who has it."),
    "a heading": with_topic(sections=(a_section(heading="What?", bullets=("It makes a hormone.",)),)),
    "a sentence": with_topic(
        sections=(a_section(SectionKey.WHAT, "What is it?", "It is small.", bullets=("It makes a hormone.",)),)
    ),
    "a bullet": with_topic(sections=(a_section(bullets=("It makes hormones.",)),)),
    "a fact": with_topic(facts={"how_common": replace(TOPIC.facts["how_common"], text="about 1 in 9 people")}),
    "the words at a picture": with_topic(facts={"how_common": replace(TOPIC.facts["how_common"], picture="Few")}),
    "the people of a picture": with_topic(facts={"how_common": replace(TOPIC.facts["how_common"], low=2, high=2)}),
    "a source": with_topic(facts={"how_common": replace(TOPIC.facts["how_common"], sources=(a_source("other"),))}),
    "a reason to get help": with_topic(urgent=(an_urgent_line("someone faints"),)),
    "a question": with_topic(questions=(words("Will it spread?"),)),
    "a version": with_topic(review=replace(APPROVED, version="1.0.1")),
    "a review": with_topic(review=replace(APPROVED, clinical_reviewer="Dr B Reviewer")),
    "an approval": with_topic(review=DRAFT),
    "a shared text": replace(LIBRARY, shared={"treat-surgery": a_shared_block(title="An operation")}),
    "a question of the bank": replace(LIBRARY, bank={"spread": words("Has it gone elsewhere?")}),
    "a meaning": replace(LIBRARY, glossary=Glossary((Term("Hormone", "a messenger", ("hormones",)),))),
    "an organisation": replace(LIBRARY, organisations={"ncuk": an_organisation(phone="0800 111 222")}),
    "the disclaimer": replace(LIBRARY, disclaimer=Disclaimer("1.0", (words("General information."),))),
    "the version of the disclaimer": replace(LIBRARY, disclaimer=replace(LIBRARY.disclaimer, version="1.1")),
    "a set word": replace(LIBRARY, wording=replace(a_wording(), urgent="Get help now")),
    "the footer": replace(LIBRARY, wording=replace(a_wording(), footer="{code}, {version}, {page} / {pages}")),
    "what a drawing says": replace(
        LIBRARY, diagrams={**LIBRARY.diagrams, "pancreas": a_diagram("pancreas", alt="A gland.")}
    ),
    "the phone number": with_practice(phone="07565 978311"),
    "the name of the practice": with_practice(name="The clinic"),
    "the consultant": with_practice(consultant_name="Dr A Other"),
    "the web address": with_practice(website="https://example.com/"),
    "what a logo shows": with_practice(brand=Brand(logo_alt="A tree")),
}


@pytest.mark.parametrize("changed", CHANGED)
def test_another_printed_word_makes_another_code(changed):
    assert code_of(CHANGED[changed]) != code_of()


def test_each_of_those_changes_has_a_code_of_its_own():
    assert len({code_of(each) for each in CHANGED.values()}) == len(CHANGED)


@pytest.mark.parametrize(
    "personal",
    [
        {"note": "Eat often."},
        {"recipient": Recipient("Ada Byron", "A-12", date(2026, 12, 1))},
        {"body_note": "Here, where the hormones are made."},
        {"body_mark": Site.THYROID, "body_note": "Here."},
        {"made_on": date(2027, 1, 1)},
        {"made_on": date(2031, 1, 1)},
        {"format": Format.A5},
        {"theme": Theme.LEGIBLE},
        {"language": "en-GB"},
    ],
)
def test_no_person_no_day_and_no_paper_changes_the_code(personal):
    assert code_of(**personal) == code_of()


def test_a_day_changes_what_is_printed_of_reviews_and_numbers_but_not_the_code():
    later = compose(LIBRARY, replace(CHOSEN, made_on=date(2031, 1, 1)))
    printed = "\n".join(texts(later.blocks))

    assert "review overdue since" in printed
    assert "0800 434 6476" not in printed


def test_words_to_one_person_bring_no_explanation_of_words():
    bare = replace(LIBRARY, topics={"insulinoma": replace(TOPIC, sections=(a_section(),))})
    noted = compose(bare, replace(CHOSEN, body_note="It makes hormones."))

    assert "Words explained" not in list(texts(noted.blocks))


def test_words_on_a_drawing_are_explained():
    bare = replace(LIBRARY, topics={"insulinoma": replace(TOPIC, sections=(a_section(),))})
    body = a_diagram(parts={"pancreas": Part("Pancreas", (14.0, 24.0), "where hormones are made")})
    drawn = compose(replace(bare, diagrams={**LIBRARY.diagrams, "body": body}), CHOSEN)

    assert "Words explained" in list(texts(drawn.blocks))


def test_a_topic_left_out_of_print_leaves_the_code_as_it_is():
    assert code_of(replace(LIBRARY, topics={**LIBRARY.topics, "vipoma": a_topic("vipoma")})) == code_of()


def test_the_code_is_a_passport_and_stands_in_the_footer():
    leaflet = compose(LIBRARY, CHOSEN)

    assert read_passport(leaflet.code) == leaflet.code
    assert leaflet.footer.startswith(f"{leaflet.code} · ")


@pytest.mark.parametrize(
    ("website", "opened"),
    [
        ("https://example.org/", "https://example.org/#{code}"),
        ("https://example.org/clinic?a=b", "https://example.org/clinic?a=b#{code}"),
        ("https://example.org/clinic#contact", "https://example.org/clinic#contact:~:{code}"),
    ],
)
def test_the_square_code_carries_the_passport_and_says_the_bare_address(website, opened):
    leaflet = compose(with_practice(website=website), CHOSEN)
    [square] = [block for block in flat(leaflet.blocks) if isinstance(block, QrCode)]

    assert square.opened == opened.format(code=leaflet.code)
    assert read_passport(square.opened) == leaflet.code
    assert (square.address, square.alt) == (website, f"QR code that opens {website}")
