"""What a leaflet is checked for before it is handed over."""

from dataclasses import replace
from datetime import date

import pytest

from leaflet_app.domain.blocks import Box, Paragraph, Run, Tone, headings, words
from leaflet_app.domain.checks import CHECKS, FORMAT, PERSON, Outcome, Proof, Sheet, check, verdict, worst
from leaflet_app.domain.compose import basis, compose
from leaflet_app.domain.contrast import Ink
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.review import Status
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.topic import SectionKey, Urgency
from tests.builders import (
    APPROVED,
    DRAFT,
    a_fact,
    a_library,
    a_practice,
    a_section,
    a_selection,
    a_source,
    a_topic,
    an_organisation,
    an_urgent_line,
)

SHEET = Sheet(14, 12, 77, is_large_print=False, inks=(Ink("the text", "#1B2733", "#FFFFFF"),))
FAIR = a_section(
    SectionKey.TREATMENT,
    "How it is treated",
    "Surgery can cure it, and has risks. There are other treatments. Some people choose to have no treatment.",
)
COMPLETE = a_practice(
    hours="Monday to Friday, 9 to 5",
    feedback="hello@example.org",
    other_formats="Ask us for large print.",
    privacy="We keep your name in your notes.",
)


def a_good_topic(**changes):
    return a_topic(**{"sections": (a_section(), FAIR), "support": ("ncuk",), **changes})


def proof(*topics, practice=COMPLETE, sheet=SHEET, **changes):
    kept = topics or (a_good_topic(),)
    library = a_library(*kept, practice=practice)
    selection = a_selection(*(topic.id for topic in kept), **changes)
    return Proof(compose(library, selection), library, selection, *basis(library, selection), sheet)


def asked(name, *topics, **changes):
    """Return how one check goes."""
    [found] = [each for each in check(proof(*topics, **changes)) if each.name == name]
    return found


def test_a_complete_leaflet_passes_every_check():
    checks = check(proof())

    assert [each for each in checks if each.outcome is not Outcome.PASS] == []
    assert verdict(checks) == "All checked"


def test_every_answer_says_why():
    assert all(each.why.strip() for each in check(proof()))
    assert len({each.name for each in check(proof())}) == len(CHECKS)


def test_a_draft_is_to_be_looked_at():
    found = asked("Date and clinical review", a_good_topic(review=DRAFT))

    assert found.outcome is Outcome.LOOK
    assert found.why == "Awaiting clinical review: Insulinoma."
    assert found.anchor == "review"


def test_a_draft_stops_where_the_practice_gives_out_approved_leaflets_only():
    found = asked(
        "Date and clinical review", a_good_topic(review=DRAFT), practice=replace(COMPLETE, approved_only=True)
    )

    assert found.outcome is Outcome.STOP


def test_a_retired_text_stops():
    retired = replace(APPROVED, status=Status.RETIRED)

    assert asked("Date and clinical review", a_good_topic(review=retired)).outcome is Outcome.STOP


def test_an_overdue_review_is_named():
    overdue = replace(APPROVED, next_review=date(2026, 11, 1))

    found = asked("Date and clinical review", a_good_topic(review=overdue))

    assert (found.outcome, found.why) == (Outcome.LOOK, "Review is overdue: Insulinoma.")


@pytest.mark.parametrize(
    ("next_review", "outcome"), [(date(2029, 6, 1), Outcome.PASS), (date(2029, 6, 2), Outcome.LOOK)]
)
def test_a_review_holds_for_three_years_at_most(next_review, outcome):
    signed = replace(APPROVED, next_review=next_review)

    assert asked("Review cycle", a_good_topic(review=signed)).outcome is outcome


def test_a_tumour_without_emergency_advice_stops():
    same_day = an_urgent_line(urgency=Urgency.SAME_DAY)

    assert asked("Emergency", a_good_topic(urgent=())).outcome is Outcome.STOP
    assert asked("Emergency", a_good_topic(urgent=(same_day,))).why == "Nothing says when to call 999: Insulinoma."


def test_a_practice_that_nobody_can_ring_stops():
    assert asked("Phone", practice=replace(COMPLETE, phone="")).outcome is Outcome.STOP


@pytest.mark.parametrize(
    ("field", "name", "anchor"),
    [("hours", "Hours", "contact"), ("other_formats", "Other formats", "contact"), ("feedback", "Feedback", "review")],
)
def test_what_the_practice_does_not_say_is_named_with_where_to_add_it(field, name, anchor):
    found = asked(name, practice=replace(COMPLETE, **{field: ""}))

    assert (found.outcome, found.anchor) == (Outcome.LOOK, anchor)
    assert f"“{field}” in practice.toml" in found.remedy


def test_a_copy_that_names_a_person_needs_a_privacy_note():
    person = Recipient("Ann Lee")

    assert asked("Privacy", recipient=person).outcome is Outcome.PASS
    found = asked("Privacy", practice=replace(COMPLETE, privacy=""), recipient=person)
    assert (found.outcome, found.anchor) == (Outcome.LOOK, PERSON)
    assert "Ann" not in found.why


def test_a_text_on_treatment_is_never_passed_before_a_clinician_signed_it():
    found = asked("Treatment choices", a_good_topic(review=DRAFT))

    assert found.outcome is Outcome.LOOK
    assert "only a clinician can tell" in found.why
    assert found.anchor == "insulinoma/treatment"


def test_what_a_text_on_treatment_does_not_speak_of_is_named():
    bare = a_section(SectionKey.TREATMENT, "How it is treated", "An operation can cure it. Disease is a risk.")

    found = asked("Treatment choices", a_good_topic(sections=(a_section(), bare)))

    assert found.why == "Found no words on other choices, having no treatment and deciding together."


