"""The email that an admin sends to see whether emails arrive."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

SUBJECT = "Test of Clinic Leaflets"
TEXT = """\
This email shows that Clinic Leaflets can send emails from this desk.

There is nothing to do. It holds no leaflet, and nobody else got it.
"""


def trial_message(sender: str, address: str, on: datetime) -> bytes:
    """Return the message as it goes over the line."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, address, SUBJECT
    message["Date"] = format_datetime(on)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or "localhost.localdomain")
    message.set_content(TEXT, cte="7bit")
    return message.as_bytes()
