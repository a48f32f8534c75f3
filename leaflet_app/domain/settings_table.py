"""Every setting: its name, what it is for in one sentence, and what may be written for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from leaflet_app.domain.errors import SettingRefused
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.printing import Ink, Sides
from leaflet_app.domain.setting_checks import (
    domain_refused,
    holds_secret,
    host_refused,
    records_refused,
    sender_refused,
    shared_refused,
)
from leaflet_app.domain.setting_kinds import Choice, Kind, Line, Names, One, Text, Whole, YesNo
from leaflet_app.domain.settings import BODY_FIELDS, SUBJECT_FIELDS, MailWay, Security, Settings, SignIn
from leaflet_app.domain.value import value

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "printing": "How leaflets are printed at this desk.",
        "mail": "How leaflets are emailed.",
        "outbox": "How the outbox works.",
        "register": "What the register keeps, and for how long.",
        "library": "How this desk takes part in keeping the library.",
        "records": "Where outbox and register are kept.",
    }
)
"""The parts of the file, each with what it is about."""


@value
class Setting:
    """One setting. `section` and `key` are its place in the file."""

    section: str
    key: str
    label: str
    purpose: str
    kind: Kind

    @property
    def name(self) -> str:
        """Return the name by which commands and messages call it."""
        return f"{self.section}.{self.key}"

    @property
    def default(self) -> object:
        """Return the value where nothing is set."""
        return value_in(_DEFAULTS, self)


def value_in(settings: Settings, setting: Setting) -> object:
    """Return what a setting is set to."""
    return getattr(getattr(settings, setting.section), setting.key)


def setting_named(untrusted: str) -> Setting:
    """Return the setting of a name. Raises SettingRefused."""
    from difflib import get_close_matches  # noqa: PLC0415  (only for a name that is wrong)

    name = untrusted.strip()
    if name in BY_NAME:
        return BY_NAME[name]
    if holds_secret(name):
        raise SettingRefused(name, "passwords are in no file", "Run “leaflet-app settings password mail”.")
    close = get_close_matches(name, BY_NAME, n=1)
    remedy = f"Did you mean “{close[0]}”?" if close else "Run “leaflet-app settings” to see them all."
    raise SettingRefused(name, "there is no such setting", remedy)


_DEFAULTS = Settings()
_SIDES: Mapping[One, str] = {
    None: "As the printer likes it",
    Sides.ONE: "One side",
    Sides.LONG_EDGE: "Both sides, turned like a book",
    Sides.SHORT_EDGE: "Both sides, turned like a calendar",
}
_INK: Mapping[One, str] = {None: "As the printer likes it", Ink.COLOUR: "Colour", Ink.GREY: "Black and grey"}
_PAPER: Mapping[One, str] = {"": "As the leaflet is laid out", "A4": "A4", "A5": "A5", "Letter": "US Letter"}
_WAYS: Mapping[One, str] = {MailWay.DRAFT: "A draft in my own mail program", MailWay.SMTP: "This program sends it"}
_SECURITY: Mapping[One, str] = {
    Security.IMPLICIT: "Encrypted from the start (usual port 465)",
    Security.STARTTLS: "Encrypted by STARTTLS (usual port 587)",
}
_SIGN_IN: Mapping[One, str] = {
    SignIn.PASSWORD: "With a password",
    SignIn.TOKEN: "With a token (XOAUTH2)",
    SignIn.NONE: "Not at all",
}

TABLE: tuple[Setting, ...] = (
    Setting(
        "printing",
        "format",
        "Format",
        "The paper and size of print that leaflets start with.",
        Choice({each: each.label for each in Format}),
    ),
    Setting(
        "printing",
        "theme",
        "Letters and paper colour",
        "The letters and the colour of the paper that leaflets start with.",
        Choice({each: each.label for each in Theme}),
    ),
    Setting(
        "printing",
        "printer",
        "Printer",
        "The printer that leaflets go to; empty is the one this computer prefers.",
        Line(),
    ),
    Setting("printing", "copies", "Copies", "How many copies are printed at once.", Whole(1, 99)),
    Setting("printing", "sides", "Sides", "Whether both sides of a sheet are printed.", Choice(_SIDES)),
    Setting("printing", "ink", "Colour", "Whether leaflets are printed in colour.", Choice(_INK)),
    Setting("printing", "paper", "Paper", "The paper in the printer.", Choice(_PAPER)),
    Setting(
        "mail",
        "way",
        "Who sends",
        "A draft opens in your own mail program for you to send; or the program sends from its outbox.",
        Choice(_WAYS),
    ),
    Setting(
        "mail",
        "sender",
        "Sender",
        "The address that leaflets come from and answers go to.",
        Line("an address as clinic@example.org", sender_refused),
    ),
    Setting("mail", "sender_name", "Sender's name", "The name that people see beside that address.", Line()),
    Setting(
        "mail",
        "subject",
        "Subject",
        "The subject of each email; it can never name a patient.",
        Line(fields=SUBJECT_FIELDS),
    ),
    Setting("mail", "body", "Text", "The words of each email; the leaflet is attached to it.", Text(BODY_FIELDS)),
    Setting(
        "mail",
        "secure_prefix",
        "Mark for encryption",
        "What your mail service wants in front of the subject to encrypt an email, as [secure].",
        Line(),
    ),
    Setting(
        "mail",
        "secure_except",
        "Domains without the mark",
        "Where that mark is not needed, because such addresses are safe already, as nhs.net.",
        Names('a list as ["nhs.net", "example.org"]', domain_refused),
    ),
    Setting(
        "mail",
        "protect",
        "Protect the PDF",
        "Whether leaflets sent by email need a passphrase, which you give by phone or on a slip.",
        YesNo(),
    ),
    Setting(
        "mail",
        "server",
        "Mail server",
        "The server that takes your emails, as your mail service names it.",
        Line("a name as smtp.example.org", host_refused),
    ),
    Setting("mail", "port", "Port", "The server's door: 465 or 587 as a rule.", Whole(1, 65_535)),
    Setting("mail", "security", "Encryption", "How the way to the server is encrypted.", Choice(_SECURITY)),
    Setting("mail", "sign_in", "Sign in", "How the program shows the server who it is.", Choice(_SIGN_IN)),
    Setting("mail", "user", "User name", "The name to sign in with; empty is the sender's address.", Line()),
    Setting(
        "mail",
        "hello_name",
        "Name of this computer",
        "What the program calls this computer to the server; empty is right nearly always.",
        Line("a name without spaces", host_refused),
    ),
    Setting(
        "outbox",
        "undo_seconds",
        "Time to undo",
        "For how long an email can be taken back after “Send”.",
        Whole(0, 600, "seconds"),
    ),
    Setting(
        "outbox",
        "keep_failed_days",
        "Keep failed emails",
        "After how many days an email that could not be sent is erased.",
        Whole(1, 30, "days"),
    ),
    Setting("register", "desk", "This desk", "How the register calls this desk, as “Front desk”.", Line()),
    Setting(
        "register",
        "keep_days",
        "Keep the register",
        "After how many days the register forgets what was given.",
        Whole(30, 36_525, "days"),
    ),
    Setting(
        "register",
        "keep_reference",
        "Keep references",
        "Whether the register keeps your reference for a patient; names are never kept.",
        YesNo(),
    ),
    Setting(
        "library",
        "shared",
        "Shared library",
        "The folder or Git address where all desks share one library; empty keeps it on this desk alone.",
        Line("a folder, or an address that begins https:// or ssh://, without a password", shared_refused),
    ),
    Setting(
        "library",
        "sync_minutes",
        "Share changes",
        "How many minutes pass before this desk looks again for changes of others.",
        Whole(1, 1_440, "minutes"),
    ),
    Setting(
        "library",
        "practice",
        "Practice",
        "The practice whose name and contact details leaflets bear; empty is the first of the library.",
        Line(),
    ),
    Setting(
        "library",
        "approved_only",
        "Approved leaflets only",
        "Whether only leaflets whose texts a clinician has approved may be printed, saved or emailed.",
        YesNo(),
    ),
    Setting("library", "editor", "Your name", "Whose name your changes to the library bear.", Line()),
    Setting("library", "editor_role", "Your role", "What you are, as “Consultant endocrinologist”.", Line()),
    Setting("library", "registration", "Registration", "Your professional registration, as “GMC 1234567”.", Line()),
    Setting(
        "records",
        "address",
        "Database",
        "A PostgreSQL database that several desks share; empty is a file of this desk.",
        Line("an address as postgresql://user@server/name, without a password", records_refused),
    ),
)

BY_NAME: Mapping[str, Setting] = MappingProxyType({each.name: each for each in TABLE})
