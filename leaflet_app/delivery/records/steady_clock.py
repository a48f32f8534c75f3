"""Whether a clock goes steadily: what a clock that has just jumped calls old may be of yesterday."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, Executable, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from leaflet_app.delivery.records.database import reading, writing
from leaflet_app.delivery.records.tables import meta

LAST_SEEN, STEADY_SINCE = "last_seen", "steady_since"
"""The names in `meta` of the latest time that the records saw, and of the time since when nothing jumped."""

AHEAD, BACK = timedelta(days=60), timedelta(days=1)
"""Further ahead a clock may go while nobody looks, or further back when it is put right, than it jumped."""

STEADY = timedelta(days=7)
"""So long must a clock have gone without a jump before anything is erased by it."""

A_WHILE = timedelta(hours=1)
"""Looked at again within it, the clock need not be noted again."""


def is_steady(engine: Engine, now: datetime) -> bool:
    """Note what the clock says, and tell whether anything may be erased by it. Raises RecordsUnusable."""
    with reading(engine) as connection:
        seen, since = _noted(connection, LAST_SEEN), _noted(connection, STEADY_SINCE)
    if seen is None or since is None or not seen - BACK <= now <= seen + AHEAD:
        since = now
    if seen is None or abs(now - seen) >= A_WHILE:
        with writing(engine) as connection:
            moments = {LAST_SEEN: now, STEADY_SINCE: since}
            rows = [{"name": name, "value": moment.astimezone(UTC).isoformat()} for name, moment in moments.items()]
            connection.execute(_note(engine.dialect.name), rows)
    return now - since >= STEADY


def _noted(connection: Connection, name: str) -> datetime | None:
    kept = connection.scalar(select(meta.c.value).where(meta.c.name == name))
    return datetime.fromisoformat(kept).astimezone(UTC) if kept else None


def _note(dialect: str) -> Executable:
    insert = postgresql.insert(meta) if dialect == "postgresql" else sqlite.insert(meta)
    values = insert.values(name=bindparam("name"), value=bindparam("value"))
    return values.on_conflict_do_update(index_elements=["name"], set_={"value": values.excluded.value})
