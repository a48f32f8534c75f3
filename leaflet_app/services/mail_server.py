"""The mail server of a desk: whether one is set up, and what opens it."""

from __future__ import annotations

from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.settings import MailSettings, SignIn
from leaflet_app.services.desk import Desk

SECRET = "mail"  # noqa: S105  (its name in the keyring)

NAME_ONE = "Name one in Settings, or send leaflets as drafts."


def refuse_without_server(settings: MailSettings) -> None:
    """Refuse to go on where no server is named. Raises MailRefused."""
    if not settings.server:
        raise MailRefused("no mail server is set up", NAME_ONE)


def refuse_without_sender(settings: MailSettings) -> None:
    """Refuse to go on where no address is named that leaflets come from. Raises MailRefused."""
    if not settings.sender:
        raise MailRefused("no address is set that leaflets come from", NAME_ONE)


def secret_of(desk: Desk, settings: MailSettings) -> str | None:
    """Return the password or token for the server, where it wants one and the keyring holds it. Raises NoKeyring."""
    return None if settings.sign_in is SignIn.NONE else desk.tools.secrets.read(SECRET)
