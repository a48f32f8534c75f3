"""What the buttons of the editor do to a text: each one edit, and so one step to undo."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leaflet_app.domain.value import value

_FRONT = re.compile(r"\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*\n\s*", re.DOTALL | re.MULTILINE)

FACT, LINK = "how_common", "https://"
_BULLET = "- "
_URGENT = re.compile(r"^## .*\{#urgent\}\s*$", re.MULTILINE)
_LEAD = re.compile(r"^\*\*(?=[^*\n]*999)[^*\n]*+\*\*[ \t]*+$", re.MULTILINE)
_NEXT_PART = re.compile(r"^(?:## |\*\*)", re.MULTILINE)


@value
class Edit:
    """Put words in place of those from `start` to `end`; then what lies between `anchor` and `at` is chosen."""

    start: int
    end: int
    put: str
    chosen: tuple[int, int] | None = None

    @property
    def anchor(self) -> int:
        """Return where the choice begins afterwards."""
        return self.chosen[0] if self.chosen else self.at

    @property
    def at(self) -> int:
        """Return where the cursor stands afterwards."""
        return self.chosen[1] if self.chosen else self.start + len(self.put)

    def made_in(self, text: str) -> str:
        """Return a text with the edit made."""
        return text[: self.start] + self.put + text[self.end :]


def bold(text: str, start: int, end: int) -> Edit:
    """Make words bold, or plain again where they are bold."""
    if text[max(start - 2, 0) : start] == "**" == text[end : end + 2]:
        return Edit(start - 2, end + 2, text[start:end], (start - 2, end - 2))
    words = text[start:end]
    if len(words) > 4 and words.startswith("**") and words.endswith("**"):  # noqa: PLR2004  (the marks themselves)
        return Edit(start, end, words[2:-2], (start, end - 4))
    return Edit(start, end, f"**{words}**", (start + 2, start + 2 + len(words)))


def bullets(text: str, start: int, end: int) -> Edit:
    """Make each chosen line a bullet, or none of them where all are."""
    first, last = line_around(text, start)[0], line_around(text, end)[1]
    lines = text[first:last].split("\n")
    said = {line for line in lines if line.strip()} or {*lines}
    if all(line.startswith(_BULLET) for line in said):
        put = "\n".join(line.removeprefix(_BULLET) for line in lines)
    else:
        put = "\n".join(line if line.startswith(_BULLET) or line not in said else _BULLET + line for line in lines)
    return Edit(first, last, put, (first + len(put), first + len(put)))


def heading(text: str, at: int, key: str, words: str) -> Edit:
    """Put the heading of a section on a line of its own below the one the cursor is in."""
    return _on_own_lines(text, line_around(text, at)[1], f"## {words} {{#{key}}}", (3, 3 + len(words)))


def link(text: str, start: int, end: int, address: str = LINK) -> Edit:
    """Make a link of the chosen words; its address is chosen next, or its words where none were."""
    words = text[start:end] or "words"
    put = f"[{words}]({address})"
    first = start + (len(words) + 3 if end > start else 1)
    return Edit(start, end, put, (first, first + len(address if end > start else words)))


def fact(_text: str, start: int, end: int, key: str = FACT) -> Edit:
    """Put the place of a fact where the cursor is."""
    return Edit(start, end, f"{{{key}}}", (start + 1, start + 1 + len(key)))


def emergency_line(text: str, lead: str = "Call 999 if:") -> Edit:
    """Add a reason to call 999 to “Get help fast”, and what is missing around it."""
    section = _URGENT.search(text)
    if section is None:
        return _on_own_lines(text, len(text), f"## Get help fast {{#urgent}}\n\n**{lead}**\n\n- ", None)
    until = re.compile(r"^## ", re.MULTILINE).search(text, section.end())
    end = until.start() if until else len(text)
    found = _LEAD.search(text, section.end(), end)
    if found is None:
        return _on_own_lines(text, section.end(), f"**{lead}**\n\n- ", None)
    after = _NEXT_PART.search(text, found.end(), end)
    last = len(text[: after.start() if after else end].rstrip())
    put = "\n- " if last > found.end() else "\n\n- "
    return Edit(last, last, put)


def line_around(text: str, at: int) -> tuple[int, int]:
    """Return where the line of a place begins and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def line_starts(text: str) -> tuple[int, ...]:
    """Return where each line begins."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def place_of_line(text: str, line: int) -> int:
    """Return where a line begins, counted from 1; the end of a text that has fewer."""
    starts = line_starts(text)
    return starts[line - 1] if 0 < line <= len(starts) else len(text)


def place_of_words(text: str) -> int:
    """Return where the first words below the front matter begin; the beginning of a text that has none."""
    front = _FRONT.match(text)
    return front.end() if front else 0


def all_replaced(text: str, found: Sequence[tuple[int, int]], put: str) -> str:
    """Return a text with each of these pieces replaced."""
    pieces, last = [], 0
    for start, end in found:
        pieces += [text[last:start], put]
        last = end
    return "".join((*pieces, text[last:]))


def difference(before: str, after: str) -> Edit | None:
    """Return the smallest single edit that makes one text of another; None where they are equal."""
    if before == after:
        return None
    most = min(len(before), len(after))
    start = next((place for place in range(most) if before[place] != after[place]), most)
    left = most - start
    same = next((back for back in range(left) if before[-1 - back] != after[-1 - back]), left)
    return Edit(start, len(before) - same, after[start : len(after) - same])


def _on_own_lines(text: str, at: int, put: str, chosen: tuple[int, int] | None) -> Edit:
    """Put lines at a place with an empty line before and after."""
    before = "" if not text[:at].strip() else "\n" * (2 - min(_breaks(text[:at][::-1]), 2))
    after = "\n" * (2 - min(_breaks(text[at:]), 2)) if text[at:].strip() else "\n"
    first = at + len(before)
    picked = (first + chosen[0], first + chosen[1]) if chosen else (first + len(put), first + len(put))
    return Edit(at, at, before + put + after, picked)


def _breaks(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))
