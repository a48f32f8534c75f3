"""All that a clinician needs to judge a text: what changed since the last approval, its facts, and what is to mend."""

from __future__ import annotations

from datetime import timedelta

from leaflet_app.delivery.calendar import Day, calendar_of
from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.facts import Fact
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.file_text import text_of, text_shown
from leaflet_app.domain.review import Review
from leaflet_app.domain.review_tray import Group
from leaflet_app.domain.reviewing import SOON_DAYS, Step, raised, step_between
from leaflet_app.domain.sentences import sentence
from leaflet_app.domain.value import value
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.review_texts import faults_of, review_of
from leaflet_app.services.review_tray import issued_reviews
from leaflet_app.services.text_authors import authors_of
from leaflet_app.services.text_titles import title_of

FIRST_VERSION = "1.0.0"


@value
class Sheet:
    """A text beside what was approved of it before; `approval` is None for a text that never was.

    `version` is the one proposed for the change; `faults` stop an approval unless they are waived with a reason.
    `content` is the id of the words as they stand now.
    """

    file: str
    title: str
    review: Review
    approval: Approval | None
    before: str
    now: str
    content: str
    step: Step
    version: str
    faults: tuple[Fault, ...]
    facts: tuple[tuple[str, Fact], ...]
    authors: frozenset[str]


def sheet(desk: Desk, file: str) -> Sheet:
    """Return the review sheet of a text. Raises ReviewRefused, StoreUnusable, LibraryUnreadable."""
    from leaflet_app.library.approvals import approvals_beside, language_of  # noqa: PLC0415
    from leaflet_app.library.files import LARGEST_TOPIC, content_id  # noqa: PLC0415
    from leaflet_app.library.where import text_at  # noqa: PLC0415

    newest = library_store.newest(desk)
    review, text = review_of(newest, file), text_at(newest.library, file)
    approval = approvals_beside(newest.files, file).get(language_of(file))
    content = newest.files.read(file, LARGEST_TOPIC)
    now = text_of(content)
    before = _approved_words(desk, approval)
    issued = text_at(desk.library, file)
    step = Step.MEANING
    if approval is not None and issued is not None and text is not None:
        step = step_between(issued, text, _besides_review(before), _besides_review(now))
    return Sheet(
        file,
        title_of(newest.library, file),
        review,
        approval,
        before,
        now,
        content_id(content),
        step,
        raised(approval.version, step) if approval is not None else FIRST_VERSION,
        faults_of(desk, newest, file),
        tuple(text.facts.items()) if text is not None else (),
        authors_of(desk, newest.files, file, review).names,
    )


def review_days(desk: Desk) -> bytes:
    """Return the days of all reviews, and of the start of each, for a calendar."""
    days = []
    for file, title, review in issued_reviews(desk):
        if review.is_approved and review.next_review is not None:
            early = review.next_review - timedelta(days=SOON_DAYS)
            signed = f"Approved by {review.clinical_reviewer}, version {review.version}. {file}"
            days.append(Day(f"{file} soon", early, f"{Group.SOON.value}: {title}", signed))
            days.append(Day(f"{file} due", review.next_review, f"Review due: {title}", signed))
    return calendar_of(days, desk.now())


def _besides_review(words: str) -> str:
    """Return what a text says besides how far its review has come."""
    from leaflet_app.library.besides_review import without_review  # noqa: PLC0415

    return without_review(words.encode()).decode()


def _approved_words(desk: Desk, approval: Approval | None) -> str:
    """Return the text as it was approved; nothing where it never was."""
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415

    if approval is None:
        return ""
    try:
        with library_store.opened(desk) as store:
            return text_shown(store.content(approval.content))
    except FileUnreadable as fault:
        raise ReviewRefused(f"the approved text cannot be read: {fault.wrong}", sentence(fault.remedy)) from fault
