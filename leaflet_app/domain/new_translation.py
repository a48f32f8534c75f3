"""A translation before its first word: what the English text has, with nothing said yet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from leaflet_app.domain.toml_text import toml_of
from leaflet_app.domain.untranslated import GAP

_FILE = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)(.*)", re.DOTALL | re.MULTILINE)
_PIECE = re.compile(r"(?:^|\n)(?=[ \t]*(?:\n|#|[-*][ \t]|\Z))")
_HEADING = re.compile(r"#+\s")
_BULLET = re.compile(r"[-*]\s")
_EMPTY = re.compile(r"\n{3,}")
_NAME = re.compile(r"\{#[\w-]+\}$")
_FACT = ("text", "words", "picture")


def begun(english: str, english_id: str, lang: str, leads: Mapping[str, str]) -> str:
    """Return the file of a new translation: each of its parts is there, and none says anything.

    `english` is sound. `leads` gives for each bold line of its “Get help fast” the one of the language.
    """
    found = _FILE.match(english)
    front, body = found.groups() if found else ("", english)
    lines = (*_front(toml_of(front), english_id, lang), *_body(body, leads))
    return _EMPTY.sub("\n\n", "\n".join(lines)).rstrip() + "\n"


def _front(table: dict[str, Any], english_id: str, lang: str) -> Iterator[str]:
    yield "+++"
    if "schema" in table:
        yield "schema = 1"
    yield f"id = {json.dumps(table['id'])}"
    yield 'title = ""'
    yield f'lang = "{lang}"'
    yield f'translates = "{english_id}"'
    yield from (f'{key} = ""' for key in ("purpose", "recap") if table.get(key))
    facts = table.get("facts", {})
    if facts:
        yield ""
        yield "[facts]"
    for key, fact in facts.items():
        fields = [field for field in _FACT if isinstance(fact, dict) and fact.get(field)] or ["text"]
        yield f"{key} = {{ {', '.join(f'{field} = {chr(34) * 2}' for field in fields)} }}"
    yield from ("", "[review]", 'status = "draft"', 'version = "0.1.0"', 'author = ""', "+++", "")


def _body(body: str, leads: Mapping[str, str]) -> Iterator[str]:
    """Yield a gap for each heading, paragraph and bullet, with its name, and the lines that lead to reasons."""
    for piece in _PIECE.split(body):
        words = " ".join(piece.split())
        found = _NAME.search(words)
        name = f" {found[0]}" if found else ""
        lead = leads.get(words.strip("*"))
        if _HEADING.match(words):
            yield from ("", f"##{name}", "")
        elif lead:
            yield from ("", f"**{lead}**", "")
        elif _BULLET.match(words):
            yield f"- {GAP}{name}"
        elif words:
            yield from ("", f"{GAP}{name}", "")
