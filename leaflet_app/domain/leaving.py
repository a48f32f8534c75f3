"""Whether a leaflet may leave this desk: one rule for print, save, email and copies alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leaflet_app.domain.compose import basis, printed_translations
from leaflet_app.domain.compose.leaflet import seen_by
from leaflet_app.domain.counted import some
from leaflet_app.domain.errors import NotApproved
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection


def check_may_leave(library: Library, selection: Selection, on: date, *, approved_only: bool) -> None:
    """See that nothing holds a leaflet back. Raises NotApproved, and as compose does."""
    for fault in _holding(library, selection, on, approved_only=approved_only):
        raise fault


def _holding(library: Library, selection: Selection, on: date, *, approved_only: bool) -> Iterator[NotApproved]:
    locked = [title for title, its in printed_translations(library, selection) if its and its.is_locked]
    if locked:
        why = f"the English text has changed since {some(locked)} was translated"
        remedy = (
            "Have the marked sentences checked, and the translation approved, in the place Library; or use English."
        )
        yield NotApproved(why, remedy)
    if not (approved_only or seen_by(library, selection).practice.approved_only):
        return
    reviews = basis(library, selection).reviews
    waiting = [title for title, review in reviews if not review.is_approved]
    overdue = [title for title, review in reviews if review.is_approved and review.is_overdue(on)]
    if waiting:
        why = f"no clinician has approved {some(waiting)}, and only approved leaflets may leave here"
        yield NotApproved(why, "Ask a clinician to approve them in the place Library, or choose other topics.")
    if overdue:
        why = f"the review of {some(overdue)} is overdue, and only approved leaflets may leave here"
        yield NotApproved(why, "Ask a clinician to read and approve them again.")
