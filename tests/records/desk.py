"""One desk among several that drain one outbox: what it sends it writes into a file, and now and then it is killed."""

import json
import os
import random
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Event
from time import time

from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.read import mails
from leaflet_app.delivery.outbox.recover import recover
from leaflet_app.delivery.outbox.sending import send_what_is_due
from leaflet_app.delivery.records.database import opened
from leaflet_app.delivery.turn import turn_if_free
from leaflet_app.domain.mail import MailState, Outcome
from tests.records.letters import KEY, QUEUED_AT, SENT, an_outbox

HURRY = 1200
"""So many times as fast as on the wall goes the clock of these desks: a lease of ten minutes is half a second."""

DIES = 0.04
"""How likely a desk is to die at each of the three moments of a mail."""


@dataclass(frozen=True)
class Orders:
    """Where a desk works, and since when its clock goes."""

    home: str
    address: str
    posted: str
    begun: float
    seed: int


@dataclass
class PostingInto:
    """A mail server that is a file: a line for each message it took. The desk may die before, at and after it."""

    posted: Path
    chance: random.Random

    def __call__(self, sender: str, address: str, message: bytes, before_last_dot: Callable[[], None]) -> Outcome:
        self.perhaps_die()
        before_last_dot()
        self.perhaps_die()
        with self.posted.open("ab") as file:
            file.write(address.encode() + b"\n")
        self.perhaps_die()
        return SENT

    def perhaps_die(self) -> None:
        """End as a power cut would."""
        if self.chance.random() < DIES:
            os.kill(os.getpid(), signal.SIGKILL)


def clock_since(begun: float):
    """Return the clock that all desks go by."""
    return lambda: QUEUED_AT + timedelta(hours=1, seconds=(time() - begun) * HURRY)


def drain(outbox: Outbox, home: Path, server: PostingInto) -> None:
    """Send until nothing waits."""
    while waiting_to_go(outbox):
        with turn_if_free(home / "lock") as is_free:
            if is_free:
                recover(outbox)
                list(send_what_is_due(outbox, outbox.seal, server))
        Event().wait(0.01)


def waiting_to_go(outbox: Outbox) -> int:
    """Count what is not sent and not in doubt."""
    return len(mails(outbox, MailState.QUEUED, MailState.SENDING, MailState.HANDED_OVER))


def main() -> None:
    """Work as a child of this program, and as another when that one was killed."""
    orders = Orders(**json.loads(sys.argv[1]))
    home = Path(orders.home)
    for life in range(1000):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                chance = random.Random(f"{orders.seed} {life}")  # noqa: S311  (the same deaths for the same seed)
                with opened(home, orders.address, None) as engine:
                    drain(
                        an_outbox(engine, clock_since(orders.begun), desk=home.name, key=KEY),
                        home,
                        PostingInto(Path(orders.posted), chance),
                    )
                code = 0
            finally:
                if code:
                    traceback.print_exc()
                os._exit(code)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if ended != -signal.SIGKILL:
            sys.stdout.write(f"{life}\n")
            sys.exit(ended)


if __name__ == "__main__":
    main()
