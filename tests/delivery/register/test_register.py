"""The register: it takes in every entry once, whatever happens on the way, and changes none."""

import json
import os
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from leaflet_app.delivery.records.append_only import FORGETTING
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import meta, register
from leaflet_app.delivery.register import register as registers
from leaflet_app.delivery.register.entry import row_of, written
from leaflet_app.delivery.register.journal import FILE, append, folder_of, unread
from leaflet_app.delivery.register.register import desks, entries, forget_before, put, take_in
from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.domain.sought import Sought, count
from tests.builders import MADE_ON, a_given
from tests.kept import holding

ALL = Sought()


def ids(found):
    return [given.id for given in found]


@pytest.fixture
def keep(engine):
    """Put entries straight into the register."""

    def keep(*givens):
        with writing(engine) as connection:
            put(connection, givens)
        return givens

    return keep


def test_what_the_journal_holds_is_taken_in_once_and_the_journal_is_gone(engine, home):
    givens = [a_given() for _ in range(3)]
    for given in givens:
        append(home, given)

    assert take_in(engine, home) == ()
    assert take_in(engine, home) == ()
    assert sorted(ids(entries(engine, ALL))) == sorted(ids(givens))
    assert unread(home) == ()


STEPS = (
    (registers, "put"),
    (registers, "writing"),
    (registers, "read"),
    (registers, "_keep_damaged"),
    (Path, "unlink"),
    (Path, "rename"),
    (os, "replace"),
)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("where", "step"), STEPS, ids=[step for _, step in STEPS])
def test_a_kill_at_any_step_loses_and_doubles_nothing(engine, home, monkeypatch, where, step, after):
    class Killed(BaseException):
        pass

    real = getattr(where, step)

    def kill(*arguments, **named):
        if after:
            real(*arguments, **named)
        raise Killed

    first, second = a_given(), a_given()
    append(home, first)
    with (folder_of(home) / FILE).open("ab") as file:
        file.write(b"\ntorn")
    with monkeypatch.context() as patched:
        patched.setattr(where, step, kill)
        with pytest.raises(Killed):
            take_in(engine, home)
    append(home, second)

    take_in(engine, home)

    assert sorted(ids(entries(engine, ALL))) == sorted(ids([first, second]))
    assert unread(home) == ()
    [damaged] = folder_of(home).glob("*.damaged")
    assert damaged.read_bytes() == b"torn\n"


def test_two_programs_that_take_in_at_once_double_nothing(engine, home, monkeypatch):
    given = a_given()
    append(home, given)
    real, is_first = registers.put, True

    def meet(connection, givens):
        nonlocal is_first
        real(connection, givens)
        if is_first:
            is_first = False
            [journal] = unread(home)
            journal.unlink()  # as the other program does at its end

    monkeypatch.setattr(registers, "put", meet)
    take_in(engine, home)

    assert ids(entries(engine, ALL)) == [given.id]


def test_a_journal_that_another_program_took_in_meanwhile_is_no_fault(engine, home, monkeypatch):
    monkeypatch.setattr(registers, "set_apart", lambda home: (folder_of(home) / "gone.taken",))

    assert take_in(engine, home) == ()


def test_several_desks_bring_their_journals_to_one_register(engine, home):
    front, ward = home / "front", home / "ward"
    first, second = a_given(), a_given(desk="Ward 2")
    append(front, first)
    append(ward, second)

    take_in(engine, front)
    take_in(engine, ward)

    assert sorted(ids(entries(engine, ALL))) == sorted(ids([first, second]))
    assert entries(engine, Sought(desk="Ward 2")) == (second,)


def test_damaged_lines_are_told_and_kept_aside_and_the_rest_is_taken_in(engine, home):
    given = a_given()
    append(home, given)
    with (folder_of(home) / FILE).open("ab") as file:
        file.write(b'\n{"id":"half')

    [fault] = take_in(engine, home)

    assert fault.wrong == "the entry was cut short, as by a power cut"
    assert ids(entries(engine, ALL)) == [given.id]
    assert holding(folder_of(home), '{"id":"half')


