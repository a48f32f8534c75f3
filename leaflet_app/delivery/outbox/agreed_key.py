"""The key that the desks of one outbox agree on: a mail sealed with another could be sent by one desk alone."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.dialects import postgresql

from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import meta
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.errors import MailRefused

AGREED = "outbox key"
"""The name in `meta` under which the agreed key is named; the key itself is in no database."""


def agree(connection: Connection, seal: Seal) -> None:
    """Seal with the key that the others use; the first desk chooses it. Raises MailRefused."""
    choosing = postgresql.insert(meta).values(name=AGREED, value=seal.name).on_conflict_do_nothing()
    connection.execute(choosing)
    if connection.execute(select(meta.c.value).where(meta.c.name == AGREED)).scalar_one() != seal.name:
        raise MailRefused(
            "the desks that share this outbox have another key",
            "Let one of them show it, “leaflet-app outbox key --show”, and enter it here: “--enter”.",
        )


def forget_agreed(engine: Engine) -> None:
    """Let the next desk that queues a mail choose the key. Raises RecordsUnusable."""
    with writing(engine) as connection:
        connection.execute(delete(meta).where(meta.c.name == AGREED))
