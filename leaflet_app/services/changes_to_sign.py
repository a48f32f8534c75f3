"""Put what changed in a text on paper, for a clinician who signs by hand."""

from __future__ import annotations

from pathlib import Path

from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.to_sign import Signing, to_sign
from leaflet_app.domain.days import written_day
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.front_changes import front_changes
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.review_sheet import Sheet, sheet
from leaflet_app.services.review_texts import SHORTEST_SEEN
from leaflet_app.services.save_leaflet import save


def save_changes(desk: Desk, text: str, file: Path) -> Path:
    """Save what changed in a text since its approval as a PDF to sign; return its file.

    Raises ReviewRefused, StoreUnusable, CannotSave and as a Render does.
    """
    selection = Selection(made_on=desk.today())
    save(file, desk.render(changes_to_sign(desk, text), selection.look).pdf)
    return file


def changes_to_sign(desk: Desk, text: str) -> Leaflet:
    """Compose what changed in a text since its approval. Raises ReviewRefused, StoreUnusable."""
    shown = sheet(desk, text)
    offered = next(iter(desk.library.offered), None)
    if offered is None:
        raise ReviewRefused("the library offers no topic to take the paper from", "Mend a topic first.")
    frame = compose(desk.library, Selection((offered,), made_on=desk.today()))
    return to_sign(frame, _signing(shown), shown.before, shown.now)


def _signing(shown: Sheet) -> Signing:
    facts = tuple(
        f"{key}: {fact.text} ({', '.join(source.id for source in fact.sources) or 'no source'})"
        for key, fact in shown.facts
    )
    faults = tuple(f"line {fault.line}: {fault.wrong}, {fault.remedy}" for fault in shown.faults)
    waived = tuple(f"{each.rule}: {each.reason}" for each in (shown.approval.waivers if shown.approval else ()))
    above = front_changes(shown.before, shown.now) if shown.approval else ()
    parts = (("Also changed", above), ("Facts", facts), ("To mend or to waive", faults), ("Waived before", waived))
    return Signing(f"{shown.title}: what changed", _about(shown), parts)


def _about(shown: Sheet) -> str:
    version = f"version {shown.review.version} ({shown.content[:SHORTEST_SEEN]})"
    written = f"{shown.file}, {version}, written by {', '.join(sorted(shown.authors))}."
    if shown.approval is None:
        return f"{written} Nothing was approved before."
    day = written_day(shown.approval.approved_on)
    return f"{written} Compared with version {shown.approval.version}, approved by {shown.approval.reviewer} on {day}."
