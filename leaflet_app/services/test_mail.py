"""Try the mail server as it is set up: step by step, and with a test email if somebody is to get one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.mail import Outcome, Stage
from leaflet_app.domain.settings import MailSettings, Settings, SignIn
from leaflet_app.services.desk import Desk

if TYPE_CHECKING:
    from leaflet_app.delivery.mail.smtp.session import Access

SECRET = "mail"  # noqa: S105  (its name in the keyring)

PASSED: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.CONNECT: "The mail server was found.",
        Stage.TLS: "The connection is encrypted, and the server proved who it is.",
        Stage.HELLO: "The server answers as a mail server does.",
        Stage.SIGN_IN: "The server accepted the user name and the password.",
    }
)

READY = "Everything works: emails can be sent."


def try_server(desk: Desk, settings: Settings) -> tuple[str, ...]:
    """Connect, encrypt and sign in; tell what was checked, and last whether all is well or what is not.

    Raises MailRefused where no server is set up, and NoKeyring.
    """
    from leaflet_app.delivery.mail.smtp.outcome import outcome  # noqa: PLC0415  (a network nobody asked for)
    from leaflet_app.delivery.mail.smtp.session import signed_in  # noqa: PLC0415
    from leaflet_app.delivery.mail.smtp.stopped import Stopped  # noqa: PLC0415

    steps: list[str] = []
    try:
        with signed_in(_access(desk, settings.mail, steps)):
            pass
    except Stopped as stopped:
        ended = outcome(stopped)
        return *steps, ended.message, ended.remedy
    return *steps, READY


def send_test(desk: Desk, settings: Settings, address: str) -> Outcome:
    """Send a short email without any leaflet to an address of the practice's own.

    Raises AddressRefused, MailRefused where no server is set up, and NoKeyring.
    """
    from leaflet_app.delivery.mail.address import checked  # noqa: PLC0415
    from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver  # noqa: PLC0415
    from leaflet_app.delivery.mail.smtp.trial import trial_message  # noqa: PLC0415

    mail, to = settings.mail, checked(address).address
    message = trial_message(mail.sender, to, desk.now())
    return SmtpHandOver(mail, _secret(desk, mail))(mail.sender, to, message, lambda: None)


def _access(desk: Desk, settings: MailSettings, steps: list[str]) -> Access:
    from leaflet_app.delivery.mail.smtp.session import Access  # noqa: PLC0415

    def told(stage: Stage) -> None:
        steps.extend([PASSED[stage]] if stage in PASSED else [])

    return Access(settings, _secret(desk, settings), told=told)


def _secret(desk: Desk, settings: MailSettings) -> str | None:
    """Return the password or token, if one is needed. Raises MailRefused and NoKeyring."""
    if not settings.server:
        raise MailRefused("no mail server is set up", "Name one in Settings first.")
    return None if settings.sign_in is SignIn.NONE else desk.tools.secrets.read(SECRET)
