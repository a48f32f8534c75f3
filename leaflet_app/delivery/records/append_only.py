"""Let the databases themselves refuse to change the register: what was given stays as it was noted."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType

from sqlalchemy import Connection, MetaData, Table, event

FORGETTING = "forget before"
"""The name in `meta` under which one transaction says what it may delete: entries given before that time."""

_OF_SQLITE = (
    """CREATE TRIGGER register_keeps BEFORE UPDATE ON register
    BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END""",
    """CREATE TRIGGER register_notes_once BEFORE INSERT ON register
    WHEN EXISTS (SELECT 1 FROM register WHERE id = NEW.id)
    BEGIN SELECT RAISE(IGNORE); END""",
    """CREATE TRIGGER register_forgets BEFORE DELETE ON register
    WHEN NOT EXISTS (SELECT 1 FROM meta WHERE name = 'forget before' AND OLD.given_at < value)
    BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END""",
)
"""The second because INSERT OR REPLACE would take an entry's place without asking the third."""

_OF_POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION register_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT 1 FROM meta WHERE name = 'forget before' AND OLD.given_at < value::timestamptz) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the register is append-only'; END $$""",
    """CREATE TRIGGER register_keeps BEFORE UPDATE OR DELETE ON register
    FOR EACH ROW EXECUTE FUNCTION register_keeps()""",
    """CREATE TRIGGER register_stays BEFORE TRUNCATE ON register
    FOR EACH STATEMENT EXECUTE FUNCTION register_keeps()""",
)

_TRIGGERS = MappingProxyType({"sqlite": _OF_SQLITE, "postgresql": _OF_POSTGRESQL})


def guard(metadata: MetaData) -> None:
    """Make the tables with triggers that refuse every change of an entry."""
    event.listen(metadata, "after_create", _make_triggers)


def _make_triggers(_metadata: MetaData, connection: Connection, **_extra: object) -> None:
    for statement in _TRIGGERS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def forget(connection: Connection, register: Table, meta: Table, before: datetime) -> int:
    """Delete the entries given before a time; the permission ends with the transaction. Return how many they were."""
    permit = before.astimezone(UTC).isoformat(" ", "microseconds")
    connection.execute(meta.delete().where(meta.c.name == FORGETTING))
    connection.execute(meta.insert().values(name=FORGETTING, value=permit))
    gone = connection.execute(register.delete().where(register.c.given_at < before)).rowcount
    connection.execute(meta.delete().where(meta.c.name == FORGETTING))
    return gone
