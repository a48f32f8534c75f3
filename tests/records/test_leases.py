"""Desks that are slow, crash, wait in vain or have a clock that jumps: no mail is lost, none goes twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from leaflet_app.delivery.outbox.change import cancel, retry
from leaflet_app.delivery.outbox.claim import LeaseLost, claim, hand_over_begins
from leaflet_app.delivery.outbox.outbox import LEASE
from leaflet_app.delivery.outbox.queueing import put
from leaflet_app.delivery.outbox.read import mail, next_due
from leaflet_app.delivery.outbox.recover import recover
from leaflet_app.delivery.outbox.retry import LEAST_TRIES, is_given_up, wait_after
from leaflet_app.delivery.outbox.sending import send_what_is_due
from leaflet_app.delivery.outbox.settle import settle
from leaflet_app.delivery.records.database import opened, writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.domain.mail import MailState
from tests.records.asking import given_away, ids, send, state_of
from tests.records.cluster import emptied
from tests.records.letters import (
    BUSY,
    QUEUED_AT,
    REFUSED,
    SENT,
    UNCLEAR,
    UNDO,
    Server,
    a_letter,
    an_outbox,
    queued,
)


def test_no_two_desks_take_one_mail(outbox, engine, clock):
    queued(outbox)
    other = an_outbox(engine, clock, desk="back")

    assert claim(outbox, outbox.seal)
    assert claim(other, other.seal) is None


def test_desks_of_one_server_do_not_wait_for_one_another(cluster, home, clock):
    with opened(home, emptied(cluster)) as engine:
        outbox = an_outbox(engine, clock)
        first, second = queued(outbox), queued(outbox)

        with writing(engine) as held:
            held.execute(select(table.c.id).where(table.c.id == first).with_for_update())

            assert claim(outbox, outbox.seal).id == second


def test_a_desk_that_took_too_long_may_not_send(outbox, engine, clock):
    queued_id = queued(outbox)
    slow = claim(outbox, outbox.seal)
    clock.passes(seconds=LEASE.total_seconds() + 1)
    other = an_outbox(engine, clock, desk="back")
    recover(other)
    clock.passes(minutes=1)

    assert len(send(other).got) == 1
    with pytest.raises(LeaseLost):
        hand_over_begins(outbox, slow)
    assert settle(outbox, outbox.seal, slow, SENT) is None
    assert state_of(outbox, queued_id) is MailState.SENT
    assert len(given_away(outbox)) == 1


@pytest.mark.parametrize("outcome", [SENT, BUSY, REFUSED, UNCLEAR], ids=lambda each: each.verdict.value)
def test_a_desk_that_took_too_long_settles_nothing_of_whoever_sends_now(outbox, engine, clock, outcome):
    queued_id = queued(outbox)
    slow = claim(outbox, outbox.seal)
    clock.passes(seconds=LEASE.total_seconds() + 1)
    other = an_outbox(engine, clock, desk="back")
    recover(other)
    clock.passes(minutes=1)
    claim(other, other.seal)

    with pytest.raises(LeaseLost):
        hand_over_begins(outbox, slow)
    assert settle(outbox, outbox.seal, slow, outcome) is None
    assert state_of(outbox, queued_id) is MailState.SENDING
    assert not given_away(outbox)


def test_what_is_taken_away_before_the_dot_is_not_sent_by_whoever_lost_it(outbox, clock):
    queued_id = queued(outbox)

    def take_away():
        clock.passes(seconds=LEASE.total_seconds() + 1)
        recover(outbox)
        cancel(outbox, queued_id)

    server = Server(meanwhile=take_away)
    list(send_what_is_due(outbox, outbox.seal, server))

    assert not server.got
    assert state_of(outbox, queued_id) is MailState.CANCELLED


def test_leases_of_other_desks_are_left_alone_until_they_run_out(outbox, engine, clock):
    queued_id = queued(outbox)
    taken = claim(outbox, outbox.seal)
    hand_over_begins(outbox, taken)
    other = an_outbox(engine, clock, desk="back")

    recover(other)
    if outbox.is_shared:
        assert state_of(outbox, queued_id) is MailState.HANDED_OVER
        clock.passes(seconds=LEASE.total_seconds() + 1)
        recover(other)
    assert state_of(outbox, queued_id) is MailState.UNCONFIRMED


def test_a_good_word_that_comes_late_still_counts(outbox, clock):
    queued_id = queued(outbox)
    taken = claim(outbox, outbox.seal)
    hand_over_begins(outbox, taken)
    clock.passes(seconds=LEASE.total_seconds() + 1)
    recover(outbox)

    assert settle(outbox, outbox.seal, taken, SENT) is MailState.SENT
    assert state_of(outbox, queued_id) is MailState.SENT
    assert len(given_away(outbox)) == 1


def test_a_crash_before_the_dot_lets_the_mail_go_again(outbox, clock):
    queued_id = queued(outbox)
    claim(outbox, outbox.seal)

    recover(outbox)
    clock.passes(minutes=1)

    assert state_of(outbox, queued_id) is MailState.QUEUED
    assert len(send(outbox).got) == 1


def test_a_mail_that_the_desk_crashes_at_does_not_keep_the_others_back(outbox):
    queued(outbox)
    claim(outbox, outbox.seal)
    other = queued(outbox, a_letter(address="b@example.org"))

    recover(outbox)

    assert [address for _, address, _ in send(outbox).got] == ["b@example.org"]
    assert state_of(outbox, other) is MailState.SENT


def goes_down(_sender, _address, _message, before_last_dot):
    """Take a mail, and then the records can be written no more."""
    before_last_dot()
    raise RecordsUnusable("the disk is full", "Free some space.")


def test_a_mail_whose_end_could_not_be_noted_asks_the_person(outbox):
    queued_id = queued(outbox)

    with pytest.raises(RecordsUnusable):
        list(send_what_is_due(outbox, outbox.seal, goes_down))
    recover(outbox)

    assert state_of(outbox, queued_id) is MailState.UNCONFIRMED


def test_a_mail_whose_dot_could_not_be_noted_is_not_sent_and_goes_again(outbox):
    queued_id = queued(outbox)

    def be_full():
        raise RecordsUnusable("the disk is full", "Free some space.")

    server = Server(meanwhile=be_full)
    with pytest.raises(RecordsUnusable):
        list(send_what_is_due(outbox, outbox.seal, server))
    recover(outbox)

    assert not server.got
    assert state_of(outbox, queued_id) is MailState.QUEUED


def test_a_disk_that_is_full_while_queueing_leaves_no_half_of_a_mail(home, clock):
    with opened(home) as engine:
        outbox = an_outbox(engine, clock)
        queued(outbox)
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

        with pytest.raises(RecordsUnusable, match="the disk is full"):
            put(outbox, outbox.seal, a_letter(), b"m" * 1_000_000)

        assert len(ids(outbox)) == 1
        assert len(send(outbox).got) == 1


def test_a_crash_after_the_dot_asks_the_person(outbox):
    queued_id = queued(outbox)
    hand_over_begins(outbox, claim(outbox, outbox.seal))

    recover(outbox)

    assert state_of(outbox, queued_id) is MailState.UNCONFIRMED
    assert not send(outbox).got


def test_the_wait_doubles_up_to_an_hour_and_is_never_quite_alike():
    minutes = [[wait_after(tries).total_seconds() / 60 for _ in range(50)] for tries in range(1, 12)]

    planned = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]
    assert all(0.5 * plan <= least <= most <= 1.5 * plan for plan, least, most in bounds(planned, minutes))
    assert all(len(set(each)) > 40 for each in minutes)


def bounds(planned, waits):
    return [(plan, min(each), max(each)) for plan, each in zip(planned, waits, strict=True)]


def test_a_mail_is_given_up_after_five_days_with_a_sentence(outbox, clock):
    queued_id = queued(outbox)
    tries = 0
    while state_of(outbox, queued_id) is MailState.QUEUED:
        send(outbox, BUSY)
        clock.passes(hours=16)
        tries += 1

    told = mail(outbox, queued_id)
    assert told.message == "The mail server is busy. It was tried for five days and is given up."
    assert tries == told.attempts == LEAST_TRIES + 1


def test_a_failed_mail_that_a_person_sends_again_has_five_days_more(outbox, clock):
    queued_id = queued(outbox)
    while state_of(outbox, queued_id) is MailState.QUEUED:
        send(outbox, BUSY)
        clock.passes(hours=16)
    tried = mail(outbox, queued_id).attempts

    retry(outbox, queued_id)
    send(outbox, BUSY)

    assert state_of(outbox, queued_id) is MailState.QUEUED
    assert mail(outbox, queued_id).attempts == tried + 1


def test_a_waiting_mail_can_be_tried_at_once(outbox):
    queued_id = queued(outbox)
    send(outbox, BUSY)
    assert not send(outbox).got

    retry(outbox, queued_id)

    assert len(send(outbox).got) == 1


def test_a_clock_that_goes_back_a_year_leaves_no_mail_waiting_for_a_year(outbox, clock):
    queued_id = queued(outbox)
    send(outbox, BUSY)
    clock.passes(days=-365)

    recover(outbox)
    assert state_of(outbox, queued_id) is MailState.QUEUED
    clock.passes(seconds=31)

    assert len(send(outbox).got) == 1
    assert not send(outbox).got


def test_a_clock_that_goes_back_still_leaves_time_to_undo(outbox, clock):
    put(outbox, outbox.seal, a_letter(), b"message")
    clock.passes(days=-1)

    recover(outbox)

    assert not send(outbox).got
    assert next_due(outbox) == clock() + UNDO


def test_a_clock_that_goes_forward_a_year_gives_no_mail_up_that_was_hardly_tried(outbox, clock):
    queued_id = queued(outbox)
    send(outbox, BUSY)
    clock.passes(days=365)

    send(outbox, BUSY)

    assert state_of(outbox, queued_id) is MailState.QUEUED


def test_a_mail_first_tried_in_a_wrong_future_is_given_up_some_day():
    assert is_given_up(240, QUEUED_AT + timedelta(days=365), QUEUED_AT)
    assert not is_given_up(LEAST_TRIES, QUEUED_AT + timedelta(days=365), QUEUED_AT)
