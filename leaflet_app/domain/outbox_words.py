"""How a mail of the outbox stands, in the words of whoever sent it."""

from __future__ import annotations

from datetime import datetime

from leaflet_app.domain.counted import counted
from leaflet_app.domain.days import MONTHS
from leaflet_app.domain.mail import MailState, Stage, Verdict
from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.value import value

LEAVES_SOON = 90
"""Seconds up to which a wait is told in seconds."""

NAMES = {
    MailState.QUEUED: "Waiting",
    MailState.SENDING: "Sending",
    MailState.HANDED_OVER: "Handed over",
    MailState.SENT: "Sent",
    MailState.FAILED: "Not sent",
    MailState.UNCONFIRMED: "Probably sent",
    MailState.CANCELLED: "Removed",
}
"""Each state as the heading of a list has it."""

OTHER_KEY = (
    "Another desk sealed this email, and this desk cannot open it.",
    "Send it from that desk, or enter its key here: “leaflet-app outbox key --enter”.",
)
SAME_ADDRESS = (
    "This address was last used for another patient's reference. Check that the leaflet goes to the right person."
)

_FIXED = {
    MailState.SENDING: ("It is being sent now.", ""),
    MailState.HANDED_OVER: ("The mail server is taking it now.", ""),
    MailState.UNCONFIRMED: ("Probably sent.", "Check with the patient or send again."),
    MailState.CANCELLED: ("Removed. It was not sent.", ""),
}
_FAILED = ("It could not be sent.", "Check the address, then try again.")
_GOES_ON = "There is nothing to do. Cancel it if it should not go."

_STAGES = {
    Stage.CONNECT: "the mail server could not be reached",
    Stage.GREETING: "the mail server did not greet us",
    Stage.HELLO: "the mail server did not answer as one does",
    Stage.TLS: "no safe connection could be made",
    Stage.SIGN_IN: "the mail server did not let us sign in",
    Stage.SENDER: "the mail server refused the sender",
    Stage.RECIPIENT: "the mail server refused the address",
    Stage.DATA: "the mail server took no message",
    Stage.BODY: "the connection broke while the message was on its way",
    Stage.LAST_DOT: "the mail server refused the message",
    Stage.GOODBYE: "the mail server broke off",
}


@value
class Try:
    """One try to hand a mail over, as the outbox keeps it."""

    ended_at: datetime
    verdict: Verdict
    stage: Stage
    code: int | None


def standing(
    state: MailState, *, due: datetime, ended_at: datetime | None, said: tuple[str, str] | None, now: datetime
) -> tuple[str, str]:
    """Say how a mail stands and what to do. `said` is what happened at its last try."""
    match state:
        case MailState.QUEUED:
            return _waiting(due, said, now)
        case MailState.SENT:
            return (f"Sent {at(ended_at, now)}." if ended_at else "Sent."), ""
        case MailState.FAILED:
            return said or _FAILED
        case _:
            return _FIXED[state]


def given_up(message: str) -> tuple[str, str]:
    """Say that a mail was given up, after what happened at its last try."""
    return f"{message} It was tried for five days and is given up.", "Check the address, then try again."


def told_try(each: Try, now: datetime) -> str:
    """Say how one try ended."""
    return f"{capitalised(at(each.ended_at, now))}: {_ended(each)}{f' ({each.code})' if each.code else ''}."


def at(moment: datetime, now: datetime) -> str:
    """Say when, by the clock on the wall: the day only where it is not today."""
    local, today = moment.astimezone(), now.astimezone().date()
    clock = f"at {local:%H:%M}"
    return clock if local.date() == today else f"on {local.day} {capitalised(MONTHS[local.month - 1])} {clock}"


def _waiting(due: datetime, said: tuple[str, str] | None, now: datetime) -> tuple[str, str]:
    seconds = round((due - now).total_seconds())
    if said:
        again = f"It is tried again {at(due, now)}." if seconds > 0 else "It is tried again now."
        return f"{said[0]} {again}", _GOES_ON
    if seconds <= 0:
        return "Waiting: it leaves as soon as the mail server is reached.", _GOES_ON
    soon = counted(seconds, "second") if seconds <= LEAVES_SOON else counted(round(seconds / 60), "minute")
    return f"Waiting: it leaves in {soon}.", "Cancel it if it should not go."


def _ended(each: Try) -> str:
    if each.verdict is Verdict.SENT:
        return "the mail server took it"
    if each.verdict is Verdict.UNCLEAR:
        return "the mail server did not say whether it took the message"
    return f"{_STAGES[each.stage]}{' for now' if each.verdict is Verdict.TEMPORARY else ''}"
