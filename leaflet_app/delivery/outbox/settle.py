"""Note how a try ended. Only whoever holds the lease may, so that no two desks settle one mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Update, update

from leaflet_app.delivery.outbox.claim import Claim
from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.parts import Opened, close_said
from leaflet_app.delivery.outbox.retry import is_given_up, wait_after
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import attempts
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.register.register import put
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.mail import MailState, Outcome, Verdict
from leaflet_app.domain.outbox_words import given_up

_SETTLED = {
    Verdict.SENT: MailState.SENT,
    Verdict.PERMANENT: MailState.FAILED,
    Verdict.UNCLEAR: MailState.UNCONFIRMED,
}


def settle(outbox: Outbox, seal: Seal, claimed: Claim, outcome: Outcome) -> MailState | None:
    """Note how a try ended and return where the mail stands; None where it is ours no more. Raises RecordsUnusable."""
    now = outbox.now()
    state = _state(claimed, outcome, now)
    with writing(outbox.engine) as connection:
        if connection.execute(_settling(seal, claimed, outcome, state, now)).rowcount != 1:
            return None
        connection.execute(
            attempts.insert().values(
                mail=claimed.id,
                ended_at=now,
                verdict=outcome.verdict.value,
                stage=outcome.stage.value,
                code=outcome.code,
            )
        )
        if state is MailState.SENT:
            given = Opened(seal, claimed.id).given(claimed.given)
            put(connection, [replace(given, given_at=now)])
    return state


def _state(claimed: Claim, outcome: Outcome, now: datetime) -> MailState:
    if outcome.verdict is Verdict.TEMPORARY:
        return MailState.FAILED if is_given_up(claimed.tries, claimed.first_tried_at, now) else MailState.QUEUED
    return _SETTLED[outcome.verdict]


def _settling(seal: Seal, claimed: Claim, outcome: Outcome, state: MailState, now: datetime) -> Update:
    """Build the change. A word that comes late still counts where all that is known is that nothing is known."""
    ours = [MailState.SENDING.value, MailState.HANDED_OVER.value]
    if state is MailState.SENT:
        ours.append(MailState.UNCONFIRMED.value)
    said = (outcome.message, outcome.remedy)
    if state is MailState.FAILED and outcome.verdict is Verdict.TEMPORARY:
        said = given_up(outcome.message)
    return (
        update(table)
        .where(table.c.id == claimed.id, table.c.lease_token == claimed.token, table.c.state.in_(ours))
        .values(state=state.value, said=close_said(seal, claimed.id, *said), **_ending(state, claimed.tries, now))
    )


def _ending(state: MailState, tries: int, now: datetime) -> dict[str, object]:
    if state is MailState.SENT:
        return {"payload": None, "given": None, "ended_at": now}
    if state is MailState.QUEUED:
        return {"due": now + wait_after(tries), "lease_token": "", "lease_until": None}
    return {"ended_at": now}
