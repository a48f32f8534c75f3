"""What is wrong with a file, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much a fault matters, the heavier first by name: FAULT stops an approval, WARNING asks for a look."""

    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of one file. A file of the library is named from the library's folder; `line` counts from 1."""

    file: str
    line: int
    wrong: str
    remedy: str
    weight: Weight = Weight.FAULT

    def __str__(self) -> str:
        """Say it the way editors and people read it: file:line: what is wrong, what to do."""
        label = "" if self.weight is Weight.FAULT else "warning: "
        return f"{self.file}:{self.line}: {label}{self.wrong}, {self.remedy}"
