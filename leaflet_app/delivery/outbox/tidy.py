"""Forget what need not be kept, down to the bytes on the disk."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, update

from leaflet_app.delivery.outbox.change import EMPTY
from leaflet_app.delivery.outbox.outbox import OVER, SEEN_FOR, Outbox
from leaflet_app.delivery.records.database import empty_the_journal, writing
from leaflet_app.delivery.records.steady_clock import is_steady
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.domain.mail import MailState

MARGIN = timedelta(hours=1)


def tidy(outbox: Outbox) -> None:
    """Erase addresses a day after sending, what failed after its days, and traces after theirs. Raises RecordsUnusable.

    Marks of address and reference stay until then, to warn when an address was last used for another patient. A mail
    that nobody knows to have arrived stays whole until someone says so. By a clock that jumped no mail is erased.
    """
    now = outbox.now()
    may_erase = is_steady(outbox.engine, now)
    ended = table.c.ended_at
    with writing(outbox.engine) as connection:
        connection.execute(update(table).where(table.c.state.in_(OVER), ended < now - SEEN_FOR).values(**EMPTY))
        if may_erase:
            connection.execute(update(table).where(ended > now + MARGIN).values(ended_at=now))  # it was wrong then
            _erase(connection, outbox, now)
    empty_the_journal(outbox.engine)


def _erase(connection: Connection, outbox: Outbox, now: datetime) -> None:
    for state, keep in (
        (MailState.FAILED, outbox.keep_failed),
        (MailState.CANCELLED, outbox.keep_failed),
        (MailState.SENT, outbox.keep_sent),
    ):
        connection.execute(delete(table).where(table.c.state == state.value, table.c.ended_at < now - keep))
