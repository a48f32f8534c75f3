"""Try the mail server as it is set up: step by step, and with a test email if somebody is to get one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from leaflet_app.domain.mail import Outcome, Stage, Verdict
from leaflet_app.domain.settings import MailSettings
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.mail_server import refuse_without_sender, refuse_without_server, secret_of
from leaflet_app.services.settings import load

if TYPE_CHECKING:
    from leaflet_app.delivery.mail.smtp.session import Access

PASSED: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.CONNECT: "The mail server was found.",
        Stage.TLS: "The connection is encrypted, and the server proved who it is.",
        Stage.HELLO: "The server answers as a mail server does.",
        Stage.SIGN_IN: "The server accepted the user name and the password.",
    }
)

READY = "Everything works: emails can be sent."
TAKEN = "The mail server has taken the test mail. See whether it arrives."


@value
class Tried:
    """What went well, step by step, and how it ended in words."""

    steps: tuple[str, ...]
    ended: str
    is_well: bool


def try_mail(desk: Desk, untrusted_address: str = "") -> Tried:
    """Connect, encrypt and sign in; where all is well and there is an address, send a short email without any leaflet.

    Raises AddressRefused, MailRefused where no server or sender is set up, and NoKeyring.
    """
    from leaflet_app.delivery.mail.address import checked  # noqa: PLC0415  (a network nobody asked for)

    mail = load(desk).mail
    refuse_without_server(mail)
    refuse_without_sender(mail)
    address = checked(untrusted_address).address if untrusted_address else ""
    steps: list[str] = []
    failed = _try_server(_access(desk, mail, steps))
    if failed is None and address:
        failed = _send_test(desk, mail, address)
    if failed is None:
        return Tried(tuple(steps), TAKEN if address else READY, is_well=True)
    return Tried(tuple(steps), f"{failed.message} {failed.remedy}", is_well=False)


def _try_server(access: Access) -> Outcome | None:
    """Come to where an email could be handed over; return what stopped it, if anything did."""
    from leaflet_app.delivery.mail.smtp.outcome import outcome  # noqa: PLC0415
    from leaflet_app.delivery.mail.smtp.session import signed_in  # noqa: PLC0415
    from leaflet_app.delivery.mail.smtp.stopped import Stopped  # noqa: PLC0415

    try:
        with signed_in(access):
            pass
    except Stopped as stopped:
        return outcome(stopped)
    return None


def _send_test(desk: Desk, mail: MailSettings, address: str) -> Outcome | None:
    """Send the test email; return what stopped it, if anything did."""
    from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver  # noqa: PLC0415
    from leaflet_app.delivery.mail.smtp.trial import trial_message  # noqa: PLC0415

    message = trial_message(mail.sender, address, desk.now())
    ended = SmtpHandOver(mail, secret_of(desk, mail))(mail.sender, address, message, lambda: None)
    return None if ended.verdict is Verdict.SENT else ended


def _access(desk: Desk, mail: MailSettings, steps: list[str]) -> Access:
    from leaflet_app.delivery.mail.smtp.session import Access  # noqa: PLC0415

    def told(stage: Stage) -> None:
        steps.extend([PASSED[stage]] if stage in PASSED else [])

    return Access(mail, secret_of(desk, mail), told=told)
