"""Put right what a crash or a jump of the clock has left. Only under the lock of this desk."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, true, update

from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.retry import FIRST_WAIT, LONGEST_WAIT, SPREAD
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.domain.mail import MailState

MARGIN = timedelta(minutes=10)


def recover(outbox: Outbox) -> None:
    """Settle what nobody works at any more. Raises RecordsUnusable.

    Before the last dot the server cannot have a mail, so it goes again, after the others: it may be what we crash at.
    After the dot nobody knows.
    """
    now = outbox.now()
    is_left = _is_left(outbox, now)
    latest = now + max(outbox.undo, LONGEST_WAIT * (1 + SPREAD)) + MARGIN
    state = table.c.state
    with writing(outbox.engine) as connection:
        for where, values in (
            (
                (state == MailState.SENDING.value, is_left),
                {"state": MailState.QUEUED.value, "lease_token": "", "due": now + FIRST_WAIT},
            ),
            (
                (state == MailState.HANDED_OVER.value, is_left),
                {"state": MailState.UNCONFIRMED.value, "ended_at": now},
            ),
            (
                (state == MailState.QUEUED.value, table.c.due > latest),  # the clock was wrong then, or is now
                {"due": now + outbox.undo},
            ),
        ):
            connection.execute(update(table).where(*where).values(**values))


def _is_left(outbox: Outbox, now: datetime) -> ColumnElement[bool]:
    """Tell what nobody works at: in a file of this desk all, for we hold its lock; else our own, or leases run out."""
    if not outbox.is_shared:
        return true()
    return or_(table.c.lease_desk == outbox.desk, table.c.lease_until < now)
