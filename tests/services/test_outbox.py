"""The outbox as a person at a desk uses it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from email import message_from_bytes
from threading import Barrier, Event, Thread, local

import pytest

from leaflet_app.delivery.turn import turn_if_free
from leaflet_app.domain.errors import MailRefused, NoSuchMail
from leaflet_app.domain.mail import MailState
from leaflet_app.services import outbox, outbox_key
from leaflet_app.services.outbox import (
    cancel,
    confirm,
    mail_called,
    mails,
    queue,
    retry,
    send_all,
    send_due,
    tidy,
    waiting,
    warn_of_address,
)
from leaflet_app.services.records import records
from leaflet_app.services.register_reading import find
from leaflet_app.services.settings import change, load
from tests.fakes import FakeSecrets, FakeTools, NoSecrets, a_desk
from tests.records.letters import ADDRESS, NO_ANSWER, REFERENCE, REFUSED, SENT, UNCLEAR, Clock, Server, a_letter


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(home, clock):
    """Return a desk whose keyring is open and whose clock stands in the test's hand."""
    desk = a_desk(home=home)
    desk.now = clock
    return desk


def queued(desk, **changes):
    """Queue a letter and let its time to undo pass."""
    mail = queue(desk, a_letter(**changes))
    desk.now.passes(seconds=31)
    return mail


def test_a_letter_waits_in_the_outbox_until_it_is_sent(desk, clock):
    letter = a_letter()
    server = Server()

    assert queue(desk, letter).state is MailState.QUEUED
    assert (waiting(desk), send_due(desk, hand_over=server)) == (1, 0)
    clock.passes(seconds=30)

    assert send_due(desk, hand_over=server) == 1
    assert waiting(desk) == 0
    message = message_from_bytes(server.got[0][2])
    assert (message["To"], message["Message-ID"]) == (ADDRESS, letter.message_id)


def test_each_mail_is_told_as_it_stands_after_its_try(desk):
    queued(desk)
    told = []

    send_due(desk, told.append, Server([REFUSED]))

    assert [(mail.state, mail.message) for mail in told] == [(MailState.FAILED, REFUSED.message)]


def test_the_time_to_undo_is_a_setting(desk, clock):
    change(desk, "outbox.undo_seconds", "5")

    assert queue(desk, a_letter()).due == clock() + timedelta(seconds=5)


def test_an_outbox_that_nothing_was_put_into_makes_no_file(desk, home):
    assert (mails(desk), waiting(desk), send_due(desk), outbox.seconds_to_next(desk)) == ((), 0, 0, None)
    assert warn_of_address(desk, ADDRESS, "A1") == ""
    tidy(desk)

    assert not list(home.iterdir())


def test_without_a_keyring_nothing_is_kept_and_a_draft_is_advised(home):
    desk = a_desk(home=home, tools=FakeTools(secrets=NoSecrets()))

    with pytest.raises(MailRefused, match="draft"):
        queue(desk, a_letter())

    assert not list(home.iterdir())


def test_with_the_keyring_gone_mails_are_seen_but_not_sent(desk):
    mail = queued(desk)
    desk.tools = FakeTools(secrets=NoSecrets())

    with pytest.raises(MailRefused, match="Unlock the keyring"):
        send_due(desk, hand_over=Server())

    assert [(each.id, each.address) for each in mails(desk)] == [(mail.id, "")]
    cancel(desk, mail.id)
    assert waiting(desk) == 0


def test_with_no_mail_server_set_up_mails_wait(desk):
    queued(desk)

    with pytest.raises(MailRefused, match="no mail server"):
        send_due(desk)

    assert waiting(desk) == 1


def test_with_no_password_in_the_keyring_mails_wait(desk):
    change(desk, "mail.server", "mail.example.org")
    change(desk, "mail.user", "desk")
    queued(desk)

    with pytest.raises(MailRefused, match="password"):
        send_due(desk)

    assert waiting(desk) == 1


def test_while_another_program_of_this_desk_sends_this_one_does_nothing(desk, home):
    queued(desk)

    with turn_if_free(home / outbox.LOCK) as is_free:
        assert is_free
        assert send_due(desk, hand_over=Server()) == 0
    assert send_due(desk, hand_over=Server()) == 1


def test_a_desk_can_be_asked_while_a_mail_is_on_its_way(desk):
    queued(desk)
    begun, go_on = Event(), Event()

    def wait():
        begun.set()
        assert go_on.wait(30)

    with ExitStack() as stack:
        sending = Thread(target=send_due, args=(desk,), kwargs={"hand_over": Server(meanwhile=wait)})
        stack.callback(sending.join)
        stack.callback(go_on.set)
        sending.start()
        assert begun.wait(30)

        assert mails(desk)[0].message == "It is being sent now."
        assert send_due(desk, hand_over=Server()) == 0
        assert queue(desk, a_letter()).state is MailState.QUEUED
    assert len(mails(desk, MailState.SENT)) == 1


def test_a_window_that_closes_begins_no_other_mail(desk):
    for _ in range(3):
        queued(desk)
    told = []

    assert send_due(desk, told.append, Server(), stops=lambda: len(told) == 2) == 2
    assert waiting(desk) == 1


