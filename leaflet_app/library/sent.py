"""Which very words were sent to review: any others are a draft again, whatever hands or ways changed them."""

from __future__ import annotations

import re

from leaflet_app.library.files import content_id

_SENT = re.compile(rb'^sent *= *"[^"\n]*"[^\n]*\n', re.MULTILINE)


def sent_id(content: bytes) -> str:
    """Return the id of all that a text says, but for the line that holds this id."""
    return content_id(_SENT.sub(b"", content, count=1))


def is_as_sent(content: bytes, sent: str) -> bool:
    """Tell whether these are the very bytes that were sent to review under an id; nothing is without one."""
    return bool(sent) and sent == sent_id(content)