@pytest.mark.parametrize("day", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_that_no_database_can_hold_blocks_no_other_entry(engine, home, day):
    append(home, a_given())
    odd = json.loads(written(a_given())) | {"given_at": day}
    with (folder_of(home) / FILE).open("ab") as file:
        file.write(b"\n" + json.dumps(odd).encode())

    [fault] = take_in(engine, home)

    assert fault.wrong == "the entry is damaged"
    assert len(entries(engine, ALL)) == 1


def test_when_the_database_is_gone_the_entries_stay_in_the_journal(engine, home, monkeypatch):
    append(home, a_given())

    def gone(_engine):
        raise RecordsUnusable("the database server does not answer", "Check the network.")

    with monkeypatch.context() as patched:
        patched.setattr(registers, "writing", gone)
        with pytest.raises(RecordsUnusable):
            take_in(engine, home)
    assert len(unread(home)) == 1

    take_in(engine, home)
    assert len(entries(engine, ALL)) == 1


def test_an_entry_that_is_there_stays_as_it_was_noted(engine, keep):
    [given] = keep(a_given(user="Ann"))
    keep(replace(given, user="Mallory"))

    assert [each.user for each in entries(engine, ALL)] == ["Ann"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE register SET desk = 'another'",
        "DELETE FROM register",
        "UPDATE register SET given_at = '1999-01-01'",
        "DELETE FROM register WHERE passport = 'CL-7K3M9Q-4F'",
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(engine, keep, statement):
    kept = keep(a_given())

    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    assert entries(engine, ALL) == kept


def test_whoever_may_forget_the_old_may_not_delete_the_new(engine, three):
    before = three[1].given_at.isoformat(" ", "microseconds")

    with writing(engine) as connection:
        connection.execute(meta.insert().values(name=FORGETTING, value=before))
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(register.delete())
    assert len(entries(engine, ALL)) == 3


def test_no_entry_takes_the_place_of_another(engine, keep):
    [given] = keep(a_given(user="Ann"))
    if engine.dialect.name == "sqlite":
        with writing(engine) as connection:
            connection.execute(register.insert().prefix_with("OR REPLACE"), row_of(replace(given, user="Mallory")))

    assert [each.user for each in entries(engine, ALL)] == ["Ann"]


@pytest.fixture
def three(keep):
    """Three entries, the newest last."""
    day = timedelta(days=1)
    first = a_given()
    second = a_given(
        given_at=first.given_at + 20 * day,
        way=Way.EMAIL,
        desk="Ward 2",
        passport="CL-000000-00",
        edition="2" * 64,
        topics=(GivenTopic("insulinoma", "1.1.0"), GivenTopic("coping", "1.0.0")),
    )
    third = a_given(given_at=first.given_at + 40 * day, topics=(GivenTopic("coping", "1.1.0"),), copies=5)
    return keep(first, second, third)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ALL, (2, 1, 0)),
        (Sought(topic="insulinoma"), (1, 0)),
        (Sought(topic="insulinoma", version="1.0.0"), (0,)),
        (Sought(topic="coping", version="1.0.0"), (1,)),
        (Sought(topic="insul%"), ()),
        (Sought(topic="Insulinoma"), ()),
        (Sought(way=Way.EMAIL), (1,)),
        (Sought(desk="Ward 2"), (1,)),
        (Sought(passport="CL-000000-00"), (1,)),
        (Sought(edition="2" * 64), (1,)),
        (Sought(since=MADE_ON + timedelta(days=20)), (2, 1)),
        (Sought(since=MADE_ON + timedelta(days=21)), (2,)),
        (Sought(until=MADE_ON + timedelta(days=20)), (1, 0)),
        (Sought(until=MADE_ON + timedelta(days=19)), (0,)),
        (Sought(since=date.min, until=date.max), (2, 1, 0)),
        (Sought(since=date.max), ()),
    ],
)
def test_entries_are_found_by_what_is_asked_newest_first(engine, three, asked, found):
    assert entries(engine, asked) == tuple(three[each] for each in found)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot be moved to another zone")
@pytest.mark.parametrize(("zone", "hour"), [("Pacific/Auckland", 20), ("Pacific/Honolulu", 3)])
def test_a_day_is_the_day_on_the_wall_here(engine, keep, monkeypatch, zone, hour):
    given = replace(a_given(), given_at=a_given().given_at.replace(hour=hour))
    keep(given)
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        here = given.given_at.astimezone().date()
        found = entries(engine, Sought(since=here, until=here))
        missed = entries(engine, Sought(since=given.given_at.date(), until=given.given_at.date()))
    time.tzset()

    assert here != given.given_at.date()
    assert (found, missed) == ((given,), ())


def test_no_more_are_read_than_wanted(engine, three):
    assert entries(engine, ALL, most=2) == (three[2], three[1])


def test_leaflets_are_counted_by_topic_way_and_month(engine, three):
    counts = count(entries(engine, ALL))

    assert (counts.entries, counts.leaflets) == (3, 7)
    assert list(counts.by_topic.items()) == [("coping", 6), ("insulinoma", 2)]
    assert counts.by_way == {Way.PRINT: 6, Way.EMAIL: 1}
    assert list(counts.by_month.items()) == [("2026-11", 1), ("2026-12", 1), ("2027-01", 5)]


def test_the_desks_that_gave_anything_are_named(engine, three):
    assert desks(engine) == ("Front desk", "Ward 2")


def test_what_is_too_old_is_forgotten_down_to_its_last_byte(engine, home, three):
    kept = a_given(given_at=three[2].given_at, user="Kept-Person")
    old = [a_given(user=f"Gone-Person-{n:04}", reference="ZQ-4711") for n in range(300)]
    for given in (kept, *old):
        append(home, given)
    take_in(engine, home)
    assert engine.dialect.name != "sqlite" or holding(home, "Gone-Person-0299")

    assert forget_before(engine, home, three[1].given_at) == 301

    assert holding(home, "Gone-Person", "ZQ-4711") == []
    assert ids(entries(engine, ALL)) == [*sorted(ids([kept, three[2]])), three[1].id]
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(register.delete())


def test_damaged_lines_are_forgotten_with_the_time_they_are_from(engine, home):
    (folder_of(home)).mkdir()
    old, new = (folder_of(home) / f"{name}.damaged" for name in ("old", "new"))
    for file, given_at in ((old, 1_000), (new, a_given().given_at.timestamp())):
        file.write_bytes(b"torn")
        os.utime(file, (given_at, given_at))

    forget_before(engine, home, a_given().given_at)

    assert not old.exists()
    assert new.exists()


def test_a_damaged_entry_in_the_database_is_told_in_words(engine):
    with writing(engine) as connection:
        connection.execute(register.insert(), row_of(a_given()) | {"body": "{}"})

    with pytest.raises(RecordsUnusable, match="an entry of the register is damaged"):
        entries(engine, ALL)
