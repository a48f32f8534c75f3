"""What it means that a conversation with a mail server stopped: one table of verdicts and words."""

from __future__ import annotations

from leaflet_app.delivery.mail.smtp.stopped import PLAIN_ANSWERS, Reply, Stopped, Trouble
from leaflet_app.delivery.mail.smtp.words import ANYWHERE, AT_STAGE, BY_FINER_CODE, IN_DOUBT, TAKEN, Words
from leaflet_app.domain.mail import Outcome, Stage, Verdict

ONCE_AND_FOR_ALL = {Trouble.REFUSED, Trouble.NOT_ASCII, Trouble.TOO_LARGE}
"""Troubles that trying again does not mend."""

NOT_ITS_LAST_WORD = {Stage.HELLO, Stage.TLS}
"""Stages at which nobody has proved who they are: what is refused there may be mended, or an intruder's word."""


def sent(reply: Reply) -> Outcome:
    """Return the outcome of a message that the server took."""
    message, remedy = TAKEN
    return Outcome(Verdict.SENT, Stage.LAST_DOT, reply.code, f"{message}.", remedy)


def outcome(stopped: Stopped) -> Outcome:
    """Return what a person is told of a conversation that stopped."""
    message, remedy = _words(stopped)
    reply = stopped.reply
    noted = f"{message} ({_codes(reply)})" if reply and stopped.trouble in PLAIN_ANSWERS else message
    return Outcome(_verdict(stopped), stopped.stage, reply.code if reply else None, f"{noted}.", remedy)


def _verdict(stopped: Stopped) -> Verdict:
    if stopped.stage is Stage.LAST_DOT and stopped.trouble not in PLAIN_ANSWERS:
        return Verdict.UNCLEAR
    if stopped.trouble in ONCE_AND_FOR_ALL and stopped.stage not in NOT_ITS_LAST_WORD:
        return Verdict.PERMANENT
    return Verdict.TEMPORARY


def _words(stopped: Stopped) -> Words:
    stage, trouble, reply = stopped.stage, stopped.trouble, stopped.reply
    if stage is Stage.LAST_DOT and trouble not in PLAIN_ANSWERS:
        return IN_DOUBT
    if reply and stage in {Stage.RECIPIENT, Stage.DATA, Stage.LAST_DOT, Stage.SENDER}:
        known = BY_FINER_CODE.get((trouble, reply.finer[2:]))
        if known:
            return known
    return AT_STAGE.get((stage, trouble)) or ANYWHERE[trouble]


def _codes(reply: Reply) -> str:
    return f"{reply.code} {reply.finer}".strip()
