"""What comes first: the draft banner, the clinician's note and "Get help fast"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leaflet_app.domain.blocks import Block, Box, Bullets, Heading, Paragraph, Run, Text, Tone, plain, words
from leaflet_app.domain.compose.languages import apart, by_language, in_both, linked_apart, of_own_words
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import Topic, Urgency, UrgentLine
from leaflet_app.domain.wording import Wording


def banner(library: Library, *, is_draft: bool, stale: Sequence[tuple[str, Translated]]) -> Iterator[Block]:
    """Mark a leaflet of which any part awaits review, in its language and then in English.

    A part is a text that no clinician has signed, set words that nobody has checked, or a translation of an old text.
    """
    wordings = (library.wording, *([library.english.wording] if library.english else ()))
    awaits = is_draft or stale or not library.wording.is_checked
    paragraphs = [
        (wording.lang, Paragraph(text))
        for wording in wordings
        for text in _awaited(wording, is_draft=is_draft, is_checked=library.wording.is_checked, stale=stale)
    ]
    if awaits:
        parts = by_language(paragraphs, library.wording)
        yield Box(Tone.DRAFT, tuple(each for lang, group in parts for each in apart(lang, group, library.wording)))


def note(text: str, wording: Wording) -> Block:
    """Print the clinician's own words to this person, apart from the library's."""
    paragraphs = (Paragraph(words(line)) for line in text.splitlines() if line)
    said = apart(of_own_words(text, wording), paragraphs, wording)
    return Box(Tone.NOTE, (Heading(wording.note, 2, "note"), *said))


def get_help_fast(topics: Iterable[Topic], library: Library) -> Iterator[Block]:
    """Yield one box with the reasons of all topics: 999 first, each reason once."""
    wording = library.wording
    lines = tuple(_once((line for topic in topics for line in topic.urgent), wording.lang))
    leads = {
        Urgency.EMERGENCY: wording.emergency_lead,
        Urgency.SAME_DAY: wording.same_day_lead,
        Urgency.ADVICE: wording.advice_lead,
    }
    is_whole = all(line.lang == wording.lang for line in lines)
    blocks: list[Block] = [] if is_whole else [*in_both(library, lambda each: each.not_translated)]
    for urgency, lead in leads.items():
        reasons = by_language(((line.lang, line.text) for line in lines if line.urgency is urgency), wording)
        blocks += (Paragraph(words(lead, bold=True)),) if reasons else ()
        for lang, texts in reasons:
            blocks += linked_apart(lang, (Bullets(texts),), library)
    if blocks:
        yield Box(Tone.URGENT, (Heading(wording.urgent, 2, "urgent"), *blocks))


def _awaited(
    wording: Wording, *, is_draft: bool, is_checked: bool, stale: Sequence[tuple[str, Translated]]
) -> Iterator[Text]:
    if is_draft:
        yield (Run(f"{wording.draft_banner}{wording.full_stop}", bold=True), Run(f" {wording.draft_what}"))
    if not is_checked:
        yield words(wording.wording_unchecked)
    for title, its in stale:
        template = wording.translation_waived if its.waived else wording.translation_stale
        yield words(template.format(title=title))


def _once(lines: Iterable[UrgentLine], lang: str) -> Iterator[UrgentLine]:
    """Merge lines with the same id or the same words; an emergency wins over a same-day line, then the own language."""

    def rank(line: UrgentLine) -> tuple[int, bool]:
        return list(Urgency).index(line.urgency), line.lang != lang

    kept: list[tuple[set[str], UrgentLine]] = []
    for line in lines:
        marks = {" ".join(plain(line.text).casefold().split()).rstrip(".")} | ({f"#{line.id}"} if line.id else set())
        same = [each for each in kept if each[0] & marks]
        at = kept.index(same[0]) if same else len(kept)
        merged = (marks.union(*(each[0] for each in same)), min((*(each[1] for each in same), line), key=rank))
        kept = [each for each in kept if each not in same]
        kept.insert(at, merged)
    return (line for _, line in kept)
