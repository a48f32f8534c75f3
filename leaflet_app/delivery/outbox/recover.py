"""Put right what a crash or a jump of the clock has left. Only under the lock of this desk."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, or_, true, update

from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.retry import LONGEST_WAIT, SPREAD
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.domain.mail import MailState

MARGIN = timedelta(minutes=10)


def recover(outbox: Outbox) -> None:
    """Settle what nobody works at any more. Raises RecordsUnusable."""
    now = outbox.now()
    with writing(outbox.engine) as connection:
        for state, becomes in _LEFT.items():
            ended = {"ended_at": now} if becomes is MailState.UNCONFIRMED else {"lease_token": ""}
            connection.execute(
                update(table).where(table.c.state == state.value, _is_left(outbox)).values(state=becomes.value, **ended)
            )
        _bring_near(connection, outbox)


_LEFT = {MailState.SENDING: MailState.QUEUED, MailState.HANDED_OVER: MailState.UNCONFIRMED}
"""Before the last dot the server cannot have it; after it, nobody knows."""


def _is_left(outbox: Outbox) -> ColumnElement[bool]:
    """Tell what nobody works at: in a file of this desk all, for we hold its lock; else our own, or leases run out."""
    if not outbox.is_shared:
        return true()
    return or_(table.c.lease_desk == outbox.desk, table.c.lease_until < outbox.now())


def _bring_near(connection: Connection, outbox: Outbox) -> None:
    """Bring near what is due later than anything can be: the clock was wrong then, or is now."""
    now = outbox.now()
    latest = now + max(outbox.undo, LONGEST_WAIT * (1 + SPREAD)) + MARGIN
    connection.execute(
        update(table).where(table.c.state == MailState.QUEUED.value, table.c.due > latest).values(due=now + outbox.undo)
    )