def test_waiting_for_all_waits_for_what_may_still_be_undone(desk, clock):
    queue(desk, a_letter())
    clock.passes(seconds=10)
    queue(desk, a_letter())
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        clock.passes(seconds=seconds)

    assert send_all(desk, pause=pause, hand_over=Server()) == 2
    assert pauses == [20, 10]


def test_waiting_for_all_ends_where_the_server_is_gone(desk):
    queued(desk)
    queued(desk)

    assert send_all(desk, pause=pytest.fail, hand_over=Server([NO_ANSWER])) == 0
    assert waiting(desk) == 2


def test_a_person_decides_what_becomes_of_a_mail_in_doubt(desk):
    first, second = queued(desk), queued(desk)
    send_due(desk, hand_over=Server([UNCLEAR]))

    confirm(desk, first.id, arrived=True)
    confirm(desk, second.id, arrived=False)

    assert {each.id: each.state for each in mails(desk)} == {first.id: MailState.SENT, second.id: MailState.QUEUED}


def test_a_cancelled_mail_leaves_nothing_on_the_disk_though_another_program_looks_on(desk, home):
    with records(desk) as engine, engine.connect() as looking:
        mail = queue(desk, a_letter())
        payload = looking.exec_driver_sql("SELECT payload FROM outbox").scalar_one()
        looking.rollback()
        assert payload[:40] in on_disk(home)

        cancel(desk, mail.id)

        assert payload[:40] not in on_disk(home)


def on_disk(home) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_what_a_crash_left_is_settled_before_anything_is_sent(desk):
    queued(desk)

    def crash(_sender, _address, _message, before_last_dot):
        before_last_dot()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        send_due(desk, hand_over=crash)

    assert send_due(desk, hand_over=Server()) == 0
    assert [mail.state for mail in mails(desk)] == [MailState.UNCONFIRMED]


def test_a_failed_mail_can_be_tried_again(desk):
    mail = queued(desk)
    send_due(desk, hand_over=Server([REFUSED]))

    retry(desk, mail.id)

    assert send_due(desk, hand_over=Server([SENT])) == 1


def test_a_mail_is_found_by_the_beginning_of_its_number(desk):
    mail = queued(desk)

    assert mail_called(desk, f" {mail.id[:6].upper()} ") == mails(desk)[0]
    for strange in ("", "zz", mail.id + "0"):
        with pytest.raises(NoSuchMail):
            mail_called(desk, strange)


def test_the_beginning_of_two_numbers_is_refused(desk):
    for _ in range(17):
        queue(desk, a_letter())
    begins = [mail.id[0] for mail in mails(desk)]
    twice = next(letter for letter in begins if begins.count(letter) > 1)

    with pytest.raises(NoSuchMail, match="more than one"):
        mail_called(desk, twice)


def test_an_address_last_used_for_another_reference_is_warned_of(desk):
    queued(desk)

    assert "another patient's reference" in warn_of_address(desk, ADDRESS, "B2")
    assert warn_of_address(desk, ADDRESS, REFERENCE) == ""
    assert warn_of_address(desk, ADDRESS, "") == ""


def test_tidying_forgets_in_outbox_and_register_what_is_old(desk, clock):
    queued(desk)
    send_due(desk, hand_over=Server())
    assert find(desk).entries

    clock.passes(days=load(desk).register.keep_days + 1)
    tidy(desk)
    clock.passes(days=7)
    tidy(desk)

    assert not find(desk).entries
    assert mails(desk) == ()


def test_a_desk_that_enters_the_key_of_another_opens_its_mails(desk, clock):
    queued(desk)
    other = a_desk(home=desk.home)
    other.now = clock
    assert mails(other)[0].address == ""

    outbox_key.enter_key(other, outbox_key.shown_key(desk).lower())

    assert mails(other)[0].address == ADDRESS
    assert send_due(other, hand_over=Server()) == 1


def test_a_new_key_leaves_what_was_sealed_with_the_old_one_to_be_cancelled(desk):
    mail = queued(desk)

    outbox_key.agree_anew(desk)

    assert send_due(desk, hand_over=Server()) == 0
    cancel(desk, mail.id)
    queued(desk)
    assert send_due(desk, hand_over=Server()) == 1


def test_a_keyring_that_holds_no_key_of_ours_stops_a_mail_with_what_to_do(desk):
    desk.tools.secrets.keep(outbox_key.NAME, "MISTYPED")

    with pytest.raises(MailRefused, match=r"no key of the outbox.*--enter"):
        queue(desk, a_letter())
    assert mails(desk) == ()


class EmptyAtFirst(FakeSecrets):
    """A keyring that two programs find empty before either keeps anything in it."""

    def __init__(self):
        super().__init__()
        self.made, self._first, self._both = 0, local(), Barrier(2, timeout=10)

    def read(self, name):
        if not hasattr(self._first, "looked"):
            self._first.looked = True
            self._both.wait()
            return None
        return super().read(name)

    def keep(self, name, secret):
        self.made += 1
        super().keep(name, secret)


def test_two_programs_that_begin_at_once_make_one_key(home):
    secrets = EmptyAtFirst()
    desks = [a_desk(home=home, tools=FakeTools(secrets=secrets)) for _ in range(2)]
    with ThreadPoolExecutor(2) as programs:
        one, other = programs.map(outbox_key.shown_key, desks)

    assert one == other == secrets.kept[outbox_key.NAME]
    assert secrets.made == 1
