"""A text goes through its review: nobody approves their own words, and desks print what was approved."""

from datetime import date

import pytest

from leaflet_app.domain.approvals import Waiver
from leaflet_app.domain.errors import ReviewRefused, UnknownDisclaimer
from leaflet_app.domain.review import Status
from leaflet_app.domain.reviewing import Signature
from leaflet_app.services import library_store
from leaflet_app.services.review_sheet import sheet
from leaflet_app.services.review_texts import approve, faults_of, retire, review_of, send_back, submit
from leaflet_app.services.text_authors import authors_of
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
    seen = sheet(desk, TEXT).content
    edited(desk, "small lump", "little lump")

    with pytest.raises(ReviewRefused, match="does not have the words that you read"):
        approve(desk, TEXT, ADA, UNTIL, seen=seen)
    assert status(desk) is Status.DRAFT


@pytest.mark.parametrize("letters", [0, 9])
def test_a_name_of_the_read_words_that_is_too_short_approves_nothing(desk, letters):
    submit(desk, TEXT, "1.0.0", "Ready")

    with pytest.raises(ReviewRefused, match="does not have the words that you read"):
        approve(desk, TEXT, ADA, UNTIL, seen=sheet(desk, TEXT).content[:letters])


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

    with pytest.raises(ReviewRefused, match="needs a reason"):
        step(desk, TEXT, "  ")


DISCLAIMER = "practice/disclaimer/en-GB.md"


def test_a_disclaimer_goes_the_same_way(desk):
    submit(desk, DISCLAIMER, "1.0.0", "")
    assert status(desk, DISCLAIMER) is Status.IN_REVIEW
    approve(desk, DISCLAIMER, ADA, UNTIL)

    assert desk.library.disclaimer.is_approved
    assert desk.library.disclaimer.next_review == UNTIL
    assert desk.library.disclaimer.version == "1.0.0"


def test_an_edited_disclaimer_is_printed_as_it_was_approved(desk):
    approved(desk, DISCLAIMER)
    before = desk.library.disclaimer.paragraphs
    edited(desk, "general information", "some information", DISCLAIMER)

    assert desk.library.disclaimer.paragraphs == before
    assert status(desk, DISCLAIMER) is Status.DRAFT


PRACTICE = "practice/practice.toml"
OTHER = "practice/disclaimer/research/en-GB.md"
OTHER_TEXT = (
    '+++\nversion = "0.1.0"\nstatus = "draft"\ntitle = "Research"\n+++\n\n'
    "This is for research. {publisher_does_not} accept anything.\n"
)


@pytest.fixture
def other(desk):
    """Return a second disclaimer, approved."""
    base = library_store.newest(desk).commit
    library_store.change(desk, {OTHER: OTHER_TEXT.encode()}, "Add one", base=base, author="B Writer")
    approved(desk, OTHER)
    return OTHER


def test_a_retired_disclaimer_is_offered_nowhere_whoever_approved_it(desk, other):
    assert "research" in desk.library.offered_disclaimers
    retire(desk, other, "Wrong in law.")

    assert "research" not in desk.library.offered_disclaimers
    with pytest.raises(UnknownDisclaimer):
        desk.library.bearing("", "research")


def test_a_disclaimer_that_leaflets_bear_is_not_retired(desk, other):
    practice = library_store.newest(desk).files.read(PRACTICE, 100_000).decode()
    changed = {PRACTICE: f'disclaimer = "research"\n{practice}'.encode()}
    library_store.change(desk, changed, "Choose it", base=library_store.newest(desk).commit, author="B Writer")

    with pytest.raises(ReviewRefused, match="Choose another disclaimer for them first"):
        retire(desk, other, "Wrong in law.")
    with pytest.raises(ReviewRefused, match="leaflets of every practice bear"):
        retire(desk, DISCLAIMER, "Wrong in law.")


