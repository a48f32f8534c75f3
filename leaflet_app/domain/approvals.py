"""A clinician's word for one text, bound to its very bytes."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from leaflet_app.domain.value import value

LONGEST_YEARS = 3
"""Cancer Research UK plans each next review three years ahead."""


def years_after(day: date, years: int) -> date:
    """Return the same day some years on; 29 February gives 28 February where there is none."""
    year = min(day.year + years, date.max.year)
    return day.replace(year=year, day=min(day.day, 28)) if (day.month, day.day) == (2, 29) else day.replace(year=year)


@value
class Waiver:
    """Why a clinician lets stand what a rule would not."""

    rule: str
    reason: str


@value
class Approval:
    """Who approved which bytes of a text, in what office, on what day and until when.

    `content` is the id of the text's bytes; `seal` names every other field together with these bytes.
    """

    content: str
    version: str
    reviewer: str
    role: str
    registration: str
    approved_on: date
    next_review: date
    author: str
    note: str = ""
    waivers: tuple[Waiver, ...] = ()
    seal: str = ""

    def holds_for(self, identity: str, content: bytes) -> bool:
        """Tell whether exactly these bytes were approved, and nothing of the approval was changed since."""
        return self.content == identity and self.seal == seal_of(self, content)


def seal_of(approval: Approval, content: bytes) -> str:
    """Return the SHA-256 over all that an approval says and the bytes it was given for (FIPS 180-4).

    It finds a changed letter, not a forger: who may write the file may seal it anew.
    """
    said = (
        approval.content,
        approval.version,
        approval.reviewer,
        approval.role,
        approval.registration,
        approval.approved_on.isoformat(),
        approval.next_review.isoformat(),
        approval.author,
        approval.note,
        *((each.rule, each.reason) for each in approval.waivers),
    )
    sealed = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode())
    sealed.update(content)
    return sealed.hexdigest()
