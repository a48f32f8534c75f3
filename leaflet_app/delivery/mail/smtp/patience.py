"""How long a mail server may take. Time is the monotonic clock's: a change of the wall clock ends nothing."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from leaflet_app.domain.mail import Stage
from leaflet_app.domain.value import value

SECONDS: Mapping[Stage, float] = MappingProxyType(
    {
        Stage.CONNECT: 15,
        Stage.GREETING: 20,
        Stage.HELLO: 15,
        Stage.TLS: 15,
        Stage.SIGN_IN: 20,
        Stage.SENDER: 20,
        Stage.RECIPIENT: 20,
        Stage.DATA: 20,
        Stage.BODY: 45,
        Stage.LAST_DOT: 50,
        Stage.GOODBYE: 2,
    }
)
"""Seconds a whole stage may take. RFC 5321 §4.5.3.2 allows minutes to servers that talk to each other; a desk tries
again instead, and must know the end before another desk may think that it has died. Most of it goes to the answer
after the final dot, for an answer missed there leaves a person with a question."""

BEFORE_LAST_DOT = 60.0
"""Seconds that all stages before the final dot may take together; with those after it, under two minutes."""


@value
class Patience:
    """How long each stage may take, and all of them up to the final dot."""

    seconds: Mapping[Stage, float] = field(default_factory=lambda: SECONDS)
    before_last_dot: float = BEFORE_LAST_DOT


class Clock:
    """Runs from the start of a conversation, and tells how much of a stage is left."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._dot_by = time.monotonic() + patience.before_last_dot
        self._stage_by = self._dot_by

    def begin(self, stage: Stage) -> None:
        """Begin a stage. The last two do not pay for the slowness of those before."""
        until = time.monotonic() + self._patience.seconds[stage]
        self._stage_by = until if stage in {Stage.LAST_DOT, Stage.GOODBYE} else min(until, self._dot_by)

    def left(self) -> float:
        """Return the seconds that are left. Raises TimeoutError where there are none."""
        left = self._stage_by - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left