def test_where_the_disclaimer_of_a_practice_was_retired_all_the_same_the_standard_one_stands_in(desk, other):
    practice = library_store.newest(desk).files.read(PRACTICE, 100_000).decode()
    retired = OTHER_TEXT.replace('"draft"', '"retired"')
    changed = {PRACTICE: f'disclaimer = "research"\n{practice}'.encode(), OTHER: retired.encode()}
    library_store.change(desk, changed, "Both at once", base=library_store.newest(desk).commit, author="B Writer")

    assert desk.library.disclaimer.id == "standard"
    assert desk.library.bearing("", "").disclaimer.id == "standard"


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x00", "\uf0b7", "\udcff", "\ufffe"])
def test_a_note_that_no_file_can_hold_takes_no_topic_away(desk, sign):
    with pytest.raises(ReviewRefused, match="a sign that cannot be kept"):
        submit(desk, TEXT, "1.0.0", f"First{sign} version")
    assert "insulinoma" in library_store.newest(desk).library.topics


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\n", "\u2028", "\t", "\ufeff"])
def test_what_nobody_sees_in_what_was_pasted_makes_no_approval_unreadable(desk, hidden):
    edited(desk, "small lump that grows", "small lump. Don't worry. It grows")
    submit(desk, TEXT, "1.0.0", f"First{hidden} version")
    waivers = [
        Waiver(each.wrong, f"A nurse{hidden} said so.") for each in faults_of(desk, library_store.newest(desk), TEXT)
    ]
    signature = Signature(f"Dr Ada{hidden} Example", f"Consultant{hidden}", f"GMC{hidden} 1234567")
    approve(desk, TEXT, signature, UNTIL, waivers, f"Looks{hidden} well")

    assert printed(desk).review.is_approved
    assert printed(desk).review.clinical_reviewer == "Dr Ada Example"
    assert "Don't worry" in str(printed(desk).sections)


def test_words_that_came_back_are_still_those_of_who_wrote_them(desk):
    approved(desk)
    approved_words = library_store.newest(desk).files.read(TEXT, 100_000)
    edited(desk, "small lump that grows", "little lump that grows", author=ADA.name)
    hers = library_store.newest(desk).files.read(TEXT, 100_000)
    for words in (approved_words, hers):
        library_store.change(desk, {TEXT: words}, "Back", base=library_store.newest(desk).commit, author="C Other")
    submit(desk, TEXT, "1.0.1", "Better")

    with pytest.raises(ReviewRefused, match="nobody approves their own words"):
        approve(desk, TEXT, ADA, UNTIL)


def test_words_written_under_no_name_are_answered_for_by_whoever_sends_them(desk):
    edited(desk, "small lump that grows", "little lump that grows", author="")
    with pytest.raises(ReviewRefused, match="nobody is named for some of its words"):
        submit(desk, TEXT, "1.0.0", "Better")
    submit(desk, TEXT, "1.0.0", "Better", ADA.name)

    with pytest.raises(ReviewRefused, match="nobody approves their own words"):
        approve(desk, TEXT, ADA, UNTIL)


def test_who_brings_the_words_of_the_program_back_has_not_written_them(desk):
    shipped = library_store.newest(desk).files.read(TEXT, 100_000)
    edited(desk, "small lump that grows", "little lump that grows")
    library_store.change(desk, {TEXT: shipped}, "Back", base=library_store.newest(desk).commit, author=ADA.name)
    newest = library_store.newest(desk)

    assert ADA.name not in authors_of(desk, newest.files, TEXT, review_of(newest, TEXT)).names


@pytest.mark.parametrize("review", ["[review] # ours", "[ review ]"])
def test_to_send_a_text_back_is_no_writing_however_its_review_is_written(desk, review):
    edited(desk, "[review]", review)
    submit(desk, TEXT, "1.0.0", "Ready")
    send_back(desk, TEXT, "Say it plainer.")

    assert authors_of(
        desk, library_store.newest(desk).files, TEXT, review_of(library_store.newest(desk), TEXT)
    ).names == {"Product team"}


def test_a_line_of_the_body_is_writing_whatever_it_looks_like(desk):
    edited(desk, "\n## Is it cancer?", '\n\nversion = "two"\n\n## Is it cancer?')
    newest = library_store.newest(desk)

    assert "B Writer" in authors_of(desk, newest.files, TEXT, review_of(newest, TEXT)).names


def test_a_sign_that_no_file_may_hold_is_refused_in_an_approval(desk):
    submit(desk, TEXT, "1.0.0", "Ready")

    with pytest.raises(ReviewRefused, match="signs that no file may hold"):
        approve(desk, TEXT, Signature("Dr Ada\x07 Example", "Consultant", "GMC 1"), UNTIL)
    assert status(desk) is Status.IN_REVIEW


def test_who_wrote_a_disclaimer_cannot_approve_it(desk):
    edited(desk, "general information", "some information", DISCLAIMER)
    submit(desk, DISCLAIMER, "1.0.0", "")

    with pytest.raises(ReviewRefused, match="nobody approves their own words"):
        approve(desk, DISCLAIMER, Signature("B Writer", "Clinician", "GMC 1"), UNTIL)
