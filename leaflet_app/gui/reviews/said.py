"""What a review sheet says beside the texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from leaflet_app.domain.counted import some
from leaflet_app.domain.days import written_day
from leaflet_app.domain.review import Status
from leaflet_app.domain.sentences import capitalised
from leaflet_app.services.review_sheet import Sheet

_STATES = {
    Status.DRAFT: "○ Draft. Send it to review when it is ready.",
    Status.IN_REVIEW: "◇ Waits for a clinician who did not write it.",
    Status.APPROVED: "● Approved.",
    Status.RETIRED: "× Retired: no new leaflet has it.",
}


def said_head(sheet: Sheet) -> str:
    """Say how a text stands, who wrote it, and what was approved before."""
    lines = [_STATES[sheet.review.status], f"Version {sheet.review.version} by {', '.join(sorted(sheet.authors))}."]
    if sheet.review.change_note:
        lines.append(sheet.review.change_note)
    if sheet.approval is not None:
        approval = sheet.approval
        signed = f"{approval.reviewer}, {approval.role}, {approval.registration}"
        day, until = written_day(approval.approved_on), written_day(approval.next_review)
        lines.append(f"Version {approval.version} was approved by {signed} on {day}, until {until}.")
        lines += [f"Waived: {each.rule}: {each.reason}" for each in approval.waivers]
        lines.append(f"This changes {sheet.step.value}: version {sheet.version} is proposed.")
    return "\n".join(lines)


def said_lines(numbers: Collection[int]) -> str:
    """Name every line for which one reason is to hold."""
    ordered = [str(number) for number in sorted(set(numbers))]
    return f"Line {ordered[0]}" if len(ordered) == 1 else f"Lines {some(ordered)}"


def said_facts(sheet: Sheet) -> Iterator[str]:
    """Yield each fact with the sources it rests on."""
    if sheet.facts:
        yield "Facts and their sources"
    for key, fact in sheet.facts:
        sources = ", ".join(f"{source.publisher}, read {written_day(source.accessed)}" for source in fact.sources)
        yield f"{capitalised(key.replace('_', ' '))}: {fact.text} ({sources or 'no source'})"


def said_sources(sheet: Sheet) -> Iterator[str]:
    """Yield each source once, by publisher and title."""
    sources = {source.id: source for _, fact in sheet.facts for source in fact.sources}
    if sources:
        yield ""
    for source in sources.values():
        yield f"{source.publisher}: {source.title}"
