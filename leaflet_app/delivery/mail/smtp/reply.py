"""What a server answered: whether a stage is passed, and if not, why, without a word of the server's own."""

from __future__ import annotations

import re

from leaflet_app.delivery.mail.smtp.stopped import Reply, Stopped, Trouble
from leaflet_app.domain.mail import Stage

FINER_CODE = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")

Answer = tuple[int, bytes]
"""The code of a reply, and its lines without it."""


def passed(stage: Stage, answer: Answer, *wanted: int) -> Reply:
    """Return the reply if its code is one of the wanted. Raises Stopped."""
    code, text = answer
    finer = FINER_CODE.match(text)
    reply = Reply(code, finer[0].decode() if finer and finer[0][:1] == str(code).encode()[:1] else "")
    if code in wanted:
        return reply
    trouble = {4: Trouble.NOT_NOW, 5: Trouble.REFUSED}.get(code // 100, Trouble.UNREADABLE)
    raise Stopped(stage, trouble, reply)
