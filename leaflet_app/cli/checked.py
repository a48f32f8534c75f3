"""The checks of a leaflet as a person reads them: what passed is counted, the rest is told with what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from leaflet_app.domain.checks import Check, Outcome, of_outcome

WIDTH = 100


def told_checks(checks: Sequence[Check]) -> Iterator[str]:
    """Yield the worst first, each with why and what to do, then how many there were."""
    widest = max(len(check.name) for check in checks)
    for outcome in (Outcome.STOP, Outcome.LOOK):
        for check in of_outcome(checks, outcome):
            yield from _told(check, widest)
    yield _counted(checks)


def would_harm(checks: Sequence[Check]) -> bool:
    """Tell whether any check stops the leaflet."""
    return bool(of_outcome(checks, Outcome.STOP))


def _told(check: Check, widest: int) -> Iterator[str]:
    head = f"{check.outcome.word}  {check.name:<{widest}}  "
    lines = textwrap.wrap(check.why, WIDTH - len(head))
    todo = textwrap.wrap(check.remedy, WIDTH - len(head))
    for number, line in enumerate((*lines, *todo)):
        yield f"{head if number == 0 else ' ' * len(head)}{line}"


def _counted(checks: Sequence[Check]) -> str:
    said = {Outcome.STOP: "to put right", Outcome.LOOK: "to look at", Outcome.PASS: "checked"}
    counts = ((len(of_outcome(checks, outcome)), words) for outcome, words in said.items())
    return ", ".join(f"{count} {words}" for count, words in counts if count)
