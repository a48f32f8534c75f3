"""What is wrong with a file of the library, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of one file. `file` is relative to the library's folder; `line` counts from 1."""

    file: str
    line: int
    wrong: str
    remedy: str

    def __str__(self) -> str:
        """Say it the way editors and people read it: file:line: what is wrong, what to do."""
        return f"{self.file}:{self.line}: {self.wrong}, {self.remedy}"
