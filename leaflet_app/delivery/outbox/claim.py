"""Take one mail to send, for a while and for oneself alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import func, literal, select, update

from leaflet_app.delivery.outbox.outbox import LEASE, Outbox
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import Moment
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.mail import MailState
from leaflet_app.domain.value import value

_CLAIMED = (
    table.c.id,
    table.c.tries,
    table.c.first_tried_at,
    table.c.label,
    table.c.payload,
    table.c.given,
)


class LeaseLost(Exception):
    """A mail that is no longer ours to send: it took too long, and another desk or a person has it now."""


@value
class Claim:
    """A mail that is ours to send as long as `token` stands in its row. `label`, `payload` and `given` are sealed."""

    id: str
    token: str
    tries: int
    first_tried_at: datetime
    label: bytes
    payload: bytes
    given: bytes


def claim(outbox: Outbox, seal: Seal) -> Claim | None:
    """Take the mail that has been due the longest; None where none is. Raises RecordsUnusable."""
    now, token = outbox.now(), uuid4().hex
    longest_due = (
        select(table.c.id)
        .where(table.c.state == MailState.QUEUED.value, table.c.due <= now, table.c.key_mark == seal.name)
        .order_by(table.c.due, table.c.queued_at, table.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    taking = (
        update(table)
        .where(table.c.id == longest_due.scalar_subquery(), table.c.state == MailState.QUEUED.value)
        .values(
            state=MailState.SENDING.value,
            lease_token=token,
            lease_until=now + LEASE,
            lease_desk=outbox.desk,
            attempts=table.c.attempts + 1,
            tries=table.c.tries + 1,
            first_tried_at=func.coalesce(table.c.first_tried_at, literal(now, Moment)),
        )
        .returning(*_CLAIMED)
    )
    with writing(outbox.engine) as connection:
        row = connection.execute(taking).one_or_none()
    return None if row is None else Claim(token=token, **row._asdict())


def hand_over_begins(outbox: Outbox, claimed: Claim) -> None:
    """Note that the server may have the mail from here on. Raises LeaseLost, and then it may not be sent."""
    noting = (
        update(table)
        .where(table.c.id == claimed.id, table.c.lease_token == claimed.token)
        .values(state=MailState.HANDED_OVER.value, lease_until=outbox.now() + LEASE)
    )
    with writing(outbox.engine) as connection:
        if connection.execute(noting).rowcount != 1:
            raise LeaseLost


def hold_back(outbox: Outbox, wait: timedelta) -> None:
    """Let the mails that are due wait for a while. Raises RecordsUnusable."""
    now = outbox.now()
    with writing(outbox.engine) as connection:
        connection.execute(
            update(table).where(table.c.state == MailState.QUEUED.value, table.c.due <= now).values(due=now + wait)
        )
