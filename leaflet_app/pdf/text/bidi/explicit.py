"""Rules P2 to X8: the paragraph's level, and the levels that embeddings, overrides and isolates ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MOST = 125  # BD2: no level is higher
EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
"""What opens an embedding: whether its level is odd, and the class that it forces upon its text."""

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
REMOVED = frozenset({*EMBEDDINGS, "PDF", "BN"})
"""What takes no part in the order (rule X9)."""


class Status(NamedTuple):
    """One entry of the stack: a level, the class forced upon its text, and whether an isolate opened it."""

    level: int
    forced: str
    is_isolate: bool


def base_level(classes: Sequence[str]) -> int:
    """Return the level of the first letter that no isolate holds: 1 where it is right to left (rules P2, P3)."""
    depth = 0
    for name in classes:
        if name in ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif not depth and name in {"L", "R", "AL"}:
            return int(name != "L")
    return 0


def embed(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Return each character's level and class after the explicit marks."""
    stack = _Stack(base)
    found, known = [], list(classes)
    for at, name in enumerate(classes):
        if name in EMBEDDINGS:
            stack.embed(*EMBEDDINGS[name])
        elif name == "PDF":
            stack.leave_embedding()
        elif name == "PDI":
            stack.leave_isolate()
        top = stack.top
        found.append(base if name == "B" else top.level)
        if top.forced and name not in REMOVED and name != "B":
            known[at] = top.forced
        if name in ISOLATES:
            stack.isolate(int(name == "RLI") if name != "FSI" else base_level(_inside(classes, at)))
    return found, known


def _inside(classes: Sequence[str], opened: int) -> Sequence[str]:
    """Return what an isolate holds."""
    depth = 1
    for at in range(opened + 1, len(classes)):
        depth += (classes[at] in ISOLATES) - (classes[at] == "PDI")
        if not depth:
            return classes[opened + 1 : at]
    return classes[opened + 1 :]


class _Stack:
    """The directional status stack; what nests too deep is counted only."""

    def __init__(self, base: int) -> None:
        self._entries = [Status(base, "", is_isolate=False)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0

    @property
    def top(self) -> Status:
        """Return the innermost entry."""
        return self._entries[-1]

    def embed(self, odd: int, forced: str) -> None:
        """Open an embedding or override (rules X2 to X5)."""
        level = self._next(odd)
        if level <= MOST and not self._lost_isolates and not self._lost_embeddings:
            self._entries.append(Status(level, forced, is_isolate=False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def isolate(self, odd: int) -> None:
        """Open an isolate (rules X5a to X5c)."""
        level = self._next(odd)
        if level <= MOST and not self._lost_isolates and not self._lost_embeddings:
            self._isolates += 1
            self._entries.append(Status(level, "", is_isolate=True))
        else:
            self._lost_isolates += 1

    def leave_isolate(self) -> None:
        """Close an isolate and every embedding in it (rule X6a)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._entries.pop().is_isolate:
                pass
            self._isolates -= 1

    def leave_embedding(self) -> None:
        """Close an embedding (rule X7)."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._entries) > 1 and not self.top.is_isolate:
            self._entries.pop()

    def _next(self, odd: int) -> int:
        level = self.top.level + 1
        return level if level % 2 == odd else level + 1
