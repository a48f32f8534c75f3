"""Open the records, and read and write them so that every fault is told in words."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.pool import ConnectionPoolEntry

from leaflet_app.delivery.records.address import server_of
from leaflet_app.delivery.records.faults import told, told_of_file, told_of_sqlite
from leaflet_app.delivery.records.places import file_of, refuse_network_place
from leaflet_app.delivery.records.tables import SCHEMA, meta, metadata
from leaflet_app.delivery.turn import turn
from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.paths import make_private

BUSY_SECONDS = 15
"""How long a writer waits for its turn."""

_SCHEMA_TURN = 0x1EAF1E7
"""The lock of PostgreSQL that whoever makes the tables holds; any number of our own will do."""

_HEADER, _HAS_JOURNAL = 20, slice(18, 20)
"""Where a file of SQLite says that it has a journal beside it (sqlite.org/fileformat2.html §1.3)."""

_NUMBER = re.compile(r"[0-9]{1,9}")

_PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
)


def open_records(home: Path, address: str = "", password: str | None = None) -> Engine:
    """Open the records of a desk, or those at a PostgreSQL address; dispose of them. Raises RecordsUnusable."""
    engine = _server(server_of(address), password) if address else _file(file_of(home))
    try:
        _make_tables(engine)
    except RecordsUnusable:
        engine.dispose()
        raise
    return engine


@contextlib.contextmanager
def opened(home: Path, address: str = "", password: str | None = None) -> Iterator[Engine]:
    """Open the records for as long as a block lasts. Raises RecordsUnusable."""
    engine = open_records(home, address, password)
    try:
        yield engine
    finally:
        engine.dispose()


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read: what is seen is of one moment. Raises RecordsUnusable."""
    with told(), engine.begin() as connection:
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write all or nothing; it is on the disk at the end. Raises RecordsUnusable."""
    with told(), engine.execution_options(writes=True).begin() as connection:
        yield connection


def empty_the_journal(engine: Engine) -> None:
    """Write SQLite's journal into the file and cut it, so that nothing deleted stays in it. Raises RecordsUnusable."""
    if engine.dialect.name != "sqlite":
        return
    with told(), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _file(path: Path) -> Engine:
    with told_of_file():
        refuse_network_place(path)
        make_private(path.parent)
        _make_file(path)
        _keep_a_journal(path)
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_file(path: Path) -> None:
    if path.is_fifo():
        raise OSError(errno.ENXIO, "a pipe, and whoever reads one waits")
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _keep_a_journal(path: Path) -> None:
    """Have SQLite keep its journal beside the file; while one program begins with that, SQLite makes no other wait."""
    with path.open("rb") as file:
        if file.read(_HEADER)[_HAS_JOURNAL] == b"\2\2":
            return
    with turn(path.with_suffix(".lock")), told_of_sqlite(), contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Set SQLite up; transactions begin where we say, not where its driver guesses."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a reader that turns writer may be refused without waiting."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server(url: URL, password: str | None) -> Engine:
    try:
        return create_engine(url.set(password=password) if password else url, hide_parameters=True)
    except ImportError:
        raise RecordsUnusable(
            "the part of the program that speaks to PostgreSQL is not installed",
            "Install it with “pip install 'leaflet-app[postgres]'”, or clear the setting records.address.",
        ) from None


def _make_tables(engine: Engine) -> None:
    """Make the tables where there are none. Raises RecordsUnusable where they are of a newer program."""
    with reading(engine) as connection:
        number = _schema(connection)
    if number is None:
        with writing(engine) as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _SCHEMA_TURN})
            number = _schema(connection)
            if number is None:
                metadata.create_all(connection)
                connection.execute(meta.insert().values(name="schema", value=str(SCHEMA)))
                number = SCHEMA
    if number != SCHEMA:
        raise RecordsUnusable("they were written by a newer version of Clinic Leaflets", "Update this desk.")


def _schema(connection: Connection) -> int | None:
    if not inspect(connection).has_table("meta"):
        return None
    kept = connection.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar_one_or_none()
    return int(kept) if kept and _NUMBER.fullmatch(kept) else None
