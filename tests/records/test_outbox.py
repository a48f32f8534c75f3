"""What becomes of a mail: each state, each way to the next, and who may take it."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from leaflet_app.delivery.outbox.change import cancel, confirm_arrived, confirm_lost, retry
from leaflet_app.delivery.outbox.claim import LeaseLost, claim, hand_over_begins
from leaflet_app.delivery.outbox.outbox import LEASE
from leaflet_app.delivery.outbox.queueing import put
from leaflet_app.delivery.outbox.read import ids, mail, mails, next_due, waiting, was_for_another
from leaflet_app.delivery.outbox.recover import recover
from leaflet_app.delivery.outbox.retry import LEAST_TRIES, is_given_up, wait_after
from leaflet_app.delivery.outbox.sending import send_what_is_due
from leaflet_app.delivery.outbox.settle import settle
from leaflet_app.delivery.records.database import reading, writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.records.tables import register
from leaflet_app.delivery.register.reading import entry_of
from leaflet_app.domain.errors import NoSuchMail, SettingRefused
from leaflet_app.domain.mail import MailState
from tests.records.letters import (
    ADDRESS,
    BUSY,
    NO_ANSWER,
    QUEUED_AT,
    REFUSED,
    SENT,
    UNCLEAR,
    UNDO,
    Server,
    a_given,
    a_letter,
    an_outbox,
    queued,
)


def send(outbox, *outcomes):
    """Send what is due to a server with these outcomes; return the server."""
    server = Server(list(outcomes or (SENT,)))
    list(send_what_is_due(outbox, outbox.seal, server))
    return server


def row_of(outbox, mail_id):
    with reading(outbox.engine) as connection:
        return connection.execute(select(table).where(table.c.id == mail_id)).one()


def given_away(outbox):
    with reading(outbox.engine) as connection:
        return [entry_of(body) for body in connection.scalars(select(register.c.body))]


def state_of(outbox, mail_id):
    return mail(outbox, mail_id).state


# Queueing


def test_a_queued_mail_waits_for_its_undo_time(outbox, clock):
    queued_id = put(outbox, outbox.seal, a_letter(), b"message")

    waits = mail(outbox, queued_id)
    assert (waits.state, waits.due, waits.address) == (MailState.QUEUED, QUEUED_AT + UNDO, ADDRESS)
    assert waits.message == "Waiting: it leaves in 30 seconds."
    assert not send(outbox).got
    clock.passes(seconds=30)
    assert len(send(outbox).got) == 1


def test_a_letter_queued_twice_is_one_mail(outbox):
    letter = a_letter()

    assert put(outbox, outbox.seal, letter, b"message") == put(outbox, outbox.seal, letter, b"message")
    assert waiting(outbox) == 1


def test_a_mail_shows_what_a_person_must_know(outbox):
    shown = mail(outbox, queued(outbox, a_letter(is_protected=True)))

    assert (shown.passport, shown.topics, shown.pages, shown.is_protected) == ("CL-7K3M9Q-4F", ("insulinoma",), 4, True)


def test_desks_that_share_an_outbox_agree_on_one_key(outbox, engine, clock):
    queued(outbox)
    other = an_outbox(engine, clock, desk="back", key=b"x" * 32)

    if outbox.is_shared:
        with pytest.raises(SettingRefused, match="another key"):
            queued(other)
    else:
        assert queued(other)


def test_a_mail_of_another_key_is_told_and_left_alone(outbox, engine, clock):
    queued_id = queued(outbox)
    other = an_outbox(engine, clock, desk="back", key=b"x" * 32)

    assert not send(other).got
    assert mail(other, queued_id).message == "Another desk sealed this email, and this desk cannot open it."
    assert mail(other, queued_id).address == ""


# Sending


def test_a_sent_mail_leaves_nothing_but_its_traces(outbox):
    queued_id = queued(outbox)

    server = send(outbox)

    assert server.got == [("desk@clinic.example", ADDRESS, b"Subject: Leaflet\r\n\r\nHere it is.\r\n")]
    row = row_of(outbox, queued_id)
    assert (row.state, row.payload, row.given) == ("sent", None, None)
    assert mail(outbox, queued_id).message.startswith("Sent ")
    assert waiting(outbox) == 0


def test_a_sent_mail_is_in_the_register_once(outbox, clock):
    given = a_given()
    queued(outbox, a_letter(given=given))

    send(outbox)
    send(outbox)

    assert [(each.id, each.given_at) for each in given_away(outbox)] == [(given.id, clock())]


def test_the_mail_that_has_been_due_longest_goes_first(outbox):
    letters = [a_letter(address=f"{name}@example.org") for name in "abc"]
    for each in letters:
        queued(outbox, each)

    assert [address for _, address, _ in send(outbox).got] == ["a@example.org", "b@example.org", "c@example.org"]


def test_a_refused_mail_says_what_to_do_and_is_not_tried_again(outbox):
    queued_id = queued(outbox)

    send(outbox, REFUSED)

    told = mail(outbox, queued_id)
    assert (told.state, told.message, told.remedy) == (MailState.FAILED, REFUSED.message, REFUSED.remedy)
    assert not send(outbox).got
    assert not given_away(outbox)


def test_a_mail_that_met_a_busy_server_is_tried_again_unchanged(outbox, clock):
    queued_id = queued(outbox)

    send(outbox, BUSY)

    told = mail(outbox, queued_id)
    assert told.state is MailState.QUEUED
    assert timedelta(seconds=30) <= told.due - clock() <= timedelta(seconds=90)
    assert told.message.startswith("The mail server is busy. It is tried again at ")
    clock.passes(seconds=90)
    assert send(outbox).got[0][2] == b"Subject: Leaflet\r\n\r\nHere it is.\r\n"


def test_where_the_server_is_gone_the_other_mails_are_not_even_tried(outbox):
    mail_ids = [queued(outbox) for _ in range(3)]

    send(outbox, NO_ANSWER)

    assert [mail(outbox, each).attempts for each in mail_ids] == [1, 0, 0]


def test_a_mail_that_nobody_knows_to_have_arrived_asks_and_is_never_sent_again_unasked(outbox, clock):
    queued_id = queued(outbox)

    send(outbox, UNCLEAR)
    clock.passes(days=9)
    recover(outbox)

    told = mail(outbox, queued_id)
    assert (told.message, told.remedy) == ("Probably sent.", "Check with the patient or send again.")
    assert not send(outbox).got


def test_every_try_is_kept(outbox, clock):
    queued_id = queued(outbox)
    for outcome in (NO_ANSWER, BUSY, SENT):
        send(outbox, outcome)
        clock.passes(hours=2)

    lines = mail(outbox, queued_id).history
    assert [line.partition(": ")[2] for line in lines] == [
        "the mail server could not be reached for now.",
        "the mail server refused the address for now (451).",
        "the mail server took it (250).",
    ]


def test_a_mail_that_was_tampered_with_is_not_sent(outbox):
    first, second = queued(outbox), queued(outbox)
    with writing(outbox.engine) as connection:
        connection.execute(update(table).where(table.c.id == first).values(payload=row_of_payload(outbox, second)))

    server = send(outbox)

    assert len(server.got) == 1
    assert mail(outbox, first).message == "This email was damaged in the outbox, so it was not sent."


def row_of_payload(outbox, mail_id):
    return row_of(outbox, mail_id).payload


# Leases


def test_no_two_desks_take_one_mail(outbox, engine, clock):
    queued(outbox)
    other = an_outbox(engine, clock, desk="back")

    assert claim(outbox, outbox.seal)
    assert claim(other, other.seal) is None


def test_desks_do_not_wait_for_one_another(outbox, engine):
    first, second = queued(outbox), queued(outbox)
    if not outbox.is_shared:
        pytest.skip("a file of SQLite has one writer at a time")

    with writing(engine) as held:
        held.execute(select(table.c.id).where(table.c.id == first).with_for_update())

        assert claim(outbox, outbox.seal).id == second


def test_a_desk_that_took_too_long_may_not_send(outbox, engine, clock):
    queued_id = queued(outbox)
    slow = claim(outbox, outbox.seal)
    clock.passes(seconds=LEASE.total_seconds() + 1)
    other = an_outbox(engine, clock, desk="back")
    recover(other)

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


# A crash


def test_a_crash_before_the_dot_lets_the_mail_go_again(outbox):
    queued_id = queued(outbox)
    claim(outbox, outbox.seal)

    recover(outbox)

    assert state_of(outbox, queued_id) is MailState.QUEUED
    assert len(send(outbox).got) == 1


def test_a_crash_after_the_dot_asks_the_person(outbox):
    queued_id = queued(outbox)
    hand_over_begins(outbox, claim(outbox, outbox.seal))

    recover(outbox)

    assert state_of(outbox, queued_id) is MailState.UNCONFIRMED
    assert not send(outbox).got


# Trying again


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
    assert told.message == "The mail server could not be reached for five days, so this email was given up."
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


# Clocks that jump


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


# What a person does


def test_a_cancelled_mail_is_not_sent_and_leaves_nothing(outbox):
    queued_id = queued(outbox)

    cancel(outbox, queued_id)

    row = row_of(outbox, queued_id)
    assert not send(outbox).got
    assert (row.payload, row.given, row.label, row.said) == (None, None, None, None)
    assert mail(outbox, queued_id).message == "Cancelled. It was not sent."


@pytest.mark.parametrize(
    ("outcome", "why"), [(SENT, "it has been sent"), (UNCLEAR, "it has probably been sent")], ids=["sent", "unclear"]
)
def test_what_has_gone_cannot_be_taken_back(outbox, outcome, why):
    queued_id = queued(outbox)
    send(outbox, outcome)

    with pytest.raises(NoSuchMail, match=why):
        cancel(outbox, queued_id)
    with pytest.raises(NoSuchMail, match=why):
        retry(outbox, queued_id)


def test_what_is_being_sent_cannot_be_taken_back(outbox):
    queued_id = queued(outbox)
    claim(outbox, outbox.seal)

    with pytest.raises(NoSuchMail, match="right now"):
        cancel(outbox, queued_id)


def test_a_mail_that_a_patient_has_is_sent_and_in_the_register(outbox):
    queued_id = queued(outbox)
    send(outbox, UNCLEAR)

    confirm_arrived(outbox, outbox.seal, queued_id)

    assert state_of(outbox, queued_id) is MailState.SENT
    assert row_of(outbox, queued_id).payload is None
    assert len(given_away(outbox)) == 1


def test_a_mail_that_did_not_arrive_goes_again_as_the_same_message(outbox):
    queued_id = queued(outbox)
    first = send(outbox, UNCLEAR)

    confirm_lost(outbox, queued_id)

    assert send(outbox).got == first.got
    assert len(given_away(outbox)) == 1


def test_only_a_mail_in_doubt_can_be_confirmed(outbox):
    queued_id = queued(outbox)

    with pytest.raises(NoSuchMail, match="waiting to be sent"):
        confirm_arrived(outbox, outbox.seal, queued_id)
    with pytest.raises(NoSuchMail, match="no such email"):
        confirm_lost(outbox, "nowhere")


# Seeing


def test_mails_are_listed_by_state_newest_first(outbox):
    first, second, third = (queued(outbox) for _ in range(3))
    cancel(outbox, second)

    assert [each.id for each in mails(outbox)] == [third, second, first]
    assert [each.id for each in mails(outbox, MailState.QUEUED)] == [third, first]
    assert set(ids(outbox)) == {first, second, third}


def test_an_address_last_used_for_another_reference_is_known_even_when_it_is_erased(outbox):
    seal = outbox.seal
    queued(outbox, a_letter(reference="A1", address=ADDRESS.title()))
    send(outbox)
    with writing(outbox.engine) as connection:
        connection.execute(update(table).values(label=None))

    assert was_for_another(outbox, seal, ADDRESS.upper(), "B2")
    assert not was_for_another(outbox, seal, ADDRESS, "A1")
    assert not was_for_another(outbox, seal, "someone.else@example.org", "B2")


def test_nothing_in_the_tables_can_be_read_without_the_key(outbox):
    queued_id = queued(outbox)

    shown = json.dumps(row_of(outbox, queued_id)._asdict(), default=repr)

    assert "canary" not in shown.casefold()
    assert "Here it is" not in shown
