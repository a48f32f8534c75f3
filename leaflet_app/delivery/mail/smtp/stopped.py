"""What may stop a conversation with a mail server, before anyone says what it means."""

from __future__ import annotations

from enum import Enum, auto

from leaflet_app.domain.mail import Stage
from leaflet_app.domain.value import value


class Trouble(Enum):
    """What stopped it."""

    NO_SUCH_SERVER = auto()
    UNREACHABLE = auto()
    TOO_SLOW = auto()
    CLOSED = auto()
    UNREADABLE = auto()
    NOT_NOW = auto()
    REFUSED = auto()
    NO_TLS = auto()
    TLS_FAILED = auto()
    WRONG_NAME = auto()
    OUT_OF_DATE = auto()
    UNTRUSTED = auto()
    NO_SECRET = auto()
    NO_WAY_TO_SIGN_IN = auto()
    NOT_ASCII = auto()
    TOO_LARGE = auto()


PLAIN_ANSWERS = {Trouble.NOT_NOW, Trouble.REFUSED}
"""What a server says plainly: it did not take the message, and it still listens."""


@value
class Reply:
    """An answer of a server: its code, and the finer one of RFC 3463 where it has one. None of its words is kept."""

    code: int
    finer: str = ""


class Stopped(Exception):
    """The conversation ended before its time. Holds no address, no secret and no word of the server."""

    def __init__(self, stage: Stage, trouble: Trouble, reply: Reply | None = None) -> None:
        super().__init__(stage.value, trouble.name)
        self.stage, self.trouble, self.reply = stage, trouble, reply
