"""Settings that are right one by one and cannot work together."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.settings import MailSettings, MailWay, Security, Settings, SignIn
from leaflet_app.domain.value import value

IMPLICIT_PORT, STARTTLS_PORT, PLAIN_PORT = 465, 587, 25
"""Usual ports of mail servers (RFC 8314 §7.3, RFC 6409 §3.1, RFC 5321 §4.5.4.2)."""


@value
class Hint:
    """What will not work as it is set: the setting to look at, what is wrong and what to do."""

    name: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        """Say it in a line."""
        return f"{self.name}: {self.wrong}. {self.remedy}"


def hints(settings: Settings) -> tuple[Hint, ...]:
    """Return what to look at, in the order of the settings."""
    return tuple(_of_mail(settings.mail))


def _of_mail(mail: MailSettings) -> Iterator[Hint]:
    if mail.way is MailWay.SMTP:
        yield from _missing(mail)
    if mail.secure_except and not mail.secure_prefix:
        yield Hint(
            "mail.secure_except",
            "there is no mark that could be left out",
            "Set the mark for encryption too, as [secure].",
        )
    if mail.port == STARTTLS_PORT and mail.security is Security.IMPLICIT:
        yield Hint("mail.security", "port 587 is encrypted by STARTTLS as a rule", "Choose starttls, or port 465.")
    if mail.port == IMPLICIT_PORT and mail.security is Security.STARTTLS:
        yield Hint("mail.security", "port 465 is encrypted from the start as a rule", "Choose implicit, or port 587.")
    if mail.port == PLAIN_PORT:
        yield Hint("mail.port", "port 25 is for servers among themselves", "Ask your mail service for 465 or 587.")


def _missing(mail: MailSettings) -> Iterator[Hint]:
    if not mail.sender:
        yield Hint("mail.sender", "the program cannot send without it", "Set the address that leaflets come from.")
    if not mail.server:
        yield Hint("mail.server", "the program cannot send without it", "Set the server your mail service names.")
    if mail.sign_in is not SignIn.NONE and not (mail.user or mail.sender):
        yield Hint("mail.user", "there is no name to sign in with", "Set it, or the sender.")
