"""The table: what was asked, its budget, what was measured, and whether it is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


class CannotRun(Exception):
    """A part that a measurement needs is not there; the message says which."""


TOPICS = 10_000
"""How large the library is that the budgets of storage and search speak of."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What is measured, the most it may be, and the moonshot; `unit` follows the number, as in "0.8 x Typst"."""

    what: str
    limit: float
    moonshot: float
    unit: str

    def __str__(self) -> str:
        """Say it as the table does."""
        return f"<= {self.limit:g} {self.unit} (moonshot {self.moonshot:g})"


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure in the unit of its budget, how it came about, and the samples it was taken from."""

    value: float
    said: str
    samples: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terms:
    """How long to measure, on how large a library, and a folder for what the runs write.

    A family that `is_alone` may take its time.
    """

    is_quick: bool
    folder: Path
    is_alone: bool = False
    topics: int = TOPICS

    def rounds(self, thorough: int, quick: int) -> int:
        """Return how often to go round."""
        return quick if self.is_quick else thorough


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was asked, and what was measured or why it was not."""

    family: str
    budget: Budget
    figure: Measured | None
    why_not: str = ""

    @property
    def measured(self) -> str:
        """Say the figure."""
        if self.figure is None:
            return f"not measured: {self.why_not}"
        return f"{self.figure.value:.3g} {self.budget.unit}: {self.figure.said}"

    @property
    def verdict(self) -> str:
        """Tell whether the budget is met."""
        if self.figure is None:
            return "-"
        if self.figure.value <= self.budget.moonshot:
            return "met, moonshot too"
        return "met" if self.figure.value <= self.budget.limit else "gap"


@dataclass(frozen=True, slots=True)
class Family:
    """Figures that are taken together: for each budget in order `measure` returns a figure, or why there is none."""

    name: str
    budgets: tuple[Budget, ...]
    measure: Callable[[Terms], Sequence[Measured | CannotRun]]

    def rows(self, terms: Terms) -> Iterator[Row]:
        """Measure, and say what could not be."""
        try:
            figures = self.measure(terms)
        except CannotRun as why:
            figures = [why] * len(self.budgets)
        for budget, figure in zip(self.budgets, figures, strict=True):
            if isinstance(figure, CannotRun):
                yield Row(self.name, budget, None, str(figure))
            else:
                yield Row(self.name, budget, figure)


HEAD = ("what", "budget", "measured", "met?")


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the table in Markdown, its columns in line."""
    cells = [HEAD, *((row.budget.what, str(row.budget), row.measured, row.verdict) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEAD))]
    for number, row in enumerate(cells):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        if not number:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
