"""The table: what was asked, its budget, what was measured, and whether it is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


class CannotRun(Exception):
    """A part that a measurement needs is not there; the message says which."""


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
    """A figure in the unit of its budget, and the figures it comes from."""

    value: float
    said: str


@dataclass(frozen=True, slots=True)
class Terms:
    """How long to measure, and a folder for what the runs write."""

    is_quick: bool
    folder: Path

    def rounds(self, thorough: int, quick: int) -> int:
        """Return how often to go round."""
        return quick if self.is_quick else thorough


@dataclass(frozen=True, slots=True)
class Family:
    """Figures that are taken together: one budget for each figure that `measure` returns, in order."""

    name: str
    budgets: tuple[Budget, ...]
    measure: Callable[[Terms], Sequence[Measured]]

    def rows(self, terms: Terms) -> Iterator[Row]:
        """Measure, and say what could not be."""
        try:
            figures = self.measure(terms)
        except CannotRun as why:
            yield from (Row(budget.what, str(budget), f"not measured: {why}", "-") for budget in self.budgets)
            return
        for budget, figure in zip(self.budgets, figures, strict=True):
            yield Row(
                budget.what, str(budget), f"{figure.value:.3g} {budget.unit}: {figure.said}", _verdict(budget, figure)
            )


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    budget: str
    measured: str
    verdict: str


HEAD = Row("what", "budget", "measured", "met?")


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the table in Markdown, its columns in line."""
    cells = [(row.what, row.budget, row.measured, row.verdict) for row in (HEAD, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    for number, row in enumerate(cells):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        if not number:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"


def _verdict(budget: Budget, figure: Measured) -> str:
    if figure.value <= budget.moonshot:
        return "met, moonshot too"
    return "met" if figure.value <= budget.limit else "gap"
