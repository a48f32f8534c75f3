"""How a practice and a desk like the program to work. Nothing in it is about any patient, and no secret is in it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.printing import Ink, Sides
from leaflet_app.domain.value import value


class MailWay(Enum):
    """Who sends the mail: a person from their own mail program, or this program over SMTP."""

    DRAFT = "draft"
    SMTP = "smtp"


class Security(Enum):
    """How a connection to a mail server is encrypted: from its first byte, or before anything else is said."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"


class SignIn(Enum):
    """How the program signs in to a mail server."""

    NONE = "none"
    PASSWORD = "password"  # noqa: S105  (its name)
    TOKEN = "xoauth2"  # noqa: S105


SUBJECT = "Information from {practice}"
BODY = """\
{greeting}

Here is the information leaflet from {practice}. It is attached as a PDF.

If anything in it worries you, or you would like it in another form, please ring us on {phone}.

{consultant}
{practice}
"""

SUBJECT_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "practice": "the practice's name",
        "consultant": "the consultant's name",
        "phone": "the practice's phone number",
    }
)
"""What a subject may hold, each with what it is: it travels open, and stands in lists that others see."""

BODY_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "greeting": "the greeting chosen for this email",
        **SUBJECT_FIELDS,
        "pages": "how many pages it has",
        "code": "the leaflet's code",
    }
)
"""What the text of an email may hold."""


@value
class PrintingSettings:
    """How leaflets are printed at this desk."""

    format: Format = Format.STANDARD
    theme: Theme = Theme.STANDARD
    printer: str = ""
    copies: int = 1
    sides: Sides | None = None
    ink: Ink | None = None
    paper: str = ""


@value
class MailSettings:
    """How leaflets are emailed. `secure_except` lists the domains that need no `secure_prefix` in the subject."""

    way: MailWay = MailWay.DRAFT
    sender: str = ""
    sender_name: str = ""
    subject: str = SUBJECT
    body: str = BODY
    secure_prefix: str = ""
    secure_except: tuple[str, ...] = ()
    protect: bool = False
    server: str = ""
    port: int = 465
    security: Security = Security.IMPLICIT
    sign_in: SignIn = SignIn.PASSWORD
    user: str = ""
    hello_name: str = ""


@value
class OutboxSettings:
    """How the outbox works. Times are in seconds and days."""

    undo_seconds: int = 30
    keep_failed_days: int = 7


@value
class RegisterSettings:
    """What the register keeps, and for how long."""

    desk: str = ""
    keep_days: int = 3652
    keep_reference: bool = False


@value
class LibrarySettings:
    """How this desk takes part in keeping the library.

    `shared` is the folder or Git address that other desks share, without a password; `practice` names the profile
    whose name and contact details its leaflets bear. `editor` to `registration` sign what this person writes.
    """

    shared: str = ""
    sync_minutes: int = 10
    practice: str = ""
    approved_only: bool = False
    editor: str = ""
    editor_role: str = ""
    registration: str = ""


@value
class RecordsSettings:
    """Where outbox and register are kept: empty for a file of this desk, or a PostgreSQL address without password."""

    address: str = ""


@value
class Settings:
    """All of them. Each has a default that works with nothing set up."""

    printing: PrintingSettings = PrintingSettings()
    mail: MailSettings = MailSettings()
    outbox: OutboxSettings = OutboxSettings()
    register: RegisterSettings = RegisterSettings()
    library: LibrarySettings = LibrarySettings()
    records: RecordsSettings = RecordsSettings()
