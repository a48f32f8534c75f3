"""Who checked a text, and until when that holds."""

from __future__ import annotations

from datetime import date
from enum import Enum

from leaflet_app.domain.value import value


class Status(Enum):
    """How far a text has come: a topic, a shared text or a disclaimer. Only a named clinician makes it APPROVED."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    RETIRED = "retired"


@value
class Review:
    """The state of one text.

    `sent` is the id of the words that were sent to review; where others stand by now, `is_changed_since_sent`.
    """

    status: Status
    version: str
    author: str
    clinical_reviewer: str = ""
    last_reviewed: date | None = None
    next_review: date | None = None
    change_note: str = ""
    role: str = ""
    registration: str = ""
    sent: str = ""
    is_changed_since_sent: bool = False

    @property
    def is_approved(self) -> bool:
        """Tell whether a named clinician has signed the text, on a day and until a day."""
        signed = bool(self.clinical_reviewer) and self.last_reviewed is not None and self.next_review is not None
        return self.status is Status.APPROVED and signed

    def is_overdue(self, on: date) -> bool:
        """Tell whether the next review lies before `on`."""
        return self.next_review is not None and self.next_review < on
