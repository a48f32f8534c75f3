"""The outbox of one desk: where it is kept, with which key, by which clock."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, func, select

from leaflet_app.delivery.records.database import reading
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.mail import MailState
from leaflet_app.domain.value import value

LEASE = timedelta(minutes=10)
"""How long a desk may take over one try; far longer than all time-outs of a conversation with a mail server."""

SEEN_FOR = timedelta(days=1)
"""How long a mail that is over can be seen, and its address with it."""

OVER = (MailState.SENT.value, MailState.CANCELLED.value)
"""States that nothing leads out of."""


@value
class Outbox:
    """What every step needs. `seal` is None where there is no keyring: then mails can be seen, but not opened.

    `desk` tells this desk from those that share the outbox. `undo` is how long a person may think again,
    `keep_failed` and `keep_sent` how long the traces of a mail stay.
    """

    engine: Engine
    seal: Seal | None
    now: Callable[[], datetime]
    desk: str
    undo: timedelta = timedelta(seconds=30)
    keep_failed: timedelta = timedelta(days=7)
    keep_sent: timedelta = timedelta(days=3652)

    @property
    def is_shared(self) -> bool:
        """Tell whether other desks may send from it at the same time."""
        return self.engine.dialect.name == "postgresql"


def desk_mark(home: Path) -> str:
    """Return a mark for a desk that says nothing of it; two desks of one mark could only wait for one another."""
    return hashlib.sha256(os.fsencode(f"{platform.node()}\0{home.resolve()}")).hexdigest()[:32]


def server_clock(engine: Engine) -> Callable[[], datetime]:
    """Return the clock of a server, which the desks that share it agree on, whatever their own say."""

    def now() -> datetime:
        with reading(engine) as connection:
            told: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
            return told.astimezone(UTC)

    return now
