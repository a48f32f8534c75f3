"""Two desks of a practice share one outbox by PostgreSQL, as their settings say."""

from datetime import timedelta

import pytest

from leaflet_app.domain.errors import MailRefused, RecordsUnusable
from leaflet_app.domain.mail import MailState
from leaflet_app.services.outbox import cancel, mails, queue, send_due, waiting
from leaflet_app.services.outbox_key import enter_key, shown_key
from leaflet_app.services.settings import change
from tests.fakes import FakeSecrets, FakeTools, a_desk
from tests.records.cluster import emptied
from tests.records.letters import ADDRESS, Server, a_letter


@pytest.fixture
def desk_called(cluster, tmp_path):
    """Return a function that makes desks, each with a folder and a keyring of its own and mails that leave at once."""
    address = emptied(cluster)

    def make(name):
        home = tmp_path / name
        home.mkdir()
        desk = a_desk(home=home, tools=FakeTools(secrets=FakeSecrets()))
        change(desk, "records.address", address)
        change(desk, "outbox.undo_seconds", "0")
        return desk

    return make


def test_any_desk_sends_what_another_queued(desk_called):
    front, back = desk_called("front"), desk_called("back")
    enter_key(back, shown_key(front))
    server = Server()

    queue(front, a_letter())

    assert [mail.address for mail in mails(back)] == [ADDRESS]
    assert send_due(back, hand_over=server) == 1
    assert send_due(front, hand_over=server) == 0
    assert [mail.state for mail in mails(front)] == [MailState.SENT]


def test_a_desk_without_the_key_is_told_before_it_queues_what_no_other_could_send(desk_called):
    front, back = desk_called("front"), desk_called("back")
    queue(front, a_letter())

    with pytest.raises(MailRefused, match="have another key"):
        queue(back, a_letter())

    assert send_due(back, hand_over=Server()) == 0
    enter_key(back, shown_key(front))
    assert queue(back, a_letter()).state is MailState.QUEUED
    assert waiting(front) == 2


def test_desks_go_by_the_clock_of_the_server(desk_called):
    front, back = desk_called("front"), desk_called("back")
    enter_key(back, shown_key(front))
    back.now = lambda: front.now() + timedelta(days=400)

    ours, theirs = queue(front, a_letter()), queue(back, a_letter())

    assert abs(theirs.due - ours.due) < timedelta(minutes=5)


def test_any_desk_takes_a_mail_back(desk_called):
    front, back = desk_called("front"), desk_called("back")
    mail = queue(front, a_letter())

    cancel(back, mail.id)

    assert send_due(front, hand_over=Server()) == 0


def test_a_server_that_is_gone_is_told_and_printing_goes_on(desk_called):
    front = desk_called("front")
    change(front, "records.address", "postgresql://leaflets@127.0.0.1:1/leaflets")

    for ask in (lambda: mails(front), lambda: queue(front, a_letter()), lambda: send_due(front, hand_over=Server())):
        with pytest.raises(RecordsUnusable, match="does not answer"):
            ask()
