"""An outbox with an email in every state, for the pictures: nothing is sent while pictures are made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from leaflet_app.domain.mail import Mail, MailState, Stage, Verdict
from leaflet_app.domain.outbox_words import Try, standing, told_try

NO_ANSWER = ("The mail server does not answer.", "Check the network of this computer.")
NO_SUCH_BOX = ("The mail server says that there is no such address.", "Ask the person for the address again.")
SIGN_IN = ("The mail server did not accept the password.", "Check user and password in the settings.")
LONG = "wilhelmina.featherstonehaugh-cholmondeley.of.ambridge@correspondence.borchester-hospitals.example.org"

BUSY = ((Verdict.TEMPORARY, Stage.CONNECT, None), (Verdict.TEMPORARY, Stage.RECIPIENT, 451))
SHOWN = (
    (MailState.QUEUED, "anna.bell@example.org", 0.4, (), None),
    (MailState.SENDING, "olu.adeyemi@example.org", 0, (), None),
    (MailState.QUEUED, LONG, 22, BUSY, NO_ANSWER),
    (MailState.FAILED, "t.okafor@example.org", -9, ((Verdict.PERMANENT, Stage.RECIPIENT, 550),), NO_SUCH_BOX),
    (MailState.FAILED, "jo.price@example.org", -11, ((Verdict.PERMANENT, Stage.SIGN_IN, 535),), SIGN_IN),
    (MailState.UNCONFIRMED, "mai.ling@example.org", -30, ((Verdict.UNCLEAR, Stage.LAST_DOT, None),), None),
    (MailState.SENT, "ruth.abara@example.org", -48, ((Verdict.SENT, Stage.LAST_DOT, 250),), None),
    (MailState.CANCELLED, "", -90, (), None),
)
"""State, address, minutes from now, tries, and what happened at the last."""

TOPICS = (("insulinoma",), ("net-overview", "insulinoma"), ("vipoma",), ("coping",))


def emails(now: datetime) -> tuple[Mail, ...]:
    """Return an email in every state."""
    return tuple(_emails(now))


def _emails(now: datetime) -> Iterator[Mail]:
    for number, (state, address, minutes, tries, said) in enumerate(SHOWN):
        moment = now + timedelta(minutes=minutes)
        message, remedy = standing(state, due=moment, ended_at=moment, said=said, now=now)
        ends = [now - timedelta(minutes=31 - 20 * place) for place in range(len(tries))]
        yield Mail(
            id=f"{number:032x}",
            state=state,
            queued_at=now - timedelta(minutes=40 + number),
            due=moment,
            attempts=len(tries),
            passport=f"CL-7K3M{number}Q-4F",
            topics=TOPICS[number % len(TOPICS)],
            pages=4 + number,
            is_protected=number % 3 == 0,
            address=address,
            message=message,
            remedy=remedy,
            history=tuple(told_try(Try(end, *each), now) for end, each in zip(ends, tries, strict=True)),
            last_stage=tries[-1][1] if tries else None,
        )
