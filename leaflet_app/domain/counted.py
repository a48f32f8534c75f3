"""Counts as a person says them."""

from __future__ import annotations


def counted(count: float, what: str) -> str:
    """Say how many: 1 page, 2 pages, 2.5 pages."""
    return f"1 {what}" if count == 1 else f"{count:g} {what}s"
