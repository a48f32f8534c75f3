"""What the English text of a translation means for its review."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.review import Status
from leaflet_app.domain.translations import stale_rule
from leaflet_app.services.desk import Desk
from leaflet_app.services.newest import Newest

REMEDY = "the English text that is printed has changed since, have the marked sentences checked"


def stale_fault(desk: Desk, newest: Newest, text: str) -> Iterator[Fault]:
    """Yield what keeps a translation from print beside the English text that desks print now."""
    from leaflet_app.library.where import text_at  # noqa: PLC0415

    own, issued = text_at(newest.library, text), text_at(desk.library, text)
    translated = own.translated if own else None
    if translated is not None:
        english = issued.translated.newest if issued and issued.translated else translated.newest
        if translated.of != english:
            yield Fault(text, 1, stale_rule(english), REMEDY)


def check_english(newest: Newest, text: str) -> None:
    """See that no translation is approved before its English text. Raises ReviewRefused."""
    from leaflet_app.library.translated_from import english_file  # noqa: PLC0415
    from leaflet_app.library.where import text_at  # noqa: PLC0415

    own = text_at(newest.library, text)
    if own is None or own.translated is None or own.translated.is_stale:
        return
    english = text_at(newest.library, english_file(text))
    if english is None or english.review.status is not Status.APPROVED:
        raise ReviewRefused("its English text is not approved yet", "Have that one approved first.")
