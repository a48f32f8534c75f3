"""What becomes of a mail, and what a person sees of it and may do with it."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from leaflet_app.delivery.outbox.change import cancel, confirm_arrived, confirm_lost, retry
from leaflet_app.delivery.outbox.claim import claim
from leaflet_app.delivery.outbox.queueing import put
from leaflet_app.delivery.outbox.read import mail, mails, waiting, was_for_another
from leaflet_app.delivery.outbox.recover import recover
from leaflet_app.delivery.records.database import writing
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.domain.errors import MailRefused, NoSuchMail, RecordsUnusable
from leaflet_app.domain.mail import MailState, Stage
from tests.records.asking import given_away, ids, row_of, send, state_of
from tests.records.letters import (
    ADDRESS,
    BUSY,
    NO_ANSWER,
    QUEUED_AT,
    REFUSED,
    SENT,
    UNCLEAR,
    UNDO,
    WRONG_PASSWORD,
    a_given,
    a_letter,
    an_outbox,
    queued,
)


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
        with pytest.raises(MailRefused, match="another key"):
            queued(other)
    else:
        assert queued(other)


def test_a_mail_of_another_key_is_told_and_left_alone(outbox, engine, clock):
    queued_id = queued(outbox)
    other = an_outbox(engine, clock, desk="back", key=b"x" * 32)

    assert not send(other).got
    assert mail(other, queued_id).message == "Another desk sealed this email, and this desk cannot open it."
    assert mail(other, queued_id).address == ""


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
    assert not send(outbox).got
    outbox.now.passes(minutes=2)
    assert len(send(outbox).got) == 3


def test_a_wrong_password_is_not_tried_with_the_next_mail_at_once(outbox, clock):
    first, second = queued(outbox), queued(outbox)

    send(outbox, WRONG_PASSWORD)
    clock.passes(minutes=9)

    assert not send(outbox).got
    assert [state_of(outbox, each) for each in (first, second)] == [MailState.FAILED, MailState.QUEUED]
    clock.passes(minutes=1)
    assert len(send(outbox).got) == 1


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


def test_a_mail_tells_where_its_last_try_ended(outbox, clock):
    queued_id = queued(outbox)
    stages = [mail(outbox, queued_id).last_stage]
    for outcome in (NO_ANSWER, REFUSED):
        send(outbox, outcome)
        stages.append(mail(outbox, queued_id).last_stage)
        clock.passes(hours=2)

    assert stages == [None, Stage.CONNECT, Stage.RECIPIENT]


@pytest.mark.parametrize("column", ["payload", "label", "given"])
def test_a_mail_that_was_tampered_with_is_not_sent(outbox, column):
    first, second = queued(outbox), queued(outbox)
    another = getattr(row_of(outbox, second), column)
    with writing(outbox.engine) as connection:
        connection.execute(update(table).where(table.c.id == first).values({column: another}))

    server = send(outbox)

    assert len(server.got) == 1
    assert state_of(outbox, first) is MailState.FAILED
    assert state_of(outbox, second) is MailState.SENT


def test_a_cancelled_mail_is_not_sent_and_leaves_nothing(outbox):
    queued_id = queued(outbox)

    cancel(outbox, queued_id)

    row = row_of(outbox, queued_id)
    assert not send(outbox).got
    assert (row.payload, row.given, row.label, row.said) == (None, None, None, None)
    assert mail(outbox, queued_id).message == "Removed. It was not sent."


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


def test_mails_are_listed_by_state_newest_first(outbox):
    first, second, third = (queued(outbox) for _ in range(3))
    cancel(outbox, second)

    assert [each.id for each in mails(outbox)] == [third, second, first]
    assert [each.id for each in mails(outbox, MailState.QUEUED)] == [third, first]
    assert set(ids(outbox)) == {first, second, third}


def test_a_mail_that_is_over_is_listed_for_a_day(outbox, clock):
    sent, failed = queued(outbox), queued(outbox)
    send(outbox, SENT, REFUSED)
    clock.passes(hours=23)
    assert [each.id for each in mails(outbox)] == [failed, sent]

    clock.passes(hours=2)

    assert [each.id for each in mails(outbox)] == [failed]


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


@pytest.mark.parametrize("damage", [{"state": "flying"}, {"topics": "[half"}])
def test_a_damaged_row_is_told_in_words(outbox, damage):
    queued(outbox)
    with writing(outbox.engine) as connection:
        connection.execute(table.update().values(**damage))

    with pytest.raises(RecordsUnusable, match="a line of their tables is damaged"):
        mails(outbox)
