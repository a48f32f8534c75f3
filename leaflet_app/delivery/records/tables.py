"""The tables of outbox and register, the same in SQLite and PostgreSQL. Importing this loads SQLAlchemy: do it late."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

from leaflet_app.delivery.records.append_only import guard

SCHEMA = 1
"""The number of these tables, kept in `meta` under “schema”. It goes up with every change of them."""


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite keeps no zones, so they are taken off there and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn it into UTC."""
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it is UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("message_mark", String(64), nullable=False, unique=True),  # so that one letter is queued once
    Column("state", String(16), nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("first_tried_at", Moment),
    Column("ended_at", Moment),
    Column("attempts", Integer, nullable=False, default=0),
    Column("tries", Integer, nullable=False, default=0),  # since a person last asked for it
    Column("lease_token", String(32), nullable=False, default=""),
    Column("lease_until", Moment),
    Column("lease_desk", String(64), nullable=False, default=""),
    Column("passport", String(16), nullable=False),
    Column("topics", Text, nullable=False),  # JSON: the ids, as the register holds them
    Column("pages", Integer, nullable=False),
    Column("is_protected", Boolean, nullable=False),
    Column("address_mark", String(64), nullable=False),
    Column("reference_mark", String(64), nullable=False, default=""),
    Column("key_mark", String(16), nullable=False),
    Column("payload", LargeBinary),  # sealed: the whole message
    Column("given", LargeBinary),  # sealed: its entry for the register
    Column("label", LargeBinary),  # sealed: addresses and reference
    Column("said", LargeBinary),  # sealed: the two sentences of its last try
    Index("outbox_due", "state", "due"),
    Index("outbox_address", "address_mark", "queued_at"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("mail", String(32), ForeignKey("outbox.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("ended_at", Moment, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("code", Integer),
)

register = Table(
    "register",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("given_at", Moment, nullable=False, index=True),
    Column("way", String(16), nullable=False),
    Column("passport", String(16), nullable=False, index=True),
    Column("edition", String(64), nullable=False),
    Column("desk", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("reference", Text, nullable=False, default=""),
    Column("body", Text, nullable=False),  # JSON of the Given, as delivery/register/entry.py writes it
)

guard(metadata)
