"""The faults of one file, as they are found."""

from __future__ import annotations

from dataclasses import dataclass, field

from leaflet_app.domain.faults import Fault, Weight

MOST_FAULTS = 50
"""How many faults of one file are told; a file with more is not a topic that someone is mending."""


@dataclass
class Report:
    """What is wrong with one file. `file` is its path inside the library's folder; no warning stops its use."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def add(self, line: int, wrong: str, remedy: str) -> None:
        """Note a fault at a line."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.file, max(line, 1), wrong, remedy))

    def warn(self, line: int, wrong: str, remedy: str) -> None:
        """Note what somebody should look at."""
        self.warnings.append(Fault(self.file, max(line, 1), wrong, remedy, Weight.WARNING))

    @property
    def told(self) -> list[Fault]:
        """Return the faults and the warnings."""
        return [*self.faults, *self.warnings]
