"""A translation before its first word: what the English text has, with nothing said yet."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from leaflet_app.domain.wording import Wording

_HEADING = re.compile(r"^#+\s+.*(\{#[\w-]+\})\s*$")
_BULLET = re.compile(r"^\s*[-*]\s+.*?(\{#[\w-]+\})?\s*$")
_FACT = ("text", "words", "picture")


def begun(english: str, english_id: str, wording: Wording, leads: Wording) -> str:
    """Return the file of a new translation: its parts are empty, and reading it tells of each that still is.

    `wording` is that of the language, which gives the bold lines of “Get help fast”; `leads` that of the English text.
    """
    _, front, body = english.split("+++\n", 2)
    table = tomllib.loads(front)
    said = {
        leads.emergency_lead: wording.emergency_lead,
        leads.same_day_lead: wording.same_day_lead,
        leads.advice_lead: wording.advice_lead,
    }
    return "\n".join((*_front(table, english_id, wording.lang), *_body(body, said))).rstrip() + "\n"


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


def _body(body: str, leads: dict[str, str]) -> Iterator[str]:
    """Yield each heading's name, each bullet's, and the lines that lead to reasons to get help."""
    for line in body.split("\n"):
        words = line.strip().strip("*").rstrip(":").strip()
        lead = next((said for meant, said in leads.items() if meant.rstrip(":") == words), "")
        if found := _HEADING.match(line):
            yield from ("", f"## {found[1]}", "")
        elif lead:
            yield from ("", f"**{lead}**", "")
        elif found := _BULLET.match(line):
            yield f"- {found[1] or ''}".rstrip()
