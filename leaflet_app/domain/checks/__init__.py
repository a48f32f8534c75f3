"""What every leaflet is checked for before it is handed over: a table of small questions."""

from leaflet_app.domain.checks.check import (
    FORMAT,
    PERSON,
    Check,
    Outcome,
    Proof,
    Sheet,
    of_outcome,
    verdict,
    worst,
)
from leaflet_app.domain.checks.table import CHECKS, check

__all__ = [
    "CHECKS",
    "FORMAT",
    "PERSON",
    "Check",
    "Outcome",
    "Proof",
    "Sheet",
    "check",
    "of_outcome",
    "verdict",
    "worst",
]
