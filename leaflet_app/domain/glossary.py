"""Words that a leaflet explains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from leaflet_app.domain.value import value

_OPENING = re.compile(r"\w+|(?<!\w)[^\w\s]")
"""A word, or a sign that stands at the beginning of one."""

_LETTER = re.compile(r"\w")


@value
class Term:
    """A word, its other forms (plurals, short names) and a plain meaning."""

    word: str
    meaning: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Glossary:
    """All terms. Finds them in running text, longest first, whole words, in any case."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def _by_form(self) -> dict[str, Term]:
        return {form.casefold(): term for term in self.terms for form in (term.word, *term.forms)}

    @cached_property
    def _by_opening(self) -> dict[str, list[str]]:
        """Return the forms by the word that they open with, longest first."""
        forms: dict[str, list[str]] = {}
        for form in sorted(self._by_form, key=len, reverse=True):
            if opening := _OPENING.match(form):
                forms.setdefault(opening.group(), []).append(form)
        return forms

    def split(self, text: str) -> tuple[tuple[str, Term | None], ...]:
        """Cut a text into stretches, each with the term it is, or None."""
        parts: list[tuple[str, Term | None]] = []
        end = 0
        for opening in _OPENING.finditer(text):
            start = opening.start()
            form = self._form_at(text, start, opening.group()) if start >= end else ""
            if not form:
                continue
            if start > end:
                parts.append((text[end:start], None))
            end = start + len(form)
            parts.append((text[start:end], self._by_form[form]))
        if end < len(text):
            parts.append((text[end:], None))
        return tuple(parts)

    def used_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms that really occur in the texts, by word."""
        found = {term for text in texts for _, term in self.split(text) if term is not None}
        return tuple(sorted(found, key=lambda term: term.word.casefold()))

    def _form_at(self, text: str, start: int, opening: str) -> str:
        """Return the longest form that stands here as whole words, nothing where none does."""
        for form in self._by_opening.get(opening.casefold(), ()):
            end = start + len(form)
            if text[start:end].casefold() == form and not _LETTER.match(text, end):
                return form
        return ""
