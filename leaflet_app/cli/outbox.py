"""See the outbox and work with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.outbox_key import key
from leaflet_app.domain.counted import counted
from leaflet_app.domain.mail import Mail, MailState
from leaflet_app.domain.outbox_words import NAMES
from leaflet_app.services.outbox import cancel, confirm, mail_called, mails, retry, send_all, send_due, tidy, waiting

SHORTEST = 6
"""Letters of a mail's number that are shown at least."""

WANTED = 2
"""How the command ends when an email wants a person."""

WANT_A_PERSON = {MailState.FAILED, MailState.UNCONFIRMED}

EPILOG = """\b
Examples:
  leaflet-app outbox list
  leaflet-app outbox list --state failed --state unconfirmed
  leaflet-app outbox send --wait
  leaflet-app outbox retry 3f9a1c
  leaflet-app outbox confirm 3f9a1c --arrived
"""

_number = click.argument("number", metavar="NUMBER")


@click.group(epilog=EPILOG)
def outbox() -> None:
    """See the emails that wait, and send, cancel or try them again."""


outbox.add_command(key)


@outbox.command("list")
@click.option(
    "--state", "states", multiple=True, type=click.Choice([each.value for each in MailState]), help="Only those."
)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs to read.")
@click.pass_obj
def list_mails(doors: Doors, states: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """List the emails, newest first: how each stands, and what to do."""
    found = mails(doors.open_desk(), *map(MailState, states))
    if as_json:
        click.echo(json.dumps([*map(_described, found)], ensure_ascii=False, indent=2))
        return
    for line in _listed(found):
        click.echo(line)
    click.echo(_counted(found))


@outbox.command()
@click.option(
    "--wait", "waits", is_flag=True, help="Stay until every email has had its time to undo and its first try."
)
@click.pass_obj
def send(doors: Doors, waits: bool) -> None:  # noqa: FBT001
    """Send the emails that are due.

    An email is due when its time to undo is over; one that met a busy server waits for its next try. Exits 2 where an
    email wants a person, else 0. A script that queues an email runs this with --wait.
    """
    desk = doors.open_desk()
    tried: list[Mail] = []

    def told(mail: Mail) -> None:
        tried.append(mail)
        for line in _told(mail, SHORTEST):
            click.echo(line)

    sent = send_all(desk, told) if waits else send_due(desk, told)
    tidy(desk)
    click.echo(f"Sent {counted(sent, 'email')}. {_still(waiting(desk))}")
    if any(mail.state in WANT_A_PERSON for mail in tried):
        raise click.exceptions.Exit(WANTED)


@outbox.command("retry")
@_number
@click.pass_obj
def retry_mail(doors: Doors, number: str) -> None:
    """Try an email that waits or failed again at once, with the next “leaflet-app outbox send”."""
    desk = doors.open_desk()
    retry(desk, mail_called(desk, number).id)
    click.echo("It goes with the next “leaflet-app outbox send”, or from the window.")


@outbox.command("cancel")
@_number
@click.pass_obj
def cancel_mail(doors: Doors, number: str) -> None:
    """Take back an email that waits or failed. What was in it is erased."""
    desk = doors.open_desk()
    cancel(desk, mail_called(desk, number).id)
    click.echo("Removed. It was not sent.")


@outbox.command("confirm")
@_number
@click.option("--arrived/--not-arrived", "arrived", required=True, help="Whether the patient has it.")
@click.pass_obj
def confirm_mail(doors: Doors, number: str, arrived: bool) -> None:  # noqa: FBT001
    """Say whether an email arrived that was probably sent. One that did not is sent again, as the same message."""
    desk = doors.open_desk()
    confirm(desk, mail_called(desk, number).id, arrived=arrived)
    click.echo("Noted as sent." if arrived else "It goes again with the next “leaflet-app outbox send”.")


def _listed(found: Sequence[Mail]) -> Iterator[str]:
    length = _telling_length([mail.id for mail in found])
    for mail in found:
        yield from _told(mail, length)
        yield ""


def _telling_length(numbers: list[str]) -> int:
    """Return how much of each number tells it from the others."""
    lengths = range(SHORTEST, 33)
    return next((length for length in lengths if len({each[:length] for each in numbers}) == len(numbers)), 32)


def _told(mail: Mail, length: int) -> Iterator[str]:
    """Yield a mail as a person reads it: what it is, how it stands, what to do, and what was tried."""
    about = (mail.address, mail.passport, ", ".join(mail.topics), counted(mail.pages, "page"))
    yield f"{mail.id[:length]}  {NAMES[mail.state]:<13}  {'  '.join(each for each in about if each)}"
    for line in (mail.message, mail.remedy, *mail.history):
        if line:
            yield f"{' ' * length}  {line}"


def _counted(found: Sequence[Mail]) -> str:
    if not found:
        return "No emails."
    wanting = sum(mail.state in WANT_A_PERSON for mail in found)
    return f"{counted(len(found), 'email')}, {wanting or 'none'} for you to look at."


def _still(count: int) -> str:
    return f"{counted(count, 'email')} still in the outbox." if count else "The outbox is empty."


def _described(mail: Mail) -> dict[str, object]:
    return {
        "id": mail.id,
        "state": mail.state.value,
        "queued_at": mail.queued_at.isoformat(),
        "due": mail.due.isoformat(),
        "attempts": mail.attempts,
        "passport": mail.passport,
        "topics": list(mail.topics),
        "pages": mail.pages,
        "is_protected": mail.is_protected,
        "address": mail.address,
        "message": mail.message,
        "remedy": mail.remedy,
        "history": list(mail.history),
    }
