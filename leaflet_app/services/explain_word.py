"""Explain a word that someone points at."""

from __future__ import annotations

from itertools import accumulate

from leaflet_app.domain.glossary import Glossary, Term


def explain(glossary: Glossary, words: str) -> Term | None:
    """Return the term that the words are, else the first that stands in them; None where none is explained."""
    return next((term for _, term in glossary.split(words) if term is not None), None)


def explain_at(glossary: Glossary, text: str, place: int) -> Term | None:
    """Return the term that stands at a place of a text, be it of several words."""
    parts = glossary.split(text)
    ends = accumulate(len(part) for part, _ in parts)
    return next((term for (_, term), end in zip(parts, ends, strict=True) if place < end), None)
