"""Put what changed in a text on paper, for a clinician who signs by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.to_sign import Signing, to_sign
from leaflet_app.domain.days import written_day
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.facts import Source
from leaflet_app.domain.front_changes import front_changes
from leaflet_app.domain.languages import ENGLISH, in_language, language_of
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.practice import PUBLISHER_DOES_NOT
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.sentences import capitalised
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
    does_not = desk.library.practice.does_not(desk.library.wording)
    before, now = (each.replace(PUBLISHER_DOES_NOT, does_not) for each in (shown.before, shown.now))
    return to_sign(frame, _signing(shown, desk.library.wording.glance_labels), before, now)


def proposed_name(shown: Sheet) -> str:
    """Return the name under which what changed is kept, unless somebody types another."""
    folder, lang = PurePosixPath(shown.file).parent.name, PurePosixPath(shown.file).stem
    spoken = "" if lang == ENGLISH else f"-{lang}"
    return f"what-changed-{folder}{spoken}-{shown.review.version}.pdf"


def _signing(shown: Sheet, labels: Mapping[str, str]) -> Signing:
    faults = tuple(f"line {fault.line}: {fault.wrong}, {fault.remedy}" for fault in shown.faults)
    waived = tuple(f"{each.rule}: {each.reason}" for each in (shown.approval.waivers if shown.approval else ()))
    above = front_changes(shown.before, shown.now) if shown.approval else ()
    parts = (
        ("Also changed", above),
        ("Facts and their sources", tuple(_said_facts(shown, labels))),
        ("To mend or to waive", faults),
        ("Waived before", waived),
    )
    lang, short_id = PurePosixPath(shown.file).stem, shown.content[:SHORTEST_SEEN]
    title = f"{shown.title.removesuffix(in_language('', lang))}: what changed"
    return Signing(title, _about(shown, lang), parts, lang, short_id, shown.approval is None)


def _said_facts(shown: Sheet, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield each fact by what it says, and where it comes from."""
    for key, fact in shown.facts:
        name = labels.get(key) or capitalised(key.replace("_", " "))
        asked = name if name.endswith("?") else f"{name}:"
        sources = "; ".join(map(_said_source, fact.sources))
        yield f"{asked} {fact.text} — {f'source: {sources}' if sources else 'no source'}"


def _said_source(source: Source) -> str:
    return f"{source.publisher}, {source.title}, read {written_day(source.accessed)}"


def _about(shown: Sheet, lang: str) -> str:
    by = f", written by {', '.join(sorted(shown.authors))}" if shown.authors else ""
    written = f"Version {shown.review.version}, in {language_of(lang).english_name}{by}."
    if shown.approval is None:
        return f"{written} Nothing was approved before."
    day = written_day(shown.approval.approved_on)
    return f"{written} Compared with version {shown.approval.version}, approved by {shown.approval.reviewer} on {day}."
