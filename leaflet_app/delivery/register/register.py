"""The register: takes in what the journal holds, and answers what was given. Importing this loads SQLAlchemy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, Executable, exists, select
from sqlalchemy.dialects import postgresql, sqlite

from leaflet_app.delivery.records.append_only import forget
from leaflet_app.delivery.records.database import empty_the_journal, reading, writing
from leaflet_app.delivery.records.faults import told_of_file
from leaflet_app.delivery.records.tables import meta, register
from leaflet_app.delivery.register.entry import row_of
from leaflet_app.delivery.register.journal import folder_of, set_apart
from leaflet_app.delivery.register.reading import Page, entry_of, read
from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.given import Given
from leaflet_app.domain.sought import Sought

Records = Engine
"""The records of a desk, open."""

DAMAGED = ".damaged"
A_BATCH = 500
"""So many entries are written at once, and read at once."""

A_DAY = timedelta(days=1)
EARLIEST, LATEST = date(1900, 1, 1), date(9000, 1, 1)
"""Days beyond these rule nothing out."""


def put(connection: Connection, entries: Iterable[Given]) -> None:
    """Put entries into the register within a transaction; one that is there stays as it is."""
    rows = [row_of(given) for given in entries]
    insert = _insert(connection.dialect.name)
    for start in range(0, len(rows), A_BATCH):
        connection.execute(insert, rows[start : start + A_BATCH])


def _insert(dialect: str) -> Executable:
    if dialect == "postgresql":
        return postgresql.insert(register).on_conflict_do_nothing()
    return sqlite.insert(register).on_conflict_do_nothing()


def take_in(engine: Engine, home: Path) -> tuple[Fault, ...]:
    """Take the journal into the register, and keep aside what is no entry; return what was wrong with it.

    Each step may be the last before a crash: an entry is in a file until it is in the database, and taken in twice it
    is there once. Raises RecordsUnusable, CannotSave; what was not taken in is still in the journal.
    """
    faults: list[Fault] = []
    for journal in set_apart(home):
        with told_of_file():
            page = _page(journal)
        with writing(engine) as connection:
            put(connection, page.entries)
        if page.damaged:
            _keep_damaged(home, page)
        with told_of_file():
            journal.unlink(missing_ok=True)
        faults.extend(page.faults)
    return tuple(faults)


def _page(journal: Path) -> Page:
    """Read a journal; one that another program took in just now holds nothing more."""
    try:
        return read(journal)
    except FileNotFoundError:
        return Page((), (), ())


def _keep_damaged(home: Path, page: Page) -> None:
    """Keep lines that are no entries in a file that is named by them: kept twice, it is there once."""
    lines = b"\n".join(page.damaged) + b"\n"
    file = folder_of(home) / f"{hashlib.sha256(lines).hexdigest()[:16]}{DAMAGED}"
    save_whole(file, lines)
    file.chmod(0o600)


def entries(engine: Engine, sought: Sought, most: int | None = None) -> tuple[Given, ...]:
    """Return the entries that fit, newest first. Raises RecordsUnusable."""
    wanted = select(register.c.body).where(*_conditions(sought))
    wanted = wanted.order_by(register.c.given_at.desc(), register.c.id)
    with (
        reading(engine) as connection,
        closing(connection.execution_options(yield_per=A_BATCH).scalars(wanted)) as bodies,
    ):
        return tuple(islice(filter(sought.fits, map(_entry, bodies)), most))


def entries_begun(engine: Engine, id_begun: str, most: int) -> tuple[Given, ...]:
    """Return entries whose id begins like this. Raises RecordsUnusable."""
    wanted = select(register.c.body).where(register.c.id.startswith(id_begun, autoescape=True)).limit(most)
    with reading(engine) as connection:
        return tuple(map(_entry, connection.scalars(wanted)))


def _entry(body: str) -> Given:
    try:
        return entry_of(body)
    except ValueError:
        raise RecordsUnusable("an entry of the register is damaged", "Put a backup of them in their place.") from None


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what the database can rule out by itself; it knows nothing of zones, and of topics only their names."""
    for column in ("passport", "desk", "edition"):
        if asked := getattr(sought, column):
            yield register.c[column] == asked
    if sought.way:
        yield register.c.way == sought.way.value
    if sought.since and sought.since >= EARLIEST:
        yield register.c.given_at >= datetime.combine(sought.since - A_DAY, time(), UTC)
    if sought.until and sought.until <= LATEST:
        yield register.c.given_at < datetime.combine(sought.until + 2 * A_DAY, time(), UTC)
    if sought.topic:
        named = json.dumps(sought.topic, ensure_ascii=False)
        yield register.c.body.contains(named, autoescape=True)


def desks(engine: Engine) -> tuple[str, ...]:
    """Name the desks that gave anything. Raises RecordsUnusable."""
    with reading(engine) as connection:
        return tuple(connection.scalars(select(register.c.desk).distinct().order_by(register.c.desk)))


def _is_any_older(engine: Engine, before: datetime) -> bool:
    with reading(engine) as connection:
        return connection.scalar(select(exists().where(register.c.given_at < before))) is True


def forget_before(engine: Engine, home: Path, before: datetime) -> int:
    """Delete what was given before a time, down to its last byte; return how many entries. Raises RecordsUnusable."""
    gone = 0
    if _is_any_older(engine, before):
        with writing(engine) as connection:
            gone = forget(connection, register, meta, before)
        empty_the_journal(engine)
    with told_of_file():
        for file in folder_of(home).glob(f"*{DAMAGED}"):
            if file.stat().st_mtime < before.timestamp():
                file.unlink(missing_ok=True)
    return gone
