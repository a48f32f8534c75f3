"""What happened to a text and to its approvals."""

from __future__ import annotations

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.versions import Version
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk


def told(desk: Desk, file: str) -> tuple[Version, ...]:
    """Return the versions of a text and of its approvals, newest first. Raises StoreUnusable."""
    from leaflet_app.library.approvals import approval_file  # noqa: PLC0415  (few look at it at each start)

    return library_store.history(desk, file, approval_file(file))


def last_told(desk: Desk, file: str, *, is_retired: bool = False) -> Version | None:
    """Return the last change of a text or of its approval, or the one that retired it. Raises StoreUnusable."""
    from leaflet_app.library.approvals import approval_file  # noqa: PLC0415
    from leaflet_app.services.review_texts import RETIRES  # noqa: PLC0415

    if is_retired:
        return next((each for each in told(desk, file) if each.message.startswith(RETIRES)), None)
    return next(iter(library_store.history(desk, file, approval_file(file), most=1)), None)


def words_between(desk: Desk, file: str, before: str, after: str) -> tuple[str, str]:
    """Return a text as it stood in two versions; nothing where it was not there. Raises StoreUnusable."""
    first, second = (_words(desk, file, commit) for commit in (before, after))
    return first, second


def _words(desk: Desk, file: str, commit: str) -> str:
    if not commit:
        return ""
    try:
        return library_store.text_at(desk, file, commit)
    except EditRefused:
        return ""
