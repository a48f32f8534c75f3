"""Whether a leaflet may leave this desk: one rule for print, save, email and copies alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from leaflet_app.domain.compose import basis, printed_translations
from leaflet_app.domain.compose.leaflet import in_each_language, printed_texts, seen_by
from leaflet_app.domain.counted import some
from leaflet_app.domain.errors import NotApproved, OverdueUnexplained
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection

LONGEST_REASON = 200
"""Letters of the reason why a leaflet is given although a review is overdue."""

ABOUT_TEXT = "The reason is kept in the register: write about the text, never about the patient."


def check_may_leave(library: Library, selection: Selection, on: date, *, approved_only: bool) -> None:
    """See that nothing holds a leaflet back. Raises NotApproved, OverdueUnexplained, and as compose does."""
    for fault in _holding(library, selection, on, approved_only=approved_only):
        raise fault
    if overdue := overdue_texts(library, selection, on):
        check_reason(selection.overdue_reason, overdue)


def overdue_texts(library: Library, selection: Selection, on: date) -> tuple[str, ...]:
    """Name the texts of a leaflet that were approved until a day before `on`. Raises as compose does."""
    printed = printed_texts(library, selection)
    overdue = [text.title for text in printed if text.review.is_approved and text.review.is_overdue(on)]
    borne = [seen_by(library, each).disclaimer for each in in_each_language(selection)]
    overdue += [f"the disclaimer “{each.label}”" for each in borne if each.is_overdue(on)]
    return tuple(overdue)


def check_reason(reason: str, overdue: Sequence[str]) -> None:
    """See that somebody says, in one line, why overdue texts may be given all the same. Raises OverdueUnexplained."""
    if not reason.strip():
        remedy = f"Say why it may be given; a command takes --overdue-reason. {ABOUT_TEXT}"
        raise OverdueUnexplained(f"the review of {some(overdue)} is overdue", remedy)
    if len(reason) > LONGEST_REASON:
        why = f"the reason has {len(reason)} letters, and {LONGEST_REASON} is the most"
        raise OverdueUnexplained(why, "Shorten it.")
    if not reason.isprintable():
        raise OverdueUnexplained("the reason holds a sign that cannot be printed", "Type it again, in one line.")


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
    waiting = [title for title, review in basis(library, selection).reviews if not review.is_approved]
    overdue = overdue_texts(library, selection, on)
    if waiting:
        why = f"no clinician has approved {some(waiting)}, and only approved leaflets may leave here"
        yield NotApproved(why, "Ask a clinician to approve them in the place Library, or choose other topics.")
    if overdue:
        why = f"the review of {some(overdue)} is overdue, and only approved leaflets may leave here"
        yield NotApproved(why, "Ask a clinician to read and approve them again; no reason lets them out before.")
