"""Put a letter into the outbox: once this returns, no crash can lose it."""

from __future__ import annotations

import json
from uuid import uuid4

from sqlalchemy import select

from leaflet_app.delivery.outbox.agreed_key import agree
from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.parts import PAYLOAD, Label, close_given, close_label
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.mail import Letter, MailState


def put(outbox: Outbox, seal: Seal, letter: Letter, message: bytes) -> str:
    """Seal a letter and keep it; one that is kept already is not kept twice. Return its id.

    Raises RecordsUnusable, and MailRefused where the desks agreed on another key.
    """
    now = outbox.now()
    row = uuid4().hex
    mark = seal.mark(letter.message_id)
    with writing(outbox.engine) as connection:
        kept = connection.execute(select(table.c.id).where(table.c.message_mark == mark)).scalar_one_or_none()
        if kept is not None:
            return str(kept)
        if outbox.is_shared:
            agree(connection, seal)
        connection.execute(
            table.insert().values(
                id=row,
                message_mark=mark,
                state=MailState.QUEUED.value,
                queued_at=now,
                due=now + outbox.undo,
                **_shown(letter),
                **_marked(seal, letter),
                **_sealed(seal, row, letter, message),
            )
        )
    return row


def _shown(letter: Letter) -> dict[str, object]:
    """Return what stands in the register too."""
    return {
        "passport": letter.given.passport,
        "topics": json.dumps([topic.id for topic in letter.given.topics]),
        "pages": letter.given.pages,
        "is_protected": letter.is_protected,
    }


def _marked(seal: Seal, letter: Letter) -> dict[str, object]:
    return {
        "key_mark": seal.name,
        "address_mark": seal.mark(letter.address.casefold()),
        "reference_mark": seal.mark(letter.reference),
    }


def _sealed(seal: Seal, row: str, letter: Letter, message: bytes) -> dict[str, object]:
    return {
        "payload": seal.close(message, row, PAYLOAD),
        "given": close_given(seal, row, letter.given),
        "label": close_label(seal, row, Label(letter.address, letter.sender, letter.reference)),
    }
