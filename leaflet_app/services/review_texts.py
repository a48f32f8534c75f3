"""Take a text through its review: send it to a clinician, approve it, send it back, or retire it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from leaflet_app.domain.approvals import Approval, Waiver
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.domain.file_text import text_of
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.practice import STANDARD_DISCLAIMER
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.reviewing import Signature, check_number, check_signature
from leaflet_app.domain.typed import typed_line
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.signing import editor
from leaflet_app.services.text_authors import authors_of
from leaflet_app.services.text_titles import title_of

if TYPE_CHECKING:
    from leaflet_app.services.newest import Newest

# Imports inside functions are late on purpose: most desks print, and review nothing.

UNNAMED = "Write your name in Settings, Library, or give --author: who sends them answers for them."

RETIRES = "Retire: "
"""What the history says begins so where a text was retired; the reason follows."""

SHORTEST_SEEN = 10
"""Letters that must be given of the id of the words that were read; lists show as many."""


def submit(desk: Desk, text: str, version: str, note: str, author: str = "") -> str:
    """Send a text to whoever reviews it; return the new commit. Without an author, whoever the settings name sends it.

    Raises ReviewRefused, EditRefused, EditedMeanwhile, StoreUnusable.
    """
    from leaflet_app.library.approvals import approvals_beside, language_of  # noqa: PLC0415

    newest = library_store.newest(desk)
    review = review_of(newest, text)
    if review.status is not Status.DRAFT:
        raise ReviewRefused(
            f"{title_of(newest.library, text)} is no draft", "Look at how it stands in the place Library."
        )
    before = approvals_beside(newest.files, text).get(language_of(text))
    check_number(version, before.version if before is not None else "")
    if not (author or editor(desk)) and authors_of(desk, newest.files, text, review).has_unsigned:
        raise ReviewRefused("nobody is named for some of its words", UNNAMED)
    fields = {"status": Status.IN_REVIEW.value, "version": version, "change_note": _said(note)}
    return _with_review(desk, newest, text, fields, f"Send version {version} to review", author=author, is_sent=True)


def send_back(desk: Desk, text: str, reason: str, author: str = "") -> str:
    """Make a draft of a text again, with what is to be changed; return the new commit. Raises as `submit` does."""
    newest = library_store.newest(desk)
    if not reason.strip():
        raise ReviewRefused("a text that is sent back needs a reason", "Write what you would like changed.")
    if review_of(newest, text).status is not Status.IN_REVIEW:
        wrong = f"{title_of(newest.library, text)} does not wait for a review"
        raise ReviewRefused(wrong, "Look at how it stands in the place Library.")
    said = f"Send back: {reason.strip()}"
    return _with_review(desk, newest, text, {"status": Status.DRAFT.value}, said, author=author)


def retire(desk: Desk, text: str, reason: str, author: str = "") -> str:
    """Take a text out of use on every desk; return the new commit. Raises as `submit` does."""
    newest = library_store.newest(desk)
    if not reason.strip():
        raise ReviewRefused("a text that is retired needs a reason", "Write why it is no longer used.")
    if borne := _borne_by(newest, text):
        raise ReviewRefused(
            f"leaflets of {borne} bear {title_of(newest.library, text)}", "Choose another disclaimer for them first."
        )
    said = f"{RETIRES}{reason.strip()}"
    return _with_review(desk, newest, text, {"status": Status.RETIRED.value}, said, author=author)


def _borne_by(newest: Newest, text: str) -> str:
    """Name the practices whose leaflets bear a disclaimer unless somebody chooses another."""
    from leaflet_app.library.approvals import language_of  # noqa: PLC0415
    from leaflet_app.library.disclaimers import is_disclaimer  # noqa: PLC0415
    from leaflet_app.library.where import disclaimer_id  # noqa: PLC0415

    if not is_disclaimer(text) or language_of(text) != ENGLISH:
        return ""
    own = disclaimer_id(text)
    if own == STANDARD_DISCLAIMER:
        return "every practice"
    return ", ".join(each.publisher for each in newest.library.practices.values() if each.disclaimer == own)


def approve(  # noqa: PLR0913  (all that an approval says)
    desk: Desk,
    text: str,
    signature: Signature,
    next_review: date,
    waivers: Sequence[Waiver] = (),
    note: str = "",
    *,
    seen: str | None = None,
) -> str:
    """Bind a clinician's approval to a text as it stands; return the new commit.

    `seen` is the id of the words that were read, or its beginning: where others stand by now, nothing is approved.

    Raises ReviewRefused, EditedMeanwhile, StoreUnusable.
    """
    from leaflet_app.library.files import LARGEST_TOPIC, content_id  # noqa: PLC0415

    newest = library_store.newest(desk)
    review, title = review_of(newest, text), title_of(newest.library, text)
    content = newest.files.read(text, LARGEST_TOPIC)
    if seen is not None and not (len(seen) >= SHORTEST_SEEN and content_id(content).startswith(seen.casefold())):
        raise ReviewRefused(f"{title} does not have the words that you read", "Read it again: nothing was approved.")
    check_waits(title, review)
    signed = signature.as_typed
    check_signature(signed, authors_of(desk, newest.files, text, review).names, next_review, desk.today())
    _check_faults(desk, newest, text, waivers)
    approval = Approval(
        content="",
        version=review.version,
        reviewer=signed.name,
        role=signed.role,
        registration=signed.registration,
        approved_on=desk.today(),
        next_review=next_review,
        author=review.author,
        note=_said(note),
        waivers=tuple(Waiver(each.rule, _said(each.reason)) for each in waivers),
    )
    return _with_approval(desk, newest, text, approval, content)


def _said(words: str) -> str:
    """Return what was typed on one line. Raises ReviewRefused for a sign that would make its file unreadable."""
    from leaflet_app.library.characters import forbidden_in  # noqa: PLC0415

    line = typed_line(words)
    if found := forbidden_in(line):
        raise ReviewRefused(
            f"what was typed holds a sign that cannot be kept ({found[1]})", "Take it out and try again."
        )
    return line


def faults_of(desk: Desk, newest: Newest, text: str) -> tuple[Fault, ...]:
    """Return what stops the approval of a text, unless a clinician waives it."""
    from leaflet_app.services.check_library import check_one  # noqa: PLC0415
    from leaflet_app.services.review_translations import stale_fault  # noqa: PLC0415

    found = (each for each in check_one(newest.files, newest.library, text) if each.weight is Weight.FAULT)
    return (*found, *stale_fault(desk, newest, text))


def review_of(newest: Newest, text: str) -> Review:
    """Return how a text of the newest library stands. Raises ReviewRefused where it cannot be read."""
    from leaflet_app.library.disclaimers import is_disclaimer, review_of_disclaimer  # noqa: PLC0415
    from leaflet_app.library.where import text_at  # noqa: PLC0415

    if is_disclaimer(text):
        review = review_of_disclaimer(newest.files, text)
    else:
        found = text_at(newest.library, text)
        review = None if found is None else found.review
    if review is None:
        wrong = f"{title_of(newest.library, text)} cannot be read as a text"
        raise ReviewRefused(wrong, "Mend its faults first: the place Library lists them.")
    return review


def check_waits(title: str, review: Review) -> None:
    """See that a text is in review. Raises ReviewRefused."""
    if review.status is not Status.IN_REVIEW:
        after = ": it was changed after it was sent" if review.is_changed_since_sent else ""
        raise ReviewRefused(f"{title} does not wait for a review{after}", "Send it to review first.")


def _check_faults(desk: Desk, newest: Newest, text: str, waivers: Sequence[Waiver]) -> None:
    """See that every fault is waived with a reason. Raises ReviewRefused."""
    from leaflet_app.services.review_translations import check_english  # noqa: PLC0415

    check_english(newest, text)
    waived = {each.rule for each in waivers if each.reason.strip()}
    left = [each for each in faults_of(desk, newest, text) if each.wrong not in waived]
    if left:
        more = f", and {len(left) - 1} more" if len(left) > 1 else ""
        raise ReviewRefused(f"{left[0]}{more}", "Mend it, or write for each why it may stand.")


def _with_approval(desk: Desk, newest: Newest, text: str, approval: Approval, content: bytes) -> str:
    from leaflet_app.library import approvals  # noqa: PLC0415
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415

    file, beside = approvals.approval_file(text), approvals.approvals_beside(newest.files, text)
    after = {**beside, approvals.language_of(text): approvals.sealed(approval, content)}
    written = approvals.written_approvals(after)
    if approvals.approvals_beside(ChangedFiles(newest.files, {file: written}), text) != after:
        raise ReviewRefused("what was written holds signs that no file may hold", "Type it instead of pasting it.")
    waived = (f"Waived: {each.rule}: {each.reason}" for each in approval.waivers)
    message = "\n".join((f"Approve version {approval.version}", *waived))
    return library_store.change(desk, {file: written}, message, base=newest.commit, author=approval.reviewer)


def _with_review(  # noqa: PLR0913  (what is written, by whom)
    desk: Desk,
    newest: Newest,
    text: str,
    fields: dict[str, str],
    message: str,
    *,
    author: str = "",
    is_sent: bool = False,
) -> str:
    """Keep how far a review has come; with `is_sent`, bound to the very words."""
    from leaflet_app.library.disclaimers import is_disclaimer  # noqa: PLC0415
    from leaflet_app.library.files import LARGEST_TOPIC  # noqa: PLC0415
    from leaflet_app.library.sent import sent_id  # noqa: PLC0415
    from leaflet_app.library.writing import in_front_matter, with_fields  # noqa: PLC0415

    words = text_of(newest.files.read(text, LARGEST_TOPIC))
    stands_on_top = is_disclaimer(text)
    said = {key: each for key, each in fields.items() if not stands_on_top or key != "change_note"}
    table = "" if stands_on_top else "review"
    changed = in_front_matter(words, lambda front: with_fields(front, table, {**said, "sent": None}))
    if is_sent:
        sent = sent_id(changed.encode())
        changed = in_front_matter(changed, lambda front: with_fields(front, table, {"sent": sent}))
    return library_store.change(desk, {text: changed.encode()}, message, base=newest.commit, author=author)
