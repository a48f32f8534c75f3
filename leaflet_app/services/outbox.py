"""The outbox as a person uses it: queue, see, send, cancel, try again, say whether it arrived."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from time import sleep
from typing import TYPE_CHECKING

from leaflet_app.domain.errors import MailRefused, NoKeyring, NoSuchMail
from leaflet_app.domain.mail import HandOver, Letter, Mail, MailState
from leaflet_app.domain.outbox_words import SAME_ADDRESS
from leaflet_app.domain.settings import MailSettings, SignIn
from leaflet_app.paths import make_private
from leaflet_app.services.desk import Desk
from leaflet_app.services.mail_server import refuse_without_server, secret_of
from leaflet_app.services.outbox_key import seal_of, seal_to_queue
from leaflet_app.services.records import has_records, records
from leaflet_app.services.settings import load

if TYPE_CHECKING:
    from leaflet_app.delivery.outbox.outbox import Outbox
    from leaflet_app.delivery.sealed import Seal

# Imports inside functions are late on purpose: SQLAlchemy takes 350 ms, and most starts send nothing.

LOCK = "outbox.lock"
LONGEST_PAUSE = 60
"""Seconds after which the clock is looked at again."""


def queue(desk: Desk, letter: Letter) -> Mail:
    """Put a letter into the outbox; it leaves when the time to undo is over. Raises MailRefused, RecordsUnusable."""
    from leaflet_app.delivery.mail.message import message_of  # noqa: PLC0415
    from leaflet_app.delivery.outbox.queueing import put  # noqa: PLC0415
    from leaflet_app.delivery.outbox.read import mail  # noqa: PLC0415

    message = message_of(letter)
    try:
        seal = seal_to_queue(desk)
    except NoKeyring as fault:
        raise MailRefused(
            "this computer has no keyring to keep it safe until it leaves",
            "Send it as a draft from your own mail program, or set up a keyring (on Linux, gnome-keyring or KWallet).",
        ) from fault
    with _outbox(desk, seal) as outbox:
        return mail(outbox, put(outbox, seal, letter, message))


def mails(desk: Desk, *states: MailState) -> tuple[Mail, ...]:
    """Return the mails of these states, or all where none is named, newest first. Raises RecordsUnusable.

    Mails that are over can be seen for a day; then the register knows of them.
    """
    if not has_records(desk):
        return ()
    from leaflet_app.delivery.outbox import read  # noqa: PLC0415

    with _outbox(desk) as outbox:
        return read.mails(outbox, *states)


def waiting(desk: Desk) -> int:
    """Count the mails that are on their way or want a person. Raises RecordsUnusable."""
    if not has_records(desk):
        return 0
    from leaflet_app.delivery.outbox import read  # noqa: PLC0415

    with _outbox(desk) as outbox:
        return read.waiting(outbox)


def seconds_to_next(desk: Desk) -> float | None:
    """Return how long the next mail can still be undone; None where there is none. Raises RecordsUnusable."""
    if not has_records(desk):
        return None
    from leaflet_app.delivery.outbox import read  # noqa: PLC0415

    with _outbox(desk) as outbox:
        due = read.next_due(outbox)
        return None if due is None else (due - outbox.now()).total_seconds()


def send_due(
    desk: Desk,
    told: Callable[[Mail], None] = lambda _mail: None,
    hand_over: HandOver | None = None,
    stops: Callable[[], bool] = lambda: False,
) -> int:
    """Send what is due and return how many went; `told` gets each as it stands after its try.

    Once `stops` says so, no other mail is begun. One program of a desk sends at a time: where another does, this one
    does nothing. Raises RecordsUnusable, MailRefused and NoKeyring; nothing is lost by any.
    """
    if not has_records(desk):
        return 0
    from leaflet_app.delivery.outbox import read  # noqa: PLC0415
    from leaflet_app.delivery.outbox import tidy as tidying  # noqa: PLC0415
    from leaflet_app.delivery.outbox.recover import recover  # noqa: PLC0415
    from leaflet_app.delivery.outbox.sending import send_what_is_due  # noqa: PLC0415

    tried: list[Mail] = []
    with contextlib.ExitStack() as stack:
        if not stack.enter_context(_turn(desk)):
            return 0
        outbox = stack.enter_context(_outbox(desk))
        recover(outbox)
        if not read.is_any_due(outbox):
            return 0
        for mail_id in send_what_is_due(outbox, _seal(outbox), hand_over or _by_smtp(desk, load(desk).mail)):
            tried.append(read.mail(outbox, mail_id))
            told(tried[-1])
            if stops():
                break
        tidying.tidy(outbox)
    return sum(mail.state is MailState.SENT for mail in tried)


def send_all(
    desk: Desk,
    told: Callable[[Mail], None] = lambda _mail: None,
    hand_over: HandOver | None = None,
    pause: Callable[[float], None] = sleep,
) -> int:
    """Send what is due, wait for mails whose time to undo is not over, and send those. Raises what `send_due` does."""
    sent = send_due(desk, told, hand_over)
    while (seconds := seconds_to_next(desk)) is not None and seconds > 0:
        pause(min(seconds, LONGEST_PAUSE))
        sent += send_due(desk, told, hand_over)
    return sent


def cancel(desk: Desk, mail_id: str) -> None:
    """Take back a mail that waits or failed, and erase what was in it. Raises NoSuchMail, RecordsUnusable."""
    from leaflet_app.delivery.outbox import change  # noqa: PLC0415
    from leaflet_app.delivery.records.database import empty_the_journal  # noqa: PLC0415

    with _outbox(desk) as outbox:
        change.cancel(outbox, mail_id)
        empty_the_journal(outbox.engine)


def retry(desk: Desk, mail_id: str) -> None:
    """Let a mail that waits or failed be tried at once. Raises NoSuchMail, RecordsUnusable."""
    from leaflet_app.delivery.outbox import change  # noqa: PLC0415

    with _outbox(desk) as outbox:
        change.retry(outbox, mail_id)


def confirm(desk: Desk, mail_id: str, *, arrived: bool) -> None:
    """Say whether an unconfirmed mail arrived; one that did not is sent again. Raises NoSuchMail, RecordsUnusable."""
    from leaflet_app.delivery.outbox import change  # noqa: PLC0415

    with _outbox(desk) as outbox:
        if not arrived:
            change.confirm_lost(outbox, mail_id)
            return
        change.confirm_arrived(outbox, _seal(outbox), mail_id)


def mail_called(desk: Desk, untrusted: str) -> Mail:
    """Return the one mail whose id begins like this. Raises NoSuchMail, RecordsUnusable."""
    begun = untrusted.strip().casefold()
    found = [each for each in mails(desk) if begun and each.id.startswith(begun)]
    if len(found) > 1:
        raise NoSuchMail("more than one email has a number that begins like this", "Type more of it.")
    if not found:
        raise NoSuchMail("the outbox has no email with this number")
    return found[0]


def warn_of_address(desk: Desk, address: str, reference: str) -> str:
    """Return a warning where an address was last used for another reference, or nothing. Raises RecordsUnusable."""
    if not reference or not has_records(desk):
        return ""
    from leaflet_app.delivery.outbox.read import was_for_another  # noqa: PLC0415

    with _outbox(desk) as outbox:
        if outbox.seal is None:
            return ""
        return SAME_ADDRESS if was_for_another(outbox, outbox.seal, address, reference) else ""


def tidy(desk: Desk) -> None:
    """Forget what neither outbox nor register need keep any longer. Raises RecordsUnusable, CannotSave."""
    from leaflet_app.services.register_reading import forget_old  # noqa: PLC0415

    forget_old(desk)  # first: the journal may wait where no outbox was ever opened
    if not has_records(desk):
        return
    from leaflet_app.delivery.outbox import tidy as tidying  # noqa: PLC0415

    with _outbox(desk) as outbox:
        tidying.tidy(outbox)


@contextlib.contextmanager
def _outbox(desk: Desk, seal: Seal | None = None) -> Iterator[Outbox]:
    from leaflet_app.delivery.outbox.outbox import Outbox, desk_mark, server_clock  # noqa: PLC0415

    settings = load(desk)
    with records(desk) as engine:
        yield Outbox(
            engine,
            seal or seal_of(desk),
            server_clock(engine) if settings.records.address else desk.now,
            desk_mark(desk.home),
            undo=timedelta(seconds=settings.outbox.undo_seconds),
            keep_failed=timedelta(days=settings.outbox.keep_failed_days),
            keep_sent=timedelta(days=settings.register.keep_days),
        )


def _seal(outbox: Outbox) -> Seal:
    """Return the seal of an outbox. Raises MailRefused."""
    if outbox.seal is None:
        raise MailRefused(
            "the keyring of this computer does not hold the key of the outbox",
            "Unlock the keyring, or enter the key: “leaflet-app outbox key --enter”.",
        )
    return outbox.seal


@contextlib.contextmanager
def _turn(desk: Desk) -> Iterator[bool]:
    from leaflet_app.delivery.records.faults import told_of_file  # noqa: PLC0415
    from leaflet_app.delivery.turn import turn_if_free  # noqa: PLC0415

    with contextlib.ExitStack() as stack:
        with told_of_file():
            make_private(desk.home)
            is_free = stack.enter_context(turn_if_free(desk.home / LOCK))
        yield is_free


def _by_smtp(desk: Desk, settings: MailSettings) -> HandOver:
    """Return the way to the mail server. Raises MailRefused where there is none, and NoKeyring."""
    refuse_without_server(settings)
    secret = secret_of(desk, settings)
    if not secret and settings.sign_in is not SignIn.NONE:
        raise MailRefused("the password of the mail server is not in the keyring", "Enter it in Settings.")
    from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver  # noqa: PLC0415

    return SmtpHandOver(settings, secret)
