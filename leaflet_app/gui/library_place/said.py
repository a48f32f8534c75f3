"""How the state of a text is said: a word and a shape, never a colour alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from pathlib import PurePosixPath

from leaflet_app.domain.counted import counted
from leaflet_app.domain.days import written_day, written_time
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.reviewing import SOON_DAYS
from leaflet_app.domain.versions import Version
from leaflet_app.services.look_over import Problem, Standing
from leaflet_app.services.review_texts import RETIRES

TOPIC, SHARED, DISCLAIMER = "Topic", "Shared text", "Disclaimer"
BROKEN = "⚠ Cannot be read"
NONE = "–"
DRAFT_LEFT = "✎ Draft left"
GOOD = "✓ No problems, and every source was read within a year."

_STATES = {
    Status.DRAFT: "○ Draft",
    Status.IN_REVIEW: "◇ In review",
    Status.APPROVED: "● Approved",
    Status.RETIRED: "× Retired",
}


def said_state(review: Review, on: date) -> str:
    """Say how far a text has come; an approval counts only while it is signed and in time."""
    if review.status is Status.APPROVED and review.is_overdue(on):
        return "▲ Review overdue"
    if review.status is Status.APPROVED and not review.is_approved:
        return "△ Not signed"
    if review.status is Status.APPROVED and review.is_overdue(on + timedelta(days=SOON_DAYS)):
        return "△ Approved, review due"
    return _STATES[review.status]


def said_status(text: Standing, on: date) -> str:
    """Say how far a text has come, and whether a draft is as the program came with it."""
    if not text.is_readable:
        return BROKEN
    said = said_state(text.review, on)
    return f"{said}, changed here" if text.is_own and text.review.status is Status.DRAFT else said


def said_place(text: Standing) -> str:
    """Say where a topic belongs, and what another text is."""
    return text.site or (DISCLAIMER if text.is_disclaimer else TOPIC if text.file.startswith("topics/") else SHARED)


def said_last(text: Standing, last: Version) -> str:
    """Say who changed a text last, or retired it, and when."""
    done, why = "Last changed", last.message
    if text.review.status is Status.RETIRED:
        done, why = "× Retired", last.message.removeprefix(RETIRES)
    return f"{done} by {last.author}, {written_time(last.at.astimezone())}: {why.rstrip('.')}."


def said_draft(file: str, drafts: Collection[str]) -> str:
    """Say whether changes of a text were left unsaved on this computer, and of which language but English."""
    folder = PurePosixPath(file).parent
    left = sorted(PurePosixPath(each).stem for each in drafts if PurePosixPath(each).parent == folder)
    others = ", ".join(each for each in left if each != ENGLISH)
    return f"{DRAFT_LEFT}{f' ({others})' if others else ''}" if left else NONE


def said_day(day: date | None) -> str:
    """Say a day as people write it: 22 Nov 2026."""
    return written_day(day) if day else NONE


def said_problems(problems: tuple[Problem, ...]) -> str:
    """Count faults and warnings."""
    faults = sum(problem.stops_approval for problem in problems)
    counts = ((faults, "fault"), (len(problems) - faults, "warning"))
    return ", ".join(counted(number, what) for number, what in counts if number) or NONE


def said_languages(languages: tuple[tuple[str, bool], ...]) -> str:
    """Name the languages of a text: a tick where it says what the English text says, else that it is out of date."""
    return ", ".join(f"{lang} {'▲ out of date' if is_stale else '✓'}" for lang, is_stale in languages) or NONE


def said_summary(texts: tuple[Standing, ...], others: tuple[Problem, ...]) -> str:
    """Say in one line what is to do in the whole library."""
    problems = tuple(problem for text in texts for problem in text.problems) + others
    stale = sum(len(text.stale) for text in texts)
    if not problems and not stale:
        return GOOD
    told = [said_problems(problems)] if problems else ["No problems"]
    told.append(f"{counted(stale, 'fact')} with stale sources" if stale else "no stale sources")
    return f"{', '.join(told)}."
