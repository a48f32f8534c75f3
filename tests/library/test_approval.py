"""What an approval needs before the reader believes it."""

from leaflet_app.domain.review import Status
from tests.library.folder import INSULINOMA, SURGERY


def review_of(folder):
    return folder.read().topic("insulinoma").review


def test_a_named_clinician_and_two_dates_stand_in_the_review(folder):
    folder.approve(INSULINOMA)
    review = review_of(folder)

    assert review.is_approved
    assert (review.clinical_reviewer, review.role, review.registration) == ("Dr A Reviewer", "Consultant", "GMC 1")
    assert (str(review.last_reviewed), str(review.next_review)) == ("2026-06-01", "2028-06-01")


def test_a_shared_text_is_approved_in_the_same_way(folder):
    folder.approve(SURGERY)

    assert folder.read().shared["treat-surgery"].review.is_approved


def test_one_changed_letter_makes_a_draft_of_it(folder):
    folder.approve(INSULINOMA)
    folder.change(INSULINOMA, "Blood tests.", "Blood test.")

    assert review_of(folder).status is Status.DRAFT


def test_the_text_as_it_was_is_approved_again(folder):
    folder.approve(INSULINOMA)
    folder.change(INSULINOMA, "Blood tests.", "Blood test.")
    folder.change(INSULINOMA, "Blood test.", "Blood tests.")

    assert review_of(folder).is_approved


def test_nobody_approves_a_text_by_writing_so_in_it(folder):
    folder.change(INSULINOMA, 'status = "draft"', 'status = "approved"\nclinical_reviewer = "Dr A Reviewer"')
    review = review_of(folder)

    assert review.status is Status.DRAFT
    assert not review.clinical_reviewer


def test_a_retired_text_stays_retired_whoever_approved_it(folder):
    folder.change(INSULINOMA, 'status = "draft"', 'status = "retired"')
    folder.approve(INSULINOMA)

    assert review_of(folder).status is Status.RETIRED


def test_a_changed_name_of_the_reviewer_undoes_the_approval(folder):
    folder.approve(INSULINOMA)
    folder.change("topics/insulinoma/approval.toml", "Dr A Reviewer", "Dr B Reviewer")

    assert review_of(folder).status is Status.DRAFT
