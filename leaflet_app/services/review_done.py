"""Say what a step of a review did, and which texts of its leaflets nobody has approved yet."""

from __future__ import annotations

from leaflet_app.domain.compose import basis
from leaflet_app.domain.counted import counted
from leaflet_app.domain.days import written_day
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.review import Status
from leaflet_app.domain.selection import Selection
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.review_texts import review_of
from leaflet_app.services.text_titles import title_of

_SAID = {
    Status.DRAFT: "✓ Sent back: {title} is a draft again.",
    Status.IN_REVIEW: "✓ Sent to review as {version}: {title}.",
    Status.RETIRED: "✓ Retired: {title}. No new leaflet has it.",
}


def said_done(desk: Desk, file: str) -> str:
    """Say how a text stands after a step, its leaflets' other texts that wait with it. Raises as `review_of` does."""
    newest = library_store.newest(desk)
    review, title = review_of(newest, file), title_of(newest.library, file)
    if review.status in _SAID:
        return _SAID[review.status].format(title=title, version=review.version)
    until = f", until {written_day(review.next_review)}" if review.next_review else ""
    return " ".join((f"✓ Approved: {title} {review.version}{until}.", *said_waiting(desk, file)))


def said_waiting(desk: Desk, file: str) -> tuple[str, ...]:
    """Name the texts that a leaflet of this one waits for too; nothing where there are none, or none can be made."""
    room, text_id, name = ("", "", *file.split("/"))[-3:]
    if room != "topics" or name != "en-GB.md":
        return ()
    try:
        reviews = basis(desk.library, Selection((text_id,), made_on=desk.today())).reviews
    except LeafletError:
        return ()
    own = desk.library.topics[text_id].title
    waiting = [title for title, review in reviews if not review.is_approved and title != own]
    if not waiting:
        return ()
    are = "waits" if len(waiting) == 1 else "wait"
    return (f"Leaflets of it also hold {counted(len(waiting), 'text')} that {are}: {', '.join(waiting)}.",)
