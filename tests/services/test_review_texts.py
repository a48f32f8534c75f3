"""A text goes through its review: nobody approves their own words, and desks print what was approved."""

from datetime import date

import pytest

from leaflet_app.domain.approvals import Waiver
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.review import Status
from leaflet_app.domain.reviewing import Signature
from leaflet_app.services import library_store
from leaflet_app.services.review_texts import approve, retire, review_of, send_back, submit
from tests.fakes import a_desk

TEXT, SHARED = "topics/insulinoma/en-GB.md", "shared/treat-surgery/en-GB.md"
ADA = Signature("Dr Ada Example", "Consultant endocrinologist", "GMC 1234567")
UNTIL = date(2028, 11, 1)


@pytest.fixture
def desk(home):
    return a_desk(home=home)


def edited(desk, old, new, text=TEXT, author="B Writer"):
    newest = library_store.newest(desk)
    words = newest.files.read(text, 100_000).decode()
    assert old in words
    changes = {text: words.replace(old, new, 1).encode()}
    return library_store.change(desk, changes, "Change words", base=newest.commit, author=author)


def status(desk, text=TEXT):
    return review_of(library_store.newest(desk), text).status


def approved(desk, text=TEXT, version="1.0.0"):
    submit(desk, text, version, "Ready")
    approve(desk, text, ADA, UNTIL)


def printed(desk):
    return desk.library.topics["insulinoma"]


def test_a_text_is_sent_read_and_approved(desk):
    submit(desk, TEXT, "1.0.0", "First checked version.")
    assert status(desk) is Status.IN_REVIEW
    approve(desk, TEXT, ADA, UNTIL)

    review = printed(desk).review
    assert review.is_approved
    assert (review.clinical_reviewer, review.registration, review.version) == (ADA.name, ADA.registration, "1.0.0")
    assert review.next_review == UNTIL


def test_desks_go_on_with_what_was_approved_while_it_is_edited(desk):
    approved(desk)
    edited(desk, "small lump that grows", "little lump that grows")

    assert "small lump" in repr(printed(desk).sections[0])
    assert printed(desk).review.is_approved
    assert "little lump" in repr(library_store.newest(desk).library.topics["insulinoma"].sections[0])
    assert status(desk) is not Status.APPROVED


def test_a_second_approval_puts_the_new_words_on_every_desk(desk):
    approved(desk)
    edited(desk, "small lump that grows", "little lump that grows")
    approved(desk, version="1.1.0")

    assert "little lump" in repr(printed(desk).sections[0])
    assert printed(desk).review.version == "1.1.0"


def test_an_edited_text_is_a_draft_again_until_it_is_sent_with_a_higher_number(desk):
    approved(desk)
    edited(desk, "small lump that grows", "little lump that grows")
    assert status(desk) is Status.DRAFT

    with pytest.raises(ReviewRefused, match="was approved before"):
        submit(desk, TEXT, "1.0.0", "Ready")
    submit(desk, TEXT, "1.1.0", "Ready")
    assert status(desk) is Status.IN_REVIEW


def test_words_that_changed_while_they_were_read_are_not_approved(desk):
    submit(desk, TEXT, "1.0.0", "Ready")
    seen = library_store.newest(desk).files.read(TEXT, 100_000).decode()
    edited(desk, "small lump", "little lump")

    with pytest.raises(ReviewRefused, match="was changed while you read it"):
        approve(desk, TEXT, ADA, UNTIL, seen=seen)
    assert status(desk) is Status.DRAFT


def test_a_shared_text_is_approved_for_itself(desk):
    approved(desk, SHARED)

    assert desk.library.shared["treat-surgery"].review.is_approved
    assert not printed(desk).review.is_approved


@pytest.mark.parametrize("name", ["B Writer", "Dr. b  writer", "Mr B. WRITER"])
def test_nobody_approves_their_own_words(desk, name):
    edited(desk, "small lump", "little lump")
    submit(desk, TEXT, "1.0.0", "Ready")

    with pytest.raises(ReviewRefused, match="nobody approves their own words"):
        approve(desk, TEXT, Signature(name, "Consultant", "GMC 1"), UNTIL)
    assert status(desk) is Status.IN_REVIEW


