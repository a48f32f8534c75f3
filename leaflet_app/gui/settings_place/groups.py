"""Which settings stand together on a page, in the words of the people who set them."""

from __future__ import annotations

from leaflet_app.domain.value import value


@value
class Group:
    """One page: title, a sentence on top, settings by name, whose password it keeps, and whether it tries mail."""

    title: str
    about: str
    names: tuple[str, ...]
    secret: str = ""
    tries_mail: bool = False


GROUPS = (
    Group(
        "Printing",
        "How leaflets are printed at this desk.",
        (
            "printing.format",
            "printing.theme",
            "printing.printer",
            "printing.copies",
            "printing.sides",
            "printing.ink",
            "printing.paper",
        ),
    ),
    Group(
        "Email",
        "Who sends an email with a leaflet, and what stands in it.",
        (
            "mail.way",
            "mail.sender",
            "mail.sender_name",
            "mail.subject",
            "mail.body",
            "mail.secure_prefix",
            "mail.secure_except",
            "mail.protect",
        ),
    ),
    Group(
        "Mail server",
        "Needed only where this program sends emails itself. Your mail service names these.",
        ("mail.server", "mail.port", "mail.security", "mail.sign_in", "mail.user", "mail.hello_name"),
        "mail",
        tries_mail=True,
    ),
    Group(
        "Outbox and register",
        "How long emails wait and are kept, and what is noted of leaflets that were given.",
        (
            "outbox.undo_seconds",
            "outbox.keep_failed_days",
            "register.desk",
            "register.keep_days",
            "register.keep_reference",
        ),
    ),
    Group(
        "Library",
        "Where desks share one library, and who you are when you change or approve its texts.",
        (
            "library.shared",
            "library.sync_minutes",
            "library.practice",
            "library.approved_only",
            "library.editor",
            "library.editor_role",
            "library.registration",
        ),
        "library",
    ),
    Group(
        "Records",
        "Where outbox and register are kept. Change it only with whoever looks after your computers.",
        ("records.address",),
        "records",
    ),
)
