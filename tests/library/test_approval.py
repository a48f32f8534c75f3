"""What an approval needs before the reader believes it."""

import pytest

from tests.library.folder import INSULINOMA

SIGNED = """status = "approved"
clinical_reviewer = "Dr A Reviewer"
last_reviewed = 2026-06-01
next_review = 2028-06-01
"""


def approve(folder, old="", new=""):
    assert old in SIGNED
    folder.change(INSULINOMA, 'status = "draft"\n', SIGNED.replace(old, new, 1))


def test_a_named_clinician_and_two_dates_make_an_approval(folder):
    approve(folder)

    assert folder.read().topic("insulinoma").review.is_approved


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("Dr A Reviewer", "", "needs a reviewer who did not write it"),
        ("Dr A Reviewer", "Product team", "needs a reviewer who did not write it"),
        ("next_review = 2028-06-01\n", "", "needs both review dates"),
        ("2028-06-01", "2029-06-02", "not within three years"),
        ("2028-06-01", "2026-06-01", "not within three years"),
        ("2028-06-01", '"2028-06-01"', "must be a date like 2026-11-22 without quotes, not a text"),
    ],
)
def test_an_approval_that_nobody_can_have_given_is_a_fault(folder, old, new, wrong):
    approve(folder, old, new)

    assert any(wrong in fault for fault in folder.faults()), folder.faults()


def test_three_years_to_the_day_are_allowed_also_from_a_leap_day(folder):
    approve(folder, "2026-06-01\nnext_review = 2028-06-01", "2024-02-29\nnext_review = 2027-02-28")

    assert folder.faults() == []
