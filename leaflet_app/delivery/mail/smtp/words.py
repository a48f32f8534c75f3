"""The two sentences of every way a conversation with a mail server may end. The first gets its full stop later."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from leaflet_app.delivery.mail.smtp.stopped import Trouble
from leaflet_app.domain.mail import Stage

Words = tuple[str, str]
"""What happened, and what to do."""

ITSELF = "It is tried again by itself; there is nothing to do."
ONLINE = "Check that this computer is online. It is tried again by itself."
LOOK_AFTER = "whoever looks after this computer"
SET_UP = f"It is tried again by itself. If this goes on, ask {LOOK_AFTER} to check the mail server in Settings."
UNSEEN = (
    f"Nobody has seen the email or the password. Ask {LOOK_AFTER} to check server, port and encryption in Settings."
)
ASK_ADDRESS = "Check the address with the patient, letter by letter, and send the leaflet anew."
PRINT = "Leave out some topics, or print the leaflet instead."
OTHER_WAY = f"Print the leaflet instead, and tell {LOOK_AFTER}."

TAKEN: Words = ("The mail server has taken the email", "There is nothing more to do.")

IN_DOUBT: Words = (
    "The email has probably been sent, but the mail server did not confirm it",
    "Ask the patient whether it came, and send it again only if it did not.",
)

NO_MAILBOX: Words = ("No mailbox has this address", ASK_ADDRESS)
MAILBOX_FULL: Words = ("The patient's mailbox is full", "Ask for another address, or print the leaflet instead.")
TOO_LARGE: Words = ("The email is too large for the mail server", PRINT)
NO_LEAVE: Words = ("The mail server does not let this practice send to this address", OTHER_WAY)

ANYWHERE: Mapping[Trouble, Words] = MappingProxyType(
    {
        Trouble.NO_SUCH_SERVER: (
            "The mail server was not found",
            f"Check that this computer is online. If it is, ask {LOOK_AFTER} to check the server's name in Settings.",
        ),
        Trouble.UNREACHABLE: ("The mail server could not be reached", ONLINE),
        Trouble.TOO_SLOW: ("The mail server took too long to answer", ITSELF),
        Trouble.CLOSED: ("The connection to the mail server broke before the email was sent", ITSELF),
        Trouble.UNREADABLE: ("What the mail server answered could not be understood", SET_UP),
        Trouble.NOT_NOW: ("The mail server is busy and takes no mail just now", ITSELF),
        Trouble.REFUSED: ("The mail server refused the email", OTHER_WAY),
        Trouble.NO_TLS: ("The mail server offers no safe connection, so nothing was sent", UNSEEN),
        Trouble.TLS_FAILED: ("No safe connection to the mail server could be made, so nothing was sent", UNSEEN),
        Trouble.WRONG_NAME: (
            "The mail server showed the certificate of another server, so nothing was sent",
            UNSEEN,
        ),
        Trouble.OUT_OF_DATE: (
            "The mail server's certificate is out of date, so nothing was sent",
            f"Check the date of this computer. If it is right, tell {LOOK_AFTER}; the email waits and is tried again.",
        ),
        Trouble.UNTRUSTED: (
            "The mail server could not prove who it is, so nothing was sent",
            UNSEEN,
        ),
        Trouble.NO_SECRET: (
            "This desk has no password for the mail server",
            f"Ask {LOOK_AFTER} to enter it in Settings; the email waits.",
        ),
        Trouble.NO_WAY_TO_SIGN_IN: (
            "The mail server offers no way to sign in that is set up here",
            f"Ask {LOOK_AFTER} to check how to sign in, in Settings; the email waits.",
        ),
        Trouble.NOT_ASCII: (
            "The address has letters that mail servers cannot take",
            "Ask the patient for another address, or print the leaflet instead.",
        ),
        Trouble.TOO_LARGE: TOO_LARGE,
    }
)

AT_STAGE: Mapping[tuple[Stage, Trouble], Words] = MappingProxyType(
    {
        (Stage.GREETING, Trouble.REFUSED): (
            "The mail server takes no mail from this computer",
            f"Ask {LOOK_AFTER} to check the mail server in Settings, then press Try again.",
        ),
        (Stage.HELLO, Trouble.REFUSED): ("The mail server did not accept the hello of this desk", SET_UP),
        (Stage.TLS, Trouble.NOT_NOW): (
            "The mail server makes no safe connection just now, so nothing was sent",
            ITSELF,
        ),
        (Stage.TLS, Trouble.REFUSED): ("The mail server refused a safe connection, so nothing was sent", UNSEEN),
        (Stage.SIGN_IN, Trouble.NOT_NOW): ("The mail server could not check the password just now", ITSELF),
        (Stage.SIGN_IN, Trouble.REFUSED): (
            "The mail server did not accept the user name or the password",
            f"Ask {LOOK_AFTER} to enter them again in Settings, then press Try again.",
        ),
        (Stage.SENDER, Trouble.REFUSED): (
            "The mail server does not let this desk send from the practice's address",
            f"Ask {LOOK_AFTER} to check the sender in Settings, then press Try again.",
        ),
        (Stage.SENDER, Trouble.NOT_ASCII): (
            "The practice's own address cannot be used to send from",
            f"Ask {LOOK_AFTER} to check the sender in Settings, then press Try again.",
        ),
        (Stage.BODY, Trouble.NOT_ASCII): ("The email holds signs that mail servers cannot take", OTHER_WAY),
        (Stage.RECIPIENT, Trouble.NOT_NOW): ("The patient's address takes no mail just now", ITSELF),
        (Stage.RECIPIENT, Trouble.REFUSED): ("The mail server refused the patient's address", ASK_ADDRESS),
        (Stage.DATA, Trouble.REFUSED): ("The mail server refused the email", OTHER_WAY),
        (Stage.LAST_DOT, Trouble.NOT_NOW): ("The mail server could not take the email just now", ITSELF),
        (Stage.LAST_DOT, Trouble.REFUSED): ("The mail server read the email and refused it", OTHER_WAY),
    }
)

BY_FINER_CODE: Mapping[tuple[Trouble, str], Words] = MappingProxyType(
    {
        (Trouble.REFUSED, "1.1"): NO_MAILBOX,
        (Trouble.REFUSED, "1.10"): NO_MAILBOX,
        (Trouble.REFUSED, "1.2"): ("There is no such mail address: what follows the @ does not exist", ASK_ADDRESS),
        (Trouble.REFUSED, "2.1"): ("The patient's mailbox is closed", ASK_ADDRESS),
        (Trouble.REFUSED, "2.2"): MAILBOX_FULL,
        (Trouble.REFUSED, "2.3"): TOO_LARGE,
        (Trouble.REFUSED, "3.4"): TOO_LARGE,
        (Trouble.REFUSED, "7.1"): NO_LEAVE,
        (Trouble.NOT_NOW, "2.2"): ("The patient's mailbox is full just now", ITSELF),
    }
)
"""What the finer codes of RFC 3463 say of an address and a message, without their first digit."""
