"""Which pages of a booklet stand side by side on each side of its sheets. Arithmetic only."""

from __future__ import annotations

PAGES_A_SHEET = 4

Sides = tuple[tuple[int, int], ...]
"""The page at the left and the page at the right of each side; pages count from 1."""


def padded(pages: int) -> int:
    """Return how many pages the sheets have room for: the next multiple of four, and one sheet at least."""
    return max(PAGES_A_SHEET, -(-pages // PAGES_A_SHEET) * PAGES_A_SHEET)


def sides(pages: int, *, is_right_to_left: bool = False) -> Sides:
    """Return the sides in the order of printing: the front of the outermost sheet, its back, then the next sheet.

    Print on both sides, flipped on the SHORT edge; then fold the pile in the middle. Pages beyond `pages` are the
    last ones of the booklet, so that a reader meets empty pages only after the end. What is read from right to left
    opens from the other side.
    """
    last = padded(pages)
    fronts = range(1, last // 2, 2)
    printed = (side for front in fronts for side in ((last + 1 - front, front), (front + 1, last - front)))
    return tuple((right, left) if is_right_to_left else (left, right) for left, right in printed)
