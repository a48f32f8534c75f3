"""Words that a leaflet explains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from leaflet_app.domain.value import value


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
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._by_form, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)" if forms else r"(?!)", re.IGNORECASE)

    def split(self, text: str) -> tuple[tuple[str, Term | None], ...]:
        """Cut a text into stretches, each with the term it is, or None."""
        parts: list[tuple[str, Term | None]] = []
        end = 0
        for match in self._pattern.finditer(text):
            if match.start() > end:
                parts.append((text[end : match.start()], None))
            parts.append((match.group(), self._by_form.get(match.group().casefold())))
            end = match.end()
        if end < len(text):
            parts.append((text[end:], None))
        return tuple(parts)

    def used_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms that really occur in the texts, by word."""
        found = {term for text in texts for _, term in self.split(text) if term is not None}
        return tuple(sorted(found, key=lambda term: term.word.casefold()))