def test_a_tumour_leaflet_without_its_treatment_says_so():
    found = asked("Treatment choices", without=frozenset({"treatment"}))

    assert found.why == "It does not say how it is treated: Insulinoma."


def test_a_figure_without_a_source_is_named():
    bare = a_fact("about 2 in 10 people", low=2, high=2, per=10, sources=())

    assert asked("Sources", a_good_topic(facts={"how_common": bare})).why == (
        "No source is named for “about 2 in 10 people”."
    )


def test_a_source_read_more_than_a_year_ago_is_to_be_read_again():
    stale = a_fact(sources=(a_source(accessed=date(2025, 11, 1)),))

    assert asked("Sources", a_good_topic(facts={"how_common": stale})).outcome is Outcome.LOOK


def test_sources_left_out_of_print_are_on_file():
    assert asked("Sources", without=frozenset({"sources"})).why == (
        "The sources are on file; this copy leaves them out."
    )


def test_an_address_on_no_list_may_be_an_advertisement():
    advert = Paragraph((Run("Buy here", link="https://shop.example.org/"),))
    section = replace(a_section(), blocks=(advert,))

    found = asked("No advertising", a_good_topic(sections=(section, FAIR)))

    assert found.outcome is Outcome.LOOK
    assert "shop.example.org" in found.why


def test_a_listed_group_is_no_advertisement():
    group = Paragraph((Run("NCUK", link=an_organisation().url),))
    section = replace(a_section(), blocks=(group,))

    assert asked("No advertising", a_good_topic(sections=(section, FAIR))).outcome is Outcome.PASS


def test_a_title_longer_than_a_glance_is_told():
    assert asked("Title and purpose", a_good_topic(title="A" * 66)).outcome is Outcome.LOOK
    assert asked("Title and purpose", a_good_topic(title="A" * 65)).outcome is Outcome.PASS


@pytest.mark.parametrize(
    ("body", "smallest", "is_large", "outcome"),
    [
        (14, 12, False, Outcome.PASS),
        (13, 12, False, Outcome.LOOK),
        (11, 11, False, Outcome.STOP),
        (14, 9, False, Outcome.STOP),
        (18, 12, True, Outcome.PASS),
        (16, 12, True, Outcome.LOOK),
        (15, 12, True, Outcome.STOP),
    ],
)
def test_type_is_as_large_as_its_readers_need(body, smallest, is_large, outcome):
    sheet = replace(SHEET, body_points=body, smallest_points=smallest, is_large_print=is_large)

    assert asked("Size of type", sheet=sheet).outcome is outcome


def test_a_line_of_more_than_80_characters_leads_to_the_choice_of_the_paper():
    found = asked("Line length", sheet=replace(SHEET, characters_a_line=81.4))

    assert (found.outcome, found.anchor) == (Outcome.LOOK, FORMAT)
    assert asked("Line length", sheet=replace(SHEET, characters_a_line=80.4)).outcome is Outcome.PASS


def test_a_faint_colour_is_named_with_its_contrast():
    faint = Ink("links", Brand().accent, "#808080")

    assert asked("Colours", sheet=replace(SHEET, inks=(faint,))).why == "Too faint, below 4.5 to 1: links (1.4)."


@pytest.mark.parametrize("number", ["07700 900123", "+44 7700 900 123", "020 7946 0018"])
def test_a_phone_number_typed_into_a_note_may_break(number):
    found = asked("Phone numbers", note=f"Ring {number} on Friday.")

    assert (found.outcome, found.anchor) == (Outcome.LOOK, "note")
    assert number in found.why


@pytest.mark.parametrize("figures", ["999 or 111", "943 476 5919", "0.7 to 4.0", "REF 0012345678901234"])
def test_other_figures_are_no_phone_numbers(figures):
    assert asked("Phone numbers", note=figures).outcome is Outcome.PASS


def test_a_lost_page_would_be_missed():
    torn = proof()
    torn = replace(torn, leaflet=replace(torn.leaflet, footer="page {page}"))

    assert {each.name: each.outcome for each in check(torn)}["Page numbers"] is Outcome.LOOK


def test_the_verdict_is_the_gravest_answer():
    looks = check(proof(practice=replace(COMPLETE, hours="", feedback="")))
    stops = check(proof(practice=replace(COMPLETE, hours="", phone="")))

    assert (worst(looks), verdict(looks)) == (Outcome.LOOK, "2 to look at")
    assert (worst(stops), verdict(stops)) == (Outcome.STOP, "1 stops it")
    assert verdict(check(proof(a_good_topic(urgent=()), practice=replace(COMPLETE, phone="")))) == "2 stop it"


def test_every_answer_about_a_shipped_leaflet_leads_somewhere(library):
    for topic in library.topics:
        selection = a_selection(topic, note="Ring 07700 900123.", recipient=Recipient("Ann"))
        leaflet = compose(library, selection)
        found = check(Proof(leaflet, library, selection, *basis(library, selection), SHEET))
        there = {"title", PERSON, FORMAT, *(heading.anchor for heading in headings(leaflet.blocks))}

        assert {each.anchor for each in found if each.outcome is not Outcome.PASS} <= there
        assert worst(found) is Outcome.LOOK


def test_how_to_get_it_in_another_form_prints_with_the_contact_details():
    [box] = [each for each in proof().leaflet.blocks if isinstance(each, Box) and each.tone is Tone.CONTACT]

    assert Paragraph(words(COMPLETE.other_formats)) in box.blocks


def test_the_privacy_note_prints_only_on_copies_that_name_a_person():
    note = Paragraph(words(COMPLETE.privacy))

    assert note in proof(recipient=Recipient(reference="R 7")).leaflet.blocks
    assert note not in proof().leaflet.blocks
