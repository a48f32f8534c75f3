"""One desk that sends its outbox again and again, in children that may be killed at any moment.

It is started once and stays warm. Told to “begin” it forks a child, says its number, and then how it ended. A child
queues the next few letters, sends what is due, and ends with 0 once nothing is left to do.
"""

import json
import os
import sys
import traceback
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Event
from time import time

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.delivery.mail.smtp.patience import SECONDS, Patience
from leaflet_app.domain.mail import HandOver, Letter, MailState
from leaflet_app.domain.settings import MailSettings, Security
from leaflet_app.domain.written_key import NAME
from leaflet_app.services.desk import Desk
from leaflet_app.services.outbox import mails, queue, send_due
from tests.fakes import FakeSecrets, FakeTools, a_desk
from tests.faults.server import PASSWORD, USER
from tests.records.letters import QUEUED_AT, a_given, a_letter

AT_ONCE = 8
"""Letters that one child queues before it sends."""

TAKEN = "queued.txt"
"""The file that counts the letters which are queued for sure: a byte each."""

UNDECIDED = (MailState.QUEUED, MailState.SENDING, MailState.HANDED_OVER)


@dataclass(frozen=True)
class Orders:
    """What a drainer is to do. Its clock goes `hurry` times as fast as that on the wall, since `begun`."""

    home: str
    port: int
    authority: str
    key: str
    letters: int
    begun: float
    hurry: int = 3600
    patience_seconds: float = 0.5

    def desk(self) -> Desk:
        """Return the desk."""
        desk = a_desk(home=Path(self.home), tools=FakeTools(secrets=FakeSecrets(**{NAME: self.key})))
        desk.now = lambda: QUEUED_AT + timedelta(seconds=(time() - self.begun) * self.hurry)
        return desk

    def hand_over(self) -> HandOver:
        """Return the real way to the mail server, with little patience."""
        settings = MailSettings(server="localhost", port=self.port, security=Security.IMPLICIT, user=USER)
        seconds = dict.fromkeys(SECONDS, self.patience_seconds)
        patience = Patience(seconds, before_last_dot=self.patience_seconds * 4)
        return SmtpHandOver(settings, PASSWORD, patience=patience, authority=Path(self.authority))


def letter(number: int) -> Letter:
    """Return the letter of a number; it is the same however often it is written."""
    given = a_given(id=f"{number:032x}")
    address = f"patient-{number}@example.org"
    return a_letter(given=given, address=address, message_id=message_id(number), pdf=b"%PDF-fake " * 2000)


def message_id(number: int) -> str:
    """Return the Message-ID of a letter."""
    return f"<{number}@clinic.example>"


def work(orders: Orders, desk: Desk, hand_over: HandOver) -> None:
    """Queue the next letters and send, until nothing is left to do."""
    taken = Path(orders.home) / TAKEN
    while True:
        count = taken.stat().st_size if taken.exists() else 0
        for number in range(count, min(count + AT_ONCE, orders.letters)):
            queue(desk, letter(number))
            with taken.open("ab") as file:
                file.write(b".")
        send_due(desk, hand_over=hand_over)
        if count >= orders.letters and not mails(desk, *UNDECIDED):
            return
        Event().wait(0.005 if count < orders.letters else 0.02)


def main() -> None:
    """Fork a child whenever told to, and say how each ended."""
    orders = Orders(**json.loads(sys.argv[1]))
    desk, hand_over = orders.desk(), orders.hand_over()
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work(orders, desk, hand_over)
                code = 0
            finally:
                if code:
                    traceback.print_exc()
                os._exit(code)
        _say(child)
        _say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
