"""When a mail is tried again, and when that is given up."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
SPREAD = 0.5
"""How much sooner or later than planned, so that desks do not come all at once."""

LIFE = timedelta(days=5)
"""How long it is tried (RFC 5321 §4.5.4.1: at least four or five days)."""

LEAST_TRIES = 8
"""Before these, no clock ends it: a computer may have slept, or its clock have jumped."""

MOST_TRIES = 240
"""After these it ends, whatever the clock says."""

LONGEST_DOUBLING = 6

_chance = secrets.SystemRandom()


def wait_after(tries: int) -> timedelta:
    """Return how long to wait after so many tries: a minute doubled each time, an hour at most, never quite alike."""
    planned = min(FIRST_WAIT * (1 << min(tries - 1, LONGEST_DOUBLING)), LONGEST_WAIT)
    return planned * _chance.uniform(1 - SPREAD, 1 + SPREAD)


def is_given_up(tries: int, first_tried_at: datetime, now: datetime) -> bool:
    """Tell whether a mail has been tried for long enough."""
    return tries >= LEAST_TRIES and (now - first_tried_at >= LIFE or tries >= MOST_TRIES)
