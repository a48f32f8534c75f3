"""Who wrote and signed the texts, under which code, and until when that holds."""

from __future__ import annotations

from datetime import date

from leaflet_app.domain.approvals import LONGEST_YEARS
from leaflet_app.domain.checks.check import Finding, Proof, look, passed, stop
from leaflet_app.domain.compose.phrasing import say_date
from leaflet_app.domain.counted import some
from leaflet_app.domain.review import Review, Status

LONGEST_CYCLE_MONTHS = 12 * LONGEST_YEARS
"""No review may hold longer (NHS Ayrshire & Arran G082 §3.4.2; Macmillan)."""


def author(proof: Proof) -> Finding:
    """See that every text has an author or a team."""
    nobodys = [title for title, review in proof.reviews if not review.author.strip()]
    if nobodys:
        return look(f"Nobody is named as the author of {some(nobodys)}.", "Name one in the library.", "review")
    return passed(f"Written by {some(review.author for _, review in proof.reviews)}.", "review")


def code_and_version(proof: Proof) -> Finding:
    """See that the leaflet has a code and a version to be asked for by."""
    leaflet = proof.leaflet
    if not (leaflet.code and leaflet.version):
        return look("It has no code or no version.", "Give every topic a version in the library.", "review")
    return passed(f"Code {leaflet.code}, version {leaflet.version}.")


def signed(proof: Proof) -> Finding:
    """See that a clinician has signed every text, and that each is reviewed again before its day."""
    on = proof.leaflet.made_on
    retired = [title for title, review in proof.reviews if review.status is Status.RETIRED]
    waiting = [title for title, review in proof.reviews if not review.is_approved]
    overdue = [title for title, review in proof.reviews if review.is_overdue(on)]
    if retired:
        return stop(f"No longer in use: {some(retired)}.", "Choose another topic.", "review")
    if waiting:
        judge = stop if proof.library.practice.approved_only else look
        return judge(
            f"{proof.library.wording.draft_banner}: {some(waiting)}.",
            "Ask a clinician to read and sign what is printed.",
            "review",
        )
    if overdue:
        return look(f"Review is overdue: {some(overdue)}.", "Ask a clinician to read it again.", "review")
    soonest = min(review.next_review for _, review in proof.reviews if review.next_review)
    dates = (say_date(day, proof.library.wording) for day in (on, soonest))
    return passed("Made on {}; next review by {}.".format(*dates), "review")


def cycle(proof: Proof) -> Finding:
    """See that no signature holds longer than three years."""
    long = [title for title, review in proof.reviews if _is_long(review)]
    if long:
        return look(
            f"More than {LONGEST_CYCLE_MONTHS} months lie between two reviews: {some(long)}.",
            "Set an earlier review in the library.",
            "review",
        )
    if not any(review.is_approved for _, review in proof.reviews):
        return passed("Nothing is signed yet, so no signature holds too long.", "review")
    return passed(f"Every signature holds for at most {LONGEST_CYCLE_MONTHS} months.", "review")


def _is_long(review: Review) -> bool:
    if review.last_reviewed is None or review.next_review is None:
        return False
    return _months(review.last_reviewed, review.next_review) > LONGEST_CYCLE_MONTHS


def _months(since: date, until: date) -> float:
    return (until.year - since.year) * 12 + until.month - since.month + (until.day > since.day) / 2
