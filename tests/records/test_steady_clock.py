"""A clock that has jumped erases nothing; one that has gone steadily for a week does."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from leaflet_app.delivery.outbox.sending import send_what_is_due
from leaflet_app.delivery.outbox.tidy import tidy
from leaflet_app.delivery.records.database import reading, writing
from leaflet_app.delivery.records.steady_clock import LAST_SEEN, is_steady
from leaflet_app.delivery.records.tables import meta
from leaflet_app.delivery.register.journal import append
from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.services.register_reading import find, forget_old
from tests.builders import a_given
from tests.fakes import a_desk
from tests.records.asking import ids
from tests.records.letters import REFUSED, SENT, Clock, Server, queued


def send(outbox, outcome):
    list(send_what_is_due(outbox, outbox.seal, Server([outcome])))


def looked_at(engine, clock, *waits):
    """Tell after each wait whether the clock may erase."""
    told = []
    for wait in waits:
        clock.passes(days=wait)
        told.append(is_steady(engine, clock()))
    return told


def test_a_clock_that_is_new_to_the_records_erases_after_a_week(engine, clock):
    assert looked_at(engine, clock, 0, 6.9, 0.1, 59, 60) == [False, False, True, True, True]


@pytest.mark.parametrize("jump", [60.1, 4000, -1.1, -4000], ids="{} days".format)
def test_a_clock_that_jumps_erases_a_week_later(engine, clock, jump):
    assert looked_at(engine, clock, 0, 7, jump, 6.9, 0.1) == [False, True, False, False, True]


def test_a_clock_put_right_by_an_hour_erases_on(engine, clock):
    assert looked_at(engine, clock, 0, 7, -1 / 24, 1) == [False, True, False, True]


def test_a_clock_that_jumps_again_and_again_never_erases(engine, clock):
    assert not any(looked_at(engine, clock, *[4000, -3999] * 5))


def test_a_clock_is_noted_once_an_hour(engine, clock):
    def noted():
        with reading(engine) as connection:
            return datetime.fromisoformat(connection.scalar(select(meta.c.value).where(meta.c.name == LAST_SEEN)))

    is_steady(engine, clock())
    begun = noted()
    is_steady(engine, clock() + timedelta(minutes=59))
    assert noted() == begun
    is_steady(engine, clock() + timedelta(minutes=60))
    assert noted() == begun + timedelta(minutes=60)


def test_a_time_that_is_none_is_told(engine, clock):
    with writing(engine) as connection:
        connection.execute(meta.insert().values(name=LAST_SEEN, value="yesterday"))

    with pytest.raises(RecordsUnusable, match="damaged"):
        is_steady(engine, clock())


def test_mails_outlive_a_clock_that_jumps_there_and_back(outbox, clock):
    kept = {queued(outbox)}
    send(outbox, REFUSED)
    kept.add(queued(outbox))
    send(outbox, SENT)

    for days in (4000, 1, -4001):
        clock.passes(days=days)
        tidy(outbox)

    assert set(ids(outbox)) == kept


def test_mails_are_erased_a_week_after_a_jump(outbox, clock):
    queued(outbox)
    send(outbox, REFUSED)

    clock.passes(days=4000)
    tidy(outbox)
    assert ids(outbox)
    clock.passes(days=7)
    tidy(outbox)

    assert ids(outbox) == ()


def test_a_register_outlives_a_clock_that_jumps_there_and_back(home):
    desk = a_desk(home=home)
    desk.now = clock = Clock()
    append(home, given := a_given(given_at=clock()))
    assert find(desk).entries == (given,)

    for days in (4000, 1, -4001):
        clock.passes(days=days)
        assert forget_old(desk) == 0
        assert find(desk).entries == (given,)


def test_a_register_is_erased_a_week_after_a_jump(home):
    desk = a_desk(home=home)
    desk.now = clock = Clock()
    append(home, given := a_given(given_at=clock()))
    clock.passes(days=4000)
    assert find(desk).entries == (given,)

    clock.passes(days=7)

    assert find(desk).entries == ()
