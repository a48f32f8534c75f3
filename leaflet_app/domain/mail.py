"""A leaflet as a letter by email, and how its journey ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Protocol

from leaflet_app.domain.given import Given
from leaflet_app.domain.value import value


@value
class Letter:
    """One message to one address, with one leaflet. `address` has passed the gate for addresses.

    `message_id` and `sent_on` are fixed once and stay the same however often it is tried (RFC 5322 §3.6.4).
    `sender` is an address, empty in a draft, and `sender_name` what stands before it. `reference` is the patient's, to
    warn when the address was last used for another; it is in no header.
    """

    address: str
    sender: str
    subject: str
    text: str
    html: str
    pdf: bytes
    file_name: str
    message_id: str
    sent_on: datetime
    given: Given
    reference: str = ""
    is_protected: bool = False
    sender_name: str = ""


class Verdict(Enum):
    """How one try to hand a message over ended. Unclear means that the server may have it."""

    SENT = "sent"
    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    UNCLEAR = "unclear"


class Stage(Enum):
    """The step of the conversation with a mail server that a try ended at (RFC 5321)."""

    CONNECT = "connect"
    GREETING = "greeting"
    HELLO = "hello"
    TLS = "tls"
    SIGN_IN = "sign-in"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    BODY = "body"
    LAST_DOT = "last-dot"
    GOODBYE = "goodbye"

    @property
    def is_set_up_here(self) -> bool:
        """Tell whether what happens at it hangs on the settings of the desk, not on the letter."""
        return self in _SET_UP_HERE


_SET_UP_HERE = frozenset({Stage.CONNECT, Stage.GREETING, Stage.HELLO, Stage.TLS, Stage.SIGN_IN, Stage.SENDER})


@value
class Outcome:
    """How a try ended, at which stage, with which code of the server, and the two sentences for a person."""

    verdict: Verdict
    stage: Stage
    code: int | None
    message: str
    remedy: str


class HandOver(Protocol):
    """Hand one message over to a mail server. Never raises for what a server or network does: it is in the outcome."""

    def __call__(self, sender: str, address: str, message: bytes, before_last_dot: Callable[[], None]) -> Outcome:
        """Try once. `before_last_dot` is called after the body and before the final dot; what it raises stops it."""
        ...


class MailState(Enum):
    """Where a message stands (DESIGN §8)."""

    QUEUED = "queued"
    SENDING = "sending"
    HANDED_OVER = "handed-over"
    SENT = "sent"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"


@value
class Mail:
    """A message of the outbox as a person sees it.

    `address` is empty once it has been erased. `message` and `remedy` say in plain words how it stands and what to
    do; `history` lists its tries, oldest first, and `last_stage` is where the last of them ended. `due` is when it is
    tried next.
    """

    id: str
    state: MailState
    queued_at: datetime
    due: datetime
    attempts: int
    passport: str
    topics: tuple[str, ...]
    pages: int
    is_protected: bool
    address: str
    message: str
    remedy: str
    history: tuple[str, ...] = ()
    last_stage: Stage | None = None
