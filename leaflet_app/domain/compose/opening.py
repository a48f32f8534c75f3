"""What comes first: the draft banner, the clinician's note and "Get help fast"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet_app.domain.blocks import Block, Box, Bullets, Heading, Paragraph, Run, Tone, plain, words
from leaflet_app.domain.topic import Topic, Urgency, UrgentLine
from leaflet_app.domain.wording import Wording


def banner(wording: Wording) -> Block:
    """Mark a leaflet of which any part awaits clinical review."""
    text = (Run(f"{wording.draft_banner}{wording.full_stop}", bold=True), Run(f" {wording.draft_what}"))
    return Box(Tone.DRAFT, (Paragraph(text),))


def note(text: str, wording: Wording) -> Block:
    """Print the clinician's own words to this person, apart from the library's."""
    paragraphs = (Paragraph(words(line)) for line in text.splitlines() if line)
    return Box(Tone.NOTE, (Heading(wording.note, 2, "note"), *paragraphs))


def get_help_fast(topics: Iterable[Topic], wording: Wording) -> Iterator[Block]:
    """Yield one box with the reasons of all topics: 999 first, each reason once."""
    lines = tuple(_once(line for topic in topics for line in topic.urgent))
    leads = {
        Urgency.EMERGENCY: wording.emergency_lead,
        Urgency.SAME_DAY: wording.same_day_lead,
        Urgency.ADVICE: wording.advice_lead,
    }
    blocks: list[Block] = []
    for urgency, lead in leads.items():
        reasons = tuple(line.text for line in lines if line.urgency is urgency)
        if reasons:
            blocks += (Paragraph(words(lead, bold=True)), Bullets(reasons))
    if blocks:
        yield Box(Tone.URGENT, (Heading(wording.urgent, 2, "urgent"), *blocks))


def _once(lines: Iterable[UrgentLine]) -> Iterator[UrgentLine]:
    """Merge lines with the same id or the same words; an emergency wins over a same-day line."""
    kept: list[tuple[set[str], UrgentLine]] = []
    for line in lines:
        marks = {" ".join(plain(line.text).casefold().split()).rstrip(".")} | ({f"#{line.id}"} if line.id else set())
        same = [each for each in kept if each[0] & marks]
        at = kept.index(same[0]) if same else len(kept)
        merged = (marks.union(*(each[0] for each in same)), min((*(each[1] for each in same), line), key=_haste))
        kept = [each for each in kept if each not in same]
        kept.insert(at, merged)
    return (line for _, line in kept)


def _haste(line: UrgentLine) -> int:
    return list(Urgency).index(line.urgency)
