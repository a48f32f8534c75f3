"""What a person may do with a mail: cancel it, try it again, or say whether it arrived."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select, update

from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.parts import Opened
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.register.register import put
from leaflet_app.delivery.sealed import Seal, SealBroken
from leaflet_app.domain.errors import NoSuchMail
from leaflet_app.domain.mail import MailState

EMPTY = {"payload": None, "given": None, "label": None, "said": None}
"""A mail of which nothing is left but that it was."""

_TOO_LATE = {
    MailState.SENDING: ("it is being sent right now", "Look again in a minute."),
    MailState.HANDED_OVER: ("the mail server is taking it right now", "Look again in a minute."),
    MailState.SENT: ("it has been sent", "If it went to the wrong person, tell your privacy lead."),
    MailState.FAILED: ("it could not be sent", "Try it again, or remove it."),
    MailState.UNCONFIRMED: ("it has probably been sent", "Say first whether it arrived."),
    MailState.CANCELLED: ("it was removed", "Send the leaflet again."),
    MailState.QUEUED: ("it is waiting to be sent", "Cancel it, or let it go."),
}


def cancel(outbox: Outbox, mail: str) -> None:
    """Take a mail back and forget what was in it. Raises NoSuchMail, RecordsUnusable."""
    with writing(outbox.engine) as connection:
        _found(connection, mail, MailState.QUEUED, MailState.FAILED)
        _set(connection, mail, MailState.CANCELLED, ended_at=outbox.now(), **EMPTY)


def retry(outbox: Outbox, mail: str) -> None:
    """Try a mail at once that waits or failed; the five days begin anew. Raises NoSuchMail, RecordsUnusable."""
    with writing(outbox.engine) as connection:
        row = _found(connection, mail, MailState.QUEUED, MailState.FAILED)
        if row.payload is None:
            raise NoSuchMail("what was in it has been erased", "Make the leaflet again and send it anew.")
        _queue_again(connection, outbox, mail)


def confirm_arrived(outbox: Outbox, seal: Seal, mail: str) -> None:
    """Note that an unconfirmed mail arrived. Raises NoSuchMail, RecordsUnusable."""
    now = outbox.now()
    with writing(outbox.engine) as connection:
        row = _found(connection, mail, MailState.UNCONFIRMED)
        try:
            given = Opened(seal, mail).given(row.given)
        except SealBroken:
            raise NoSuchMail("it was sealed with a key that this desk does not have", _OTHER_KEY) from None
        put(connection, [replace(given, given_at=row.ended_at or now)])
        _set(connection, mail, MailState.SENT, ended_at=now, payload=None, given=None)


def confirm_lost(outbox: Outbox, mail: str) -> None:
    """Send an unconfirmed mail again, as the very same message. Raises NoSuchMail, RecordsUnusable."""
    with writing(outbox.engine) as connection:
        _found(connection, mail, MailState.UNCONFIRMED)
        _queue_again(connection, outbox, mail)


_OTHER_KEY = "Do it at the desk that sent it, or enter its key: “leaflet-app outbox key --enter”."


def _found(connection: Connection, mail: str, *states: MailState) -> Row[Any, Any, Any, Any]:
    """Return a mail that stands in one of these states, locked until the end. Raises NoSuchMail."""
    columns = (table.c.state, table.c.payload, table.c.given, table.c.ended_at)
    row = connection.execute(select(*columns).where(table.c.id == mail).with_for_update()).one_or_none()
    if row is None:
        raise NoSuchMail("the outbox has no such email")
    if MailState(row.state) not in states:
        raise NoSuchMail(*_TOO_LATE[MailState(row.state)])
    return row


def _queue_again(connection: Connection, outbox: Outbox, mail: str) -> None:
    now = outbox.now()
    _set(connection, mail, MailState.QUEUED, due=now, ended_at=None, tries=0, first_tried_at=None, lease_token="")


def _set(connection: Connection, mail: str, state: MailState, **values: object) -> None:
    connection.execute(update(table).where(table.c.id == mail).values(state=state.value, **values))