def test_who_is_named_as_the_author_cannot_approve(desk):
    submit(desk, TEXT, "1.0.0", "Ready")

    with pytest.raises(ReviewRefused, match="nobody approves their own words"):
        approve(desk, TEXT, Signature("Product team", "Team", "1"), UNTIL)


def test_to_send_a_text_back_does_not_make_an_author(desk):
    submit(desk, TEXT, "1.0.0", "Ready")
    send_back(desk, TEXT, "Say what PRRT is.")
    assert status(desk) is Status.DRAFT
    approved(desk)

    assert printed(desk).review.is_approved


def test_what_waits_for_no_review_is_not_approved(desk):
    with pytest.raises(ReviewRefused, match="Send it to review first"):
        approve(desk, TEXT, ADA, UNTIL)


@pytest.mark.parametrize(
    ("signature", "until", "why"),
    [
        (Signature("", "Consultant", "GMC 1"), UNTIL, "your name is missing"),
        (Signature("Dr Ada", " ", "GMC 1"), UNTIL, "your role is missing"),
        (Signature("Dr Ada", "Consultant", ""), UNTIL, "your registration number is missing"),
        (ADA, date(2029, 11, 23), "within 3 years"),
        (ADA, date(2026, 11, 22), "within 3 years"),
    ],
)
def test_an_approval_names_who_signs_and_ends_within_three_years(desk, signature, until, why):
    submit(desk, TEXT, "1.0.0", "Ready")

    with pytest.raises(ReviewRefused, match=why):
        approve(desk, TEXT, signature, until)


def test_a_fault_is_mended_or_waived_with_a_reason_that_history_keeps(desk):
    edited(desk, "An insulinoma is a small lump", "Don't worry: an insulinoma is a small lump")
    submit(desk, TEXT, "1.0.0", "Ready")
    with pytest.raises(ReviewRefused, match="worry") as refused:
        approve(desk, TEXT, ADA, UNTIL)
    rule = refused.value.message.partition(f"{TEXT}:")[2].partition(": ")[2].rpartition(", ")[0]
    approve(desk, TEXT, ADA, UNTIL, [Waiver(rule, "It quotes a nurse.")])

    assert printed(desk).review.is_approved
    assert "It quotes a nurse." in library_store.history(desk, "topics/insulinoma/approval.toml")[0].message


def test_a_retired_text_is_offered_nowhere_at_once_whoever_approved_it(desk):
    approved(desk)
    retire(desk, TEXT, "Replaced by another leaflet.")

    assert not desk.library.is_offered("insulinoma")


@pytest.mark.parametrize("step", [send_back, retire])
def test_a_step_back_needs_a_reason(desk, step):
    submit(desk, TEXT, "1.0.0", "Ready")

    with pytest.raises(ReviewRefused, match="nobody would know"):
        step(desk, TEXT, "  ")


DISCLAIMER = "practice/disclaimer/en-GB.md"


def test_a_disclaimer_goes_the_same_way(desk):
    submit(desk, DISCLAIMER, "1.0.0", "")
    assert status(desk, DISCLAIMER) is Status.IN_REVIEW
    approve(desk, DISCLAIMER, ADA, UNTIL)

    assert desk.library.disclaimer.is_approved
    assert desk.library.disclaimer.version == "1.0.0"


def test_an_edited_disclaimer_is_printed_as_it_was_approved(desk):
    approved(desk, DISCLAIMER)
    before = desk.library.disclaimer.paragraphs
    edited(desk, "general information", "some information", DISCLAIMER)

    assert desk.library.disclaimer.paragraphs == before
    assert status(desk, DISCLAIMER) is Status.DRAFT


def test_who_wrote_a_disclaimer_cannot_approve_it(desk):
    edited(desk, "general information", "some information", DISCLAIMER)
    submit(desk, DISCLAIMER, "1.0.0", "")

    with pytest.raises(ReviewRefused, match="nobody approves their own words"):
        approve(desk, DISCLAIMER, Signature("B Writer", "Clinician", "GMC 1"), UNTIL)
