"""How an email of the outbox is said: a shape and a word, and whether it needs a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from leaflet_app.domain.counted import counted
from leaflet_app.domain.mail import Mail, MailState
from leaflet_app.domain.outbox_words import NAMES

SHAPES = {
    MailState.QUEUED: "○",
    MailState.SENDING: "◔",
    MailState.HANDED_OVER: "◑",
    MailState.SENT: "✓",
    MailState.FAILED: "×",
    MailState.UNCONFIRMED: "?",
    MailState.CANCELLED: "–",
}
TONES = {MailState.SENT: "good", MailState.FAILED: "urgent", MailState.UNCONFIRMED: "look"}
NEEDS_A_PERSON = frozenset({MailState.FAILED, MailState.UNCONFIRMED})
ON_ITS_WAY = frozenset({MailState.QUEUED, MailState.SENDING, MailState.HANDED_OVER})
ERASED = "Address erased"


class Shown(Enum):
    """Which emails are listed. The value is the word on the button."""

    ALL = "All"
    WAITING = "Waiting"
    NEEDS_YOU = "Needs you"
    SENT = "Sent"

    def takes(self, mail: Mail) -> bool:
        """Tell whether an email is listed."""
        states = _LISTED.get(self)
        return states is None or mail.state in states


_LISTED = {Shown.WAITING: ON_ITS_WAY, Shown.NEEDS_YOU: NEEDS_A_PERSON, Shown.SENT: frozenset({MailState.SENT})}


def said_state(mail: Mail) -> str:
    """Say in a word how an email stands."""
    return f"{SHAPES[mail.state]}  {NAMES[mail.state]}"


def needing(mails: Iterable[Mail]) -> int:
    """Count the emails that wait for a person."""
    return sum(mail.state in NEEDS_A_PERSON for mail in mails)


def said_leaflet(mail: Mail, titles: Mapping[str, str]) -> str:
    """Say which leaflet it is."""
    topics = ", ".join(titles.get(each, each) for each in mail.topics)
    protected = ("protected",) if mail.is_protected else ()
    return " · ".join((topics, counted(mail.pages, "page"), mail.passport, *protected))
