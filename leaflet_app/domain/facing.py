"""A translation beside today's English: which sentences are still to be checked, and what is noted when they are."""

from __future__ import annotations

import re

from leaflet_app.domain.sentence_marks import SentenceMark, sentence_marks, still_open
from leaflet_app.domain.toml_text import toml_of
from leaflet_app.domain.untranslated import sentences_in, untranslated
from leaflet_app.domain.value import value

_TRANSLATES = re.compile(r'^translates\s*=\s*".*"[ \t]*\n', re.MULTILINE)
_CHECKED = re.compile(r"^checked\s*=\s*\[[^\]]*\][ \t]*\n", re.MULTILINE)
_FRONT = re.compile(r"\A\+\+\+\s*\n(.*?)^\+\+\+", re.DOTALL | re.MULTILINE)


@value
class Facing:
    """A translation opened beside its English text.

    `english` is today's text and `english_id` names it; `before` is the one that was translated, named by `translated`,
    None where nobody knows. `text` is empty where the library, in its version `base`, has no translation yet.
    """

    file: str
    english: str
    english_id: str
    translated: str
    before: str | None
    text: str
    base: str

    def marks(self, text: str) -> tuple[SentenceMark, ...]:
        """Return the sentences of the text, as it is typed now, that are still to be checked."""
        if translates(text) == self.english_id:
            return ()
        return still_open(sentence_marks(self.before, self.english, text), checked(text))

    def missing(self, text: str) -> tuple[SentenceMark, ...]:
        """Return the passages that the text has no words for; what is new in English is marked as that."""
        new = {mark.english.start for mark in self.marks(text)}
        return tuple(mark for mark in untranslated(self.english, text) if mark.english.start not in new)

    def to_translate(self, text: str) -> int:
        """Return how many sentences the text has no words for."""
        return sentences_in(self.english, self.missing(text))

    def settled(self, text: str) -> str:
        """Return the text as it is kept: of today's English where nothing is left to be checked, else as it stands."""
        if self.marks(text):
            return text
        return _CHECKED.sub("", _TRANSLATES.sub(f'translates = "{self.english_id}"\n', text, count=1), count=1)


def translates(text: str) -> str:
    """Return the id of the English text that a translation says it is of; nothing where it says none."""
    said = _front(text).get("translates", "")
    return said if isinstance(said, str) else ""


def checked(text: str) -> tuple[str, ...]:
    """Return the ids of the sentences that somebody has found to be right."""
    ids = _front(text).get("checked", [])
    return tuple(each for each in ids if isinstance(each, str)) if isinstance(ids, list) else ()


def with_checked(text: str, mark: SentenceMark) -> str:
    """Return the text with a note that a sentence is right as it stands."""
    ids = ", ".join(f'"{each}"' for each in dict.fromkeys((*checked(text), mark.id)))
    line = f"checked = [{ids}]\n"
    if _CHECKED.search(text):
        return _CHECKED.sub(line, text, count=1)
    return _TRANSLATES.sub(lambda found: found[0] + line, text, count=1)


def _front(text: str) -> dict[str, object]:
    """Return the front matter of a text; nothing of one that cannot be read."""
    found = _FRONT.match(text)
    try:
        return toml_of(found[1]) if found else {}
    except ValueError:
        return {}
