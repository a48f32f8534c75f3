"""A topic before its first word: what every topic of its kind needs, with nothing said yet."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType

from leaflet_app.domain.topic import REQUIRED, Kind, SectionKey, Site

HEADINGS: Mapping[SectionKey, str] = MappingProxyType(
    {
        SectionKey.WHAT: "What is it?",
        SectionKey.CANCER: "Is it cancer?",
        SectionKey.COMMON: "How common is it?",
        SectionKey.HORMONES: "Hormones",
        SectionKey.SYMPTOMS: "What you may notice",
        SectionKey.CAUSES: "What causes it",
        SectionKey.TESTS: "How it is found",
        SectionKey.TREATMENT: "How it is treated",
        SectionKey.LIVING: "Living with it",
        SectionKey.URGENT: "Get help fast",
        SectionKey.QUESTIONS: "Questions to ask",
    }
)
"""The heading that is offered for each section; an author says it in the words of the topic."""

LONGEST_ID = 40
_NEEDED_BY_ALL = (SectionKey.WHAT, SectionKey.URGENT, SectionKey.QUESTIONS)
_FIRST_WORDS = {
    SectionKey.URGENT: "**Call 999 if:**\n\n- \n\n**Ring the same day if:**\n\n- ",
    SectionKey.QUESTIONS: "- ",
}


def id_for(title: str, taken: Collection[str]) -> str:
    """Return an id that a title suggests and no other text has; nothing for a title without letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    if not words or words not in taken:
        return words
    return next(each for number in range(2, len(taken) + 3) if (each := f"{words}-{number}") not in taken)


def new_topic(topic_id: str, title: str, kind: Kind, site: Site, author: str) -> str:
    """Return the file of a new topic: reading it tells of each part that is still empty."""
    front = (
        "+++",
        "schema = 1",
        f"id = {json.dumps(topic_id)}",
        f"title = {json.dumps(title, ensure_ascii=False)}",
        'lang = "en-GB"',
        f'kind = "{kind.value}"',
        f'site = "{site.value}"',
        'purpose = ""',
        "aliases = []",
        "related = []",
        "support = []",
        "bank = []",
        "",
        "[facts]",
        "",
        "[review]",
        'status = "draft"',
        'version = "0.1.0"',
        f"author = {json.dumps(author, ensure_ascii=False)}",
        'change_note = "First draft."',
        "+++",
    )
    sections = (_section(key) for key in REQUIRED.get(kind, _NEEDED_BY_ALL))
    return "\n".join((*front, "", *sections)).rstrip() + "\n"


def _section(key: SectionKey) -> str:
    return f"## {HEADINGS[key]} {{#{key.value}}}\n\n{_FIRST_WORDS.get(key, '')}\n"
