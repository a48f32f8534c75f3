"""Find topics while someone types: titles and synonyms first, then words of the text, then near misses."""

from __future__ import annotations

import re
import sqlite3
import sys
import unicodedata
from bisect import bisect, insort
from collections.abc import Collection, Iterator, Sequence
from threading import get_ident

from leaflet_app.domain.blocks import lines_of, plain
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import Topic
from leaflet_app.library.near import NearNames

LONGEST_QUERY = 200
RANKED_FROM = 3
"""How many letters a query needs before its matches are ranked; ranking the many matches of fewer is what costs."""

_APART = 2**32
"""How far apart the numbers of two titles are that stand one after the other, so that others find room between."""

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
        self._thread = get_ident()
        self._order: list[tuple[str, int]] = []
        self._ids: dict[int, str] = {}
        self._rows: dict[str, int] = {}
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._called: dict[str, list[int]] = {}
        self._index = sqlite3.connect(":memory:")
        self._index.executescript(_TABLES)
        for place, topic in enumerate(topics, 1):
            self._put(topic, place * _APART)
        self._near = NearNames(self._names())
        self._index.commit()

    def take(self, library: Library, changed: Collection[str]) -> bool:
        """Take in a later library, of which only some topics have changed; tell whether there was room for that."""
        if get_ident() != self._thread:
            return False
        offered = library.offered
        for gone in [each for each in self._rows if each in changed or each not in offered]:
            self._drop(gone)
        for topic in [offered[each] for each in offered if each not in self._rows]:
            row = self._row_of(topic.title.casefold())
            if row in self._ids:
                return False
            self._put(topic, row)
            self._near.add(_named(row, self._known[topic.id][1]))
        self._index.commit()
        return True

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of the topics that a text may mean, best first. Any text is allowed."""
        words = _WORD.findall(unicodedata.normalize("NFC", text[:LONGEST_QUERY]))
        if not words or limit < 1:
            return ()
        letters = sum(map(len, words))
        query = " ".join(f'"{word}"*' for word in words)
        called = self._called.get(" ".join(words).casefold())
        found: dict[int, None] = {max(called): None} if called else {}
        for statement, match in (
            (_RANKED if letters >= RANKED_FROM else _NAMED, f"title : ({query})"),
            (_NAMED, query),
            (_SAID, query),
        ):
            if len(found) < limit:
                found |= dict.fromkeys(row for (row,) in self._index.execute(statement, (match, limit)))
        if not found and letters >= RANKED_FROM:
            found = dict.fromkeys(self._near.nearest(" ".join(words).casefold(), limit))
        return tuple(self._ids[row] for row in found)[:limit]

    def _names(self) -> Iterator[tuple[str, int]]:
        """Yield what topics may be called: whole names first, then the words of names."""
        called = [(self._rows[topic_id], names) for topic_id, (_, names) in self._known.items()]
        yield from ((name, row) for row, names in called for name in names)
        yield from (each for row, names in called for each in _named(row, names))

    def _put(self, topic: Topic, row: int) -> None:
        title = topic.title.casefold()
        insort(self._order, (title, row))
        self._ids[row], self._rows[topic.id] = topic.id, row
        self._known[topic.id] = title, tuple(_called(topic))
        for name in self._known[topic.id][1]:
            self._called.setdefault(name, []).append(row)
        named = row, topic.title, "\n".join((*topic.aliases, topic.id))
        self._index.execute("INSERT INTO names(rowid, title, aliases) VALUES (?, ?, ?)", named)
        self._index.execute("INSERT INTO bodies(rowid, body) VALUES (?, ?)", (row, _body(topic)))

    def _drop(self, topic_id: str) -> None:
        row = self._rows.pop(topic_id)
        title, names = self._known.pop(topic_id)
        del self._ids[row]
        self._order.remove((title, row))
        for name in names:
            self._called[name].remove(row)
        self._near.remove(_named(row, names))
        for table in ("names", "bodies"):
            self._index.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608  (our own tables)

    def _row_of(self, title: str) -> int:
        """Return a number between those of the titles before and after; one that is taken where there is no room."""
        after = bisect(self._order, (title, sys.maxsize))
        least = self._order[after - 1][1] if after else 0
        most = self._order[after][1] if after < len(self._order) else least + 2 * _APART
        return (least + most) // 2


def _named(row: int, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield what a topic may be called, and the words of that."""
    yield from ((name, row) for name in names)
    for name in names:
        yield from ((word, row) for word in _WORD.findall(name) if len(word) > RANKED_FROM)


def _called(topic: Topic) -> Iterator[str]:
    """Yield each name of a topic the way a query is compared with it."""
    return (" ".join(_WORD.findall(name)).casefold() for name in (*topic.aliases, topic.title))


def _body(topic: Topic) -> str:
    headings = (section.heading for section in topic.sections)
    lines = (plain(line) for section in topic.sections for line in lines_of(section.blocks))
    return "\n".join((topic.title, *topic.aliases, topic.purpose, *headings, *lines))
