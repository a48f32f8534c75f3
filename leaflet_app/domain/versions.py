"""What has happened to the texts of a library: who changed them when, and why."""

from __future__ import annotations

from datetime import datetime

from leaflet_app.domain.value import value


@value
class Version:
    """One step of a library's history. `commit` names it exactly; `at` is in UTC; `texts` are the files it changed."""

    commit: str
    author: str
    at: datetime
    message: str
    texts: tuple[str, ...] = ()
