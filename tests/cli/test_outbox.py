"""The outbox from the command line."""

import json

import pytest
from click.testing import CliRunner

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.domain.written_key import read_key
from leaflet_app.services.outbox import mails, queue, send_due
from leaflet_app.services.settings import change
from tests.fakes import a_desk
from tests.records.letters import ADDRESS, REFUSED, UNCLEAR, Clock, Server, a_letter


@pytest.fixture
def desk(home):
    """Return a desk whose clock stands in the test's hand."""
    desk = a_desk(home=home)
    desk.now = Clock()
    return desk


@pytest.fixture
def run_on(desk):
    """Return the outbox's commands as a function; `typed` stands in standard input."""

    def run(*arguments, typed=None):
        doors = Doors(lambda: desk, lambda: None)
        return CliRunner().invoke(command, ("outbox", *arguments), obj=doors, input=typed, prog_name="leaflet-app")

    return run


def queued(desk, *outcomes):
    """Queue a letter and have it tried with these outcomes; return its number."""
    mail = queue(desk, a_letter())
    for outcome in outcomes:
        desk.now.passes(hours=2)
        send_due(desk, hand_over=Server([outcome]))
    return mail.id


def test_an_empty_outbox_says_so(run_on):
    assert run_on("list").output == "No emails.\n"


def test_each_mail_is_listed_with_how_it_stands_and_what_to_do(run_on, desk):
    number = queued(desk)

    assert run_on("list").output.splitlines() == [
        f"{number[:6]}  Waiting        {ADDRESS}  CL-7K3M9Q-4F  insulinoma  4 pages",
        "        Waiting: it leaves in 30 seconds.",
        "        Cancel it if it should not go.",
        "",
        "1 email, none for you to look at.",
    ]


def test_a_list_can_be_of_some_states_only(run_on, desk):
    failed, _waiting = queued(desk, REFUSED), queued(desk)

    lines = run_on("list", "--state", "failed", "--state", "unconfirmed").output.splitlines()

    assert lines[0].startswith(f"{failed[:6]}  Not sent")
    assert lines[-1] == "1 email, 1 for you to look at."


def test_programs_get_one_record_a_mail(run_on, desk):
    number = queued(desk, REFUSED)

    (record,) = json.loads(run_on("list", "--json").output)

    assert (record["id"], record["state"], record["remedy"]) == (number, "failed", REFUSED.remedy)


def test_with_no_mail_server_the_reason_is_told_and_mails_wait(run_on, desk):
    queued(desk)
    desk.now.passes(seconds=31)

    result = run_on("send")

    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        2,
        "The email cannot be sent: no mail server is set up.",
    )
    assert len(mails(desk)) == 1


def test_sending_what_is_not_due_sends_nothing(run_on, desk):
    queued(desk)

    assert run_on("send").output == "Sent 0 emails. 1 email still in the outbox.\n"


def test_a_mail_that_meets_no_server_waits_for_its_next_try(run_on, desk):
    change(desk, "mail.server", "localhost")
    change(desk, "mail.port", "1")
    change(desk, "mail.sign_in", "none")
    number = queued(desk)
    desk.now.passes(seconds=31)

    result = run_on("send", "--wait")

    assert result.output.startswith(f"{number[:6]}  Waiting ")
    assert result.output.endswith("Sent 0 emails. 1 email still in the outbox.\n")
    assert result.exit_code == 0


def test_a_mail_is_cancelled_by_the_beginning_of_its_number(run_on, desk):
    number = queued(desk)

    assert run_on("cancel", number[:6]).output == "Removed. It was not sent.\n"
    assert mails(desk)[0].address == ""
    assert run_on("cancel", number[:6]).exit_code == 2


def test_a_failed_mail_is_tried_again(run_on, desk):
    number = queued(desk, REFUSED)

    run_on("retry", number[:6])

    assert send_due(desk, hand_over=Server()) == 1


@pytest.mark.parametrize(("said", "state"), [("--arrived", "sent"), ("--not-arrived", "queued")])
def test_a_mail_in_doubt_is_confirmed(run_on, desk, said, state):
    number = queued(desk, UNCLEAR)

    run_on("confirm", number, said)

    assert [mail.state.value for mail in mails(desk)] == [state]


def test_a_key_shown_at_one_desk_is_entered_at_another(run_on, desk):
    shown = run_on("key", "--show").stdout

    assert run_on("key", "--enter", typed=shown.lower()).output == "The key is in the keyring.\n"
    assert read_key(shown) == read_key(desk.tools.secrets.read("outbox key"))


def test_a_mistyped_key_is_refused_and_not_repeated(run_on):
    shown = run_on("key", "--show").stdout
    mistyped = ("A" if shown[0] != "A" else "B") + shown[1:]

    result = run_on("key", "--enter", typed=mistyped)

    assert result.exit_code == 2
    assert shown[2:12] not in result.output


def test_a_new_key_is_made_only_when_a_person_agrees(run_on, desk):
    shown = run_on("key", "--show").stdout

    run_on("key", "--new", typed="n\n")
    assert run_on("key", "--show").stdout == shown
    run_on("key", "--new", typed="y\n")
    assert run_on("key", "--show").stdout != shown


def test_a_key_wants_to_know_what_to_do(run_on):
    assert run_on("key").exit_code == 2
