"""How a mail stands, in words that tell a person what to do."""

from datetime import timedelta

import pytest

from leaflet_app.domain.mail import MailState, Stage, Verdict
from leaflet_app.domain.outbox_words import NAMES, Try, at, standing, told_try
from tests.records.letters import QUEUED_AT

SAID = ("The mail server is busy.", "Wait.")


def said_of(state, *, due_in=0, said=None, ended_at=None):
    due = QUEUED_AT + timedelta(seconds=due_in)
    return standing(state, due=due, ended_at=ended_at, said=said, now=QUEUED_AT)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "Waiting: it leaves in 20 seconds."),
        (1, "Waiting: it leaves in 1 second."),
        (180, "Waiting: it leaves in 3 minutes."),
        (0, "Waiting: it leaves as soon as the mail server is reached."),
        (-60, "Waiting: it leaves as soon as the mail server is reached."),
    ],
)
def test_a_waiting_mail_says_when_it_leaves(seconds, words):
    assert said_of(MailState.QUEUED, due_in=seconds)[0] == words


def test_a_mail_that_met_a_busy_server_says_what_it_met_and_when_it_goes_again():
    again = f"{QUEUED_AT.astimezone() + timedelta(minutes=10):%H:%M}"

    message, remedy = said_of(MailState.QUEUED, due_in=600, said=SAID)

    assert message == f"The mail server is busy. It is tried again at {again}."
    assert remedy == "There is nothing to do. Cancel it if it should not go."


def test_a_failed_mail_says_why_and_what_to_do():
    assert said_of(MailState.FAILED, said=SAID) == SAID
    assert said_of(MailState.FAILED) == ("It could not be sent.", "Check the address, then try again.")


@pytest.mark.parametrize("state", MailState)
def test_every_state_has_a_name_and_a_sentence(state):
    assert NAMES[state]
    assert said_of(state)[0].endswith(".")


def test_a_time_of_another_day_names_the_day():
    local = QUEUED_AT.astimezone()

    assert at(QUEUED_AT, QUEUED_AT) == f"at {local:%H:%M}"
    assert at(QUEUED_AT, QUEUED_AT + timedelta(days=3)) == f"on {local.day} November at {local:%H:%M}"


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_try_is_told(verdict, stage):
    told = told_try(Try(QUEUED_AT, verdict, stage, 451), QUEUED_AT)

    assert told.startswith("At ")
    assert told.endswith("(451).")
