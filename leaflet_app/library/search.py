"""Find topics while someone types: titles and synonyms first, then words of the text, then near misses."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator

from leaflet_app.domain.blocks import lines_of, plain
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import Topic
from leaflet_app.library.near import NearNames

LONGEST_QUERY = 200
RANKED_FROM = 3
"""How many letters a query needs before its matches are ranked; ranking the many matches of fewer is what costs."""

_WORD = re.compile(r"[^\W_]+")

_TABLES = """
CREATE VIRTUAL TABLE names USING fts5(title, aliases, tokenize="unicode61 remove_diacritics 2", prefix="1 2 3 4");
CREATE VIRTUAL TABLE bodies USING fts5(body, tokenize="unicode61 remove_diacritics 2", prefix="1 2 3 4");
"""
_RANKED = "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank, rowid LIMIT ?"
_NAMED = "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rowid LIMIT ?"
_SAID = "SELECT rowid FROM bodies WHERE bodies MATCH ? ORDER BY rowid LIMIT ?"


class TopicIndex:
    """The words of a library's topics. For one thread: the one that made it."""

    def __init__(self, library: Library) -> None:
        topics = sorted(library.offered.values(), key=lambda topic: topic.title.casefold())
        self._ids = [topic.id for topic in topics]
        self._called = {name: row for row, topic in enumerate(topics) for name in _called(topic)}
        self._near = NearNames(_names(topics))
        self._index = sqlite3.connect(":memory:")
        self._index.executescript(_TABLES)
        named = ((row, topic.title, "\n".join((*topic.aliases, topic.id))) for row, topic in enumerate(topics))
        self._index.executemany("INSERT INTO names(rowid, title, aliases) VALUES (?, ?, ?)", named)
        said = ((row, _body(topic)) for row, topic in enumerate(topics))
        self._index.executemany("INSERT INTO bodies(rowid, body) VALUES (?, ?)", said)
        self._index.commit()

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of the topics that a text may mean, best first. Any text is allowed."""
        words = _WORD.findall(unicodedata.normalize("NFC", text[:LONGEST_QUERY]))
        if not words or limit < 1:
            return ()
        letters = sum(map(len, words))
        query = " ".join(f'"{word}"*' for word in words)
        called = self._called.get(" ".join(words).casefold())
        found: dict[int, None] = {} if called is None else {called: None}
        for statement, match in (
            (_RANKED if letters >= RANKED_FROM else _NAMED, f"title : ({query})"),
            (_NAMED, query),
            (_SAID, query),
        ):
            if len(found) < limit:
                found |= dict.fromkeys(row for (row,) in self._index.execute(statement, (match, limit)))
        if not found and letters >= RANKED_FROM:
            return self._near.nearest(" ".join(words).casefold(), limit)
        return tuple(self._ids[row] for row in found)[:limit]


def _names(topics: list[Topic]) -> Iterator[tuple[str, str]]:
    """Yield what a topic may be called and its id: whole names first, then the words of names."""
    whole = [(name, topic.id) for topic in topics for name in _called(topic)]
    yield from whole
    for name, topic_id in whole:
        yield from ((word, topic_id) for word in _WORD.findall(name) if len(word) > RANKED_FROM)


def _called(topic: Topic) -> Iterator[str]:
    """Yield each name of a topic the way a query is compared with it."""
    return (" ".join(_WORD.findall(name)).casefold() for name in (*topic.aliases, topic.title))


def _body(topic: Topic) -> str:
    headings = (section.heading for section in topic.sections)
    lines = (plain(line) for section in topic.sections for line in lines_of(section.blocks))
    return "\n".join((topic.title, *topic.aliases, topic.purpose, *headings, *lines))
