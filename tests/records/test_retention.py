"""What need not be kept is gone, down to the bytes on the disk."""

import pytest
from sqlalchemy import func, select

from leaflet_app.delivery.outbox.change import cancel, retry
from leaflet_app.delivery.outbox.queueing import put
from leaflet_app.delivery.outbox.read import mail, was_for_another
from leaflet_app.delivery.outbox.sending import send_what_is_due
from leaflet_app.delivery.outbox.tidy import tidy
from leaflet_app.delivery.records.database import opened, reading
from leaflet_app.delivery.records.tables import attempts
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.domain.errors import NoSuchMail
from leaflet_app.domain.mail import MailState
from tests.records.asking import ids
from tests.records.letters import ADDRESS, REFUSED, SENT, UNCLEAR, Clock, Server, a_letter, an_outbox, queued

SEALED = ("payload", "given", "label", "said")
BODY = b"%PDF " + b"Ada Canary has an insulinoma. " * 300


def send(outbox, outcome):
    list(send_what_is_due(outbox, outbox.seal, Server([outcome])))


def pass_days(outbox, days):
    """Let days pass in which the outbox is tidied as in daily use."""
    while days > 0:
        step = min(days, 30)
        outbox.now.passes(days=step)
        tidy(outbox)
        days -= step


def on_disk(home) -> bytes:
    """Return every byte of every file that the records write."""
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def pieces(outbox, mail_id) -> list[bytes]:
    """Return a piece of each sealed part of a mail, as it lies on the disk."""
    with reading(outbox.engine) as connection:
        row = connection.execute(select(table).where(table.c.id == mail_id)).one()
    return [sealed[12:40] for sealed in (getattr(row, column) for column in SEALED) if sealed]


def test_no_word_of_a_mail_is_on_the_disk_at_any_time(home):
    with opened(home) as engine:
        outbox = an_outbox(engine, Clock())
        put(outbox, outbox.seal, a_letter(), BODY)
        assert b"anary" not in on_disk(home)
        outbox.now.passes(seconds=31)
        send(outbox, UNCLEAR)
        assert b"anary" not in on_disk(home)
    assert b"anary" not in on_disk(home)


@pytest.mark.parametrize(("outcome", "days"), [(SENT, 1.1), (REFUSED, 7.1)], ids=["sent", "failed"])
def test_what_was_sealed_is_gone_from_every_file(home, outcome, days):
    with opened(home) as engine:
        outbox = an_outbox(engine, Clock())
        tidy(outbox)
        mail_id = put(outbox, outbox.seal, a_letter(), BODY)
        outbox.now.passes(seconds=31)
        sealed = pieces(outbox, mail_id)
        send(outbox, outcome)
        sealed += pieces(outbox, mail_id)
        assert len(sealed) >= 5
        assert any(piece in on_disk(home) for piece in sealed)

        outbox.now.passes(days=days)
        tidy(outbox)

        assert not any(piece in on_disk(home) for piece in sealed)


def test_a_cancelled_mail_is_gone_at_once(home):
    with opened(home) as engine:
        outbox = an_outbox(engine, Clock())
        mail_id = put(outbox, outbox.seal, a_letter(), BODY)
        sealed = pieces(outbox, mail_id)

        cancel(outbox, mail_id)
        tidy(outbox)

        assert not any(piece in on_disk(home) for piece in sealed)


def test_the_address_of_a_sent_mail_can_be_seen_for_a_day_and_warns_for_longer(outbox, clock):
    mail_id = queued(outbox)
    send(outbox, SENT)
    tidy(outbox)
    assert mail(outbox, mail_id).address == ADDRESS

    clock.passes(days=1.1)
    tidy(outbox)

    assert mail(outbox, mail_id).address == ""
    assert was_for_another(outbox, outbox.seal, ADDRESS, "another")


def test_a_failed_mail_can_be_sent_again_for_a_week(outbox, clock):
    mail_id = queued(outbox)
    send(outbox, REFUSED)

    clock.passes(days=6.9)
    tidy(outbox)
    retry(outbox, mail_id)
    send(outbox, REFUSED)
    clock.passes(days=7.1)
    tidy(outbox)

    assert ids(outbox) == ()
    with reading(outbox.engine) as connection:
        assert connection.execute(select(func.count()).select_from(attempts)).scalar_one() == 0
    with pytest.raises(NoSuchMail):
        retry(outbox, mail_id)


def test_what_waits_or_asks_is_never_tidied_away(outbox):
    in_doubt = queued(outbox)
    send(outbox, UNCLEAR)
    waits = queued(outbox)

    pass_days(outbox, 4000)

    assert mail(outbox, in_doubt).state is MailState.UNCONFIRMED
    assert mail(outbox, waits).state is MailState.QUEUED
    assert mail(outbox, in_doubt).address == ADDRESS


def test_traces_of_a_sent_mail_go_with_the_register(outbox):
    queued(outbox)
    send(outbox, SENT)

    pass_days(outbox, 3653)

    assert ids(outbox) == ()


def test_a_clock_that_was_wrong_keeps_nothing_for_ever(outbox, clock):
    clock.passes(days=3000)
    mail_id = queued(outbox)
    send(outbox, SENT)
    clock.passes(days=-3000)

    tidy(outbox)
    pass_days(outbox, 7)
    pass_days(outbox, 1.1)

    assert mail(outbox, mail_id).address == ""
