"""Who answers for a text, and until when: its `[review]` table, and the approval that stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.review import Review, Status
from leaflet_app.library.approvals import approvals_beside, language_of
from leaflet_app.library.files import LARGEST_TOPIC, Files, content_id
from leaflet_app.library.report import Report
from leaflet_app.library.sent import is_as_sent
from leaflet_app.library.tables import Lines, convert

_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}")


def read_review(files: Files, untrusted: dict[str, Any], report: Report, lines: Lines) -> Review | None:
    """Return the review of the report's file; None where its table cannot be read.

    A text is approved by the approval of its very bytes; to write so in the text itself approves nothing.
    """
    review = convert(untrusted, Review, report, lines, "review")
    if review is None:
        return None
    if not _VERSION.fullmatch(review.version):
        line = lines.of("review.version")
        report.add(line, f"“{review.version[:40]}” is not a version", "write three numbers with dots, like 0.1.0")
    return signed(files, report.file, review)


def signed(files: Files, text: str, review: Review) -> Review:
    """Return what a text says of its review, with the approval that holds for its bytes, if there is one."""
    note = review.change_note
    written = Review(_unsigned(review.status), review.version, review.author, change_note=note, sent=review.sent)
    return _signed(written, files, text)


def approval_of(files: Files, text: str) -> Approval | None:
    """Return the approval of exactly the bytes of a text, if there is one."""
    approval = approvals_beside(files, text).get(language_of(text))
    content = files.read(text, LARGEST_TOPIC)
    return approval if approval and approval.holds_for(content_id(content), content) else None


def check_version(version: str, newest: str, report: Report, lines: Lines) -> Translated:
    """Return which version is translated, reporting one that there has never been."""
    line = lines.of("translates")
    if version != newest and not _VERSION.fullmatch(version):
        report.add(line, f"“{version[:40]}” is not a version", f"write that of the English text, like {newest}")
    elif _ordered(version) > _ordered(newest):
        report.add(line, f"there is no English version {version} yet", f"the newest is {newest}")
    return Translated(version, newest)


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _unsigned(status: Status) -> Status:
    return Status.DRAFT if status is Status.APPROVED else status


def _as_sent(written: Review, content: bytes, approved: Approval | None) -> Review:
    """Return how far an unapproved text has come: in review only with the very words that were sent.

    Whoever may change it, and however, makes a draft of it; nothing has to notice the change.
    """
    if written.status is not Status.IN_REVIEW:
        return written
    was_settled = approved is not None and _ordered(written.version) <= _ordered(approved.version)
    is_sent = is_as_sent(content, written.sent)
    if is_sent and not was_settled:
        return written
    return replace(written, status=Status.DRAFT, is_changed_since_sent=bool(written.sent) and not was_settled)


def _signed(written: Review, files: Files, text: str) -> Review:
    """Return the review with the approval that holds for the text's bytes, if there is one."""
    approval = None if written.status is Status.RETIRED else approval_of(files, text)
    if approval is None:
        return _as_sent(written, files.read(text, LARGEST_TOPIC), approvals_beside(files, text).get(language_of(text)))
    return replace(
        written,
        status=Status.APPROVED,
        clinical_reviewer=approval.reviewer,
        role=approval.role,
        registration=approval.registration,
        last_reviewed=approval.approved_on,
        next_review=approval.next_review,
    )
