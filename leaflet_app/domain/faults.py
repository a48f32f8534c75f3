"""What is wrong with a file, and what to do about it."""

from __future__ import annotations

from enum import StrEnum

from leaflet_app.domain.value import value


class Weight(StrEnum):
    """How much a fault matters, the heavier first by name: FAULT stops an approval, WARNING asks for a look."""

    FAULT = "fault"
    WARNING = "warning"


@value
class Fault:
    """One fault of one file. A file of the library is named from the library's folder; `line` counts from 1."""

    file: str
    line: int
    wrong: str
    remedy: str
    weight: Weight = Weight.FAULT

    def __lt__(self, other: Fault) -> bool:
        """Stand by file and line."""
        return self._place < other._place

    def __str__(self) -> str:
        """Say it the way editors and people read it: file:line: what is wrong, what to do."""
        label = "" if self.weight is Weight.FAULT else "warning: "
        return f"{self.file}:{self.line}: {label}{self.wrong}, {self.remedy}"

    @property
    def _place(self) -> tuple[str, int, str, str, str]:
        return self.file, self.line, self.wrong, self.remedy, self.weight
