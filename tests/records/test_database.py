"""The records are opened, written whole or not at all, and every fault is told in words."""

import os
import sqlite3
import stat
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from leaflet_app.delivery.records import places
from leaflet_app.delivery.records.address import server_of
from leaflet_app.delivery.records.database import empty_the_journal, open_records, opened, reading, writing
from leaflet_app.delivery.records.faults import told
from leaflet_app.delivery.records.places import file_of, is_networked
from leaflet_app.delivery.records.tables import meta
from leaflet_app.domain.errors import RecordsUnusable
from tests.records.cluster import emptied

NAME = "Ada Canary"


def noted(engine, name):
    with reading(engine) as connection:
        return connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar_one_or_none()


def note(engine, name, value=NAME):
    with writing(engine) as connection:
        connection.execute(meta.insert().values(name=name, value=value))


def test_what_was_written_is_there_when_the_records_are_opened_again(home, address):
    with opened(home, address) as engine:
        note(engine, "a")
    with opened(home, address) as engine:
        assert noted(engine, "a") == NAME


def test_a_block_that_fails_writes_nothing(engine):
    def fail():
        with writing(engine) as connection:
            connection.execute(meta.insert().values(name="a", value="b"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert noted(engine, "a") is None


def test_two_desks_that_open_new_records_at_once_make_the_tables_once(home, address):
    faults, begin = [], threading.Barrier(4)

    def open_at_once():
        begin.wait()
        try:
            open_records(home, address).dispose()
        except RecordsUnusable as fault:
            faults.append(fault)

    desks = [threading.Thread(target=open_at_once) for _ in range(4)]
    for each in desks:
        each.start()
    for each in desks:
        each.join()

    assert not faults
    with opened(home, address) as engine:
        assert noted(engine, "schema") == "1"


def test_records_of_a_newer_program_are_left_alone(home, address):
    with opened(home, address) as engine, writing(engine) as connection:
        connection.execute(meta.update().values(value="2"))

    with pytest.raises(RecordsUnusable, match="newer version"), opened(home, address):
        pass


def test_no_fault_repeats_what_was_to_be_written(engine):
    note(engine, "a")

    with pytest.raises(RecordsUnusable) as fault:
        note(engine, "a")

    assert NAME not in repr(fault.value)
    assert fault.value.__suppress_context__
    assert fault.value.__cause__ is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_file_is_for_its_owner_alone(home):
    with opened(home) as engine:
        note(engine, "a")
        files = [path for path in home.iterdir() if path.name.startswith("records")]

        assert len(files) == 4
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_nothing_deleted_stays_in_any_file(home):
    with opened(home) as engine:
        note(engine, "a", NAME * 500)
        with writing(engine) as connection:
            connection.execute(meta.delete().where(meta.c.name == "a"))
        assert any(NAME.encode() in path.read_bytes() for path in home.iterdir())

        empty_the_journal(engine)

        assert not any(NAME.encode() in path.read_bytes() for path in home.iterdir())


def test_a_damaged_file_is_told(home):
    file_of(home).write_bytes(b"This is no database. " * 500)

    with pytest.raises(RecordsUnusable, match="their file is damaged"):
        open_records(home)


def test_a_file_whose_middle_was_overwritten_is_told(home):
    with opened(home) as engine:
        note(engine, "a", "b" * 100_000)
        empty_the_journal(engine)
    content = bytearray(file_of(home).read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file_of(home).write_bytes(content)

    with pytest.raises(RecordsUnusable, match="damaged"), opened(home) as engine:
        noted(engine, "a")


def test_a_full_disk_is_told_and_what_was_there_stays(home):
    with opened(home) as engine:
        note(engine, "a")
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

        with pytest.raises(RecordsUnusable, match="the disk is full"):
            note(engine, "b", "b" * 1_000_000)

        assert noted(engine, "a") == NAME
        assert noted(engine, "b") is None


def test_records_that_can_only_be_read_are_told(engine):
    lock = {"sqlite": "PRAGMA query_only=ON", "postgresql": "SET TRANSACTION READ ONLY"}[engine.dialect.name]

    def write():
        with writing(engine) as connection:
            connection.exec_driver_sql(lock)
            connection.execute(meta.insert().values(name="a", value="b"))

    with pytest.raises(RecordsUnusable, match="can only be read"):
        write()


def test_a_writer_that_waits_in_vain_is_told(home, monkeypatch):
    monkeypatch.setattr("leaflet_app.delivery.records.database.BUSY_SECONDS", 0)
    monkeypatch.setattr("leaflet_app.delivery.records.database._PRAGMAS", ("busy_timeout=0",))
    with opened(home) as engine, opened(home) as other, writing(other):
        with pytest.raises(RecordsUnusable, match="another program is busy"):
            note(engine, "a")

        assert noted(engine, "a") is None


def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(RecordsUnusable):
        open_records(tmp_path / "file" / "home")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such links nor such pipes")
@pytest.mark.parametrize(
    "make", [lambda path: path.symlink_to(path), os.mkfifo, Path.mkdir], ids=["loop", "pipe", "folder"]
)
def test_what_is_no_file_is_told_and_not_waited_for(home, make):
    home.mkdir(exist_ok=True)
    make(home / "records.sqlite3")

    with pytest.raises(RecordsUnusable, match=r"something else is in the place of their file|leads back to itself"):
        open_records(home)


@pytest.mark.parametrize("number", ["9" * 5_000, "²", "one"])
def test_a_schema_that_is_no_number_is_told(home, number):
    with opened(home) as engine, writing(engine) as connection:
        connection.execute(meta.update().values(value=number))

    with pytest.raises(RecordsUnusable):
        open_records(home)


def test_a_server_that_is_gone_is_told():
    with pytest.raises(RecordsUnusable, match="does not answer"):
        open_records(None, "postgresql://leaflets@127.0.0.1:1/leaflets")


def test_a_server_that_takes_a_call_and_says_nothing_is_told():
    psycopg = pytest.importorskip("psycopg")
    late = OperationalError("", None, psycopg.errors.ConnectionTimeout("connection timeout expired"))

    with pytest.raises(RecordsUnusable, match="does not answer"), told():
        raise late


def test_a_server_that_ends_meanwhile_is_told(cluster, home):
    with opened(home, emptied(cluster)) as engine, opened(home, cluster) as other:

        def lose_the_server():
            with writing(engine) as connection:
                connection.execute(meta.insert().values(name="a", value="b"))
                mine = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
                with writing(other) as ending:
                    ending.execute(text("SELECT pg_terminate_backend(:mine)"), {"mine": mine})
                connection.execute(meta.insert().values(name="c", value="d"))

        with pytest.raises(RecordsUnusable, match="does not answer"):
            lose_the_server()

        assert noted(engine, "a") is None


def test_an_unknown_database_and_an_unknown_user_are_told(cluster, home):
    with pytest.raises(RecordsUnusable, match="refused this desk"):
        open_records(home, cluster.replace("/leaflets?", "/nowhere?"))
    with pytest.raises(RecordsUnusable, match="refused this desk"):
        open_records(home, cluster.replace("leaflets@", "stranger@"))


def test_a_desk_without_rights_on_the_server_is_told(cluster, home):
    with opened(home, emptied(cluster)) as engine, writing(engine) as connection:
        connection.execute(text("DROP ROLE IF EXISTS reader"))
        connection.execute(text("CREATE ROLE reader LOGIN"))
        connection.execute(text("GRANT USAGE ON SCHEMA public TO reader"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"))
    with (
        opened(home, cluster.replace("leaflets@", "reader@")) as engine,
        pytest.raises(RecordsUnusable, match="not let this desk change"),
    ):
        note(engine, "a")
    with opened(home, cluster) as engine, writing(engine) as connection:
        connection.execute(text("DROP OWNED BY reader"))
        connection.execute(text("DROP ROLE reader"))


@pytest.mark.parametrize("address", ["postgresql://a:secret@host/b", "postgresql://a@host/b?password=secret"])
def test_a_password_in_the_address_is_refused_and_not_repeated(address):
    with pytest.raises(RecordsUnusable, match="holds a password") as fault:
        server_of(address)

    assert "secret" not in str(fault.value)


@pytest.mark.parametrize("address", ["mysql://a@host/b", "sqlite:///a", "C:\\records", "http://x"])
def test_what_is_no_address_of_a_server_is_refused(address):
    with pytest.raises(RecordsUnusable, match="no address"):
        server_of(address)


@pytest.mark.parametrize("elsewhere", ["hostaddr=192.0.2.7", "service=clinic"])
def test_a_server_elsewhere_is_encrypted_whatever_host_the_address_names(elsewhere):
    assert server_of(f"postgresql://a@localhost/b?{elsewhere}").query["sslmode"] == "verify-full"


def test_over_a_network_the_connection_is_encrypted_and_the_server_verified():
    query = server_of("postgres://leaflets@db.example/leaflets").query

    assert (query["sslmode"], query["sslrootcert"]) == ("verify-full", "system")
    assert "sslrootcert" not in server_of("postgresql://a@db.example/b?sslmode=require").query
    with pytest.raises(RecordsUnusable, match="without encryption"):
        server_of("postgresql://a@db.example/b?sslmode=prefer")


def test_a_server_that_falls_silent_is_given_up_within_a_minute_unless_its_address_says_else():
    query = server_of("postgresql://a@db.example/b").query
    assert (query["keepalives_idle"], query["tcp_user_timeout"]) == ("30", "30000")

    assert server_of("postgresql://a@db.example/b?tcp_user_timeout=5000").query["tcp_user_timeout"] == "5000"


def test_a_missing_psycopg_is_told(home, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(RecordsUnusable, match="not installed"):
        open_records(home, "postgresql://leaflets@localhost/leaflets")


def test_a_file_on_another_computer_is_refused(tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/homes {tmp_path}/far nfs4 rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    (tmp_path / "far").mkdir()

    assert not is_networked(tmp_path / "near")
    assert is_networked("\\\\server\\share\\records.sqlite3")
    with pytest.raises(RecordsUnusable, match="another computer"):
        open_records(tmp_path / "far")


def test_sqlite_is_set_up_to_lose_nothing_and_keep_nothing(home):
    with opened(home) as engine, engine.connect() as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "busy_timeout": 15000}
        told = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}

    assert told == wanted
    assert sqlite3.sqlite_version_info >= (3, 35)  # RETURNING
