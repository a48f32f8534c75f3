"""One paragraph, bullet or heading: from Markdown tokens to runs, every place filled, every figure accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from markdown_it.token import Token

from leaflet_app.domain.blocks import Run, Text
from leaflet_app.domain.bounds import LONGEST_WORD, MOST_WORDS_TOGETHER
from leaflet_app.domain.value import value
from leaflet_app.library.addresses import LINK_REMEDY, is_link
from leaflet_app.library.characters import forbidden_in
from leaflet_app.library.ids import ID_REMEDY, is_id
from leaflet_app.library.report import Report

LONGEST_LINK = 200

REFUSED = {
    "code_inline": ("code between backticks", "write it as plain words"),
    "em_open": ("italics", "use **bold** or plain words"),
    "s_open": ("text struck through", "remove it"),
    "image": ("a picture", "describe it in words"),
    "html_inline": ("HTML", "write plain words"),
}
"""Marks that a line of text may not hold, by token, and what to do instead."""

_LEFT_OVER = (
    (re.compile(r"[\[\]]"), "a square bracket stands here", "write a link as [words](https://address)"),
    (re.compile(r"\*\*"), "bold is opened or closed only once", "put ** right before and right after the words"),
    (re.compile(r"[<>]"), "a “<” or “>” stands here", "write it in words; HTML is not used"),
    (re.compile(r"&(?:#\w+|\w+);"), "an HTML character code stands here", "type the character itself"),
    (re.compile(r"[|]"), "a table stands here", "write it as bullets"),
    (re.compile(r"[{}]"), "a curly bracket stands here", "write a place as {name}, with small letters"),
)
_ANY_LEFT_OVER = re.compile(r"[\[\]<>&|{}]|\*\*")
_FIGURE = re.compile(r"(?<!\w)(?<!\w-)(?:\d[\d.,]*(?!\w|-[A-Z])|[¼½¾])")
_NAMED_BY_NUMBER = re.compile(r"\b(?:type|grade|stage)\s$", re.IGNORECASE)
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_MARK = re.compile(r"\s*\{#([^{}]*)\}\s*$")
_PHONES = ("999", "111")
_FILLED = "\ufffc"  # stands for a filled place while the words around it are looked at


@value
class Line:
    """A text, the `{#mark}` at its end, and the line of the file on which it begins."""

    text: Text
    mark: str
    number: int


def read_line(inline: Token, number: int, places: Mapping[str, Run], report: Report) -> Line:
    """Return the runs of an inline token, reporting all that a leaflet cannot hold."""
    runs = list(_styled(inline.children or (), number, report))
    mark = ""
    if runs and (found := _MARK.search(runs[-1].text)):
        mark = found[1]
        runs[-1] = replace(runs[-1], text=runs[-1].text[: found.start()])
        if not is_id(mark):
            report.add(number, f"“{mark}” cannot be an id", ID_REMEDY)
    typed = _PLACE.sub(lambda found: _FILLED if found[1] in places else found[1], "".join(run.text for run in runs))
    check_words(typed, number, report)
    filled = [part for run in runs for part in _filled(run, number, places, report)]
    _check_links(filled, number, report)
    return Line(_joined(filled), mark, number)


def check_words(typed: str, number: int, report: Report) -> None:
    """Report figures that no fact vouches for, marks that would print as they stand, and words without measure."""
    _check_measure(typed, number, report)
    for pattern, wrong, remedy in _LEFT_OVER if _ANY_LEFT_OVER.search(typed) else ():
        if found := pattern.search(typed):
            report.add(number + typed.count("\n", 0, found.start()), wrong, remedy)
    for at, figure in figures_in(typed):
        line = number + typed.count("\n", 0, at)
        report.add(
            line, f"the figure {figure} has no source", "make it a fact with its sources and write its {name} here"
        )
    if found_at := forbidden_in(typed):
        report.add(number + typed.count("\n", 0, found_at[0]), f"a hidden character ({found_at[1]})", "delete it")


def _check_measure(typed: str, number: int, report: Report) -> None:
    if len(typed) <= LONGEST_WORD:
        return
    words = typed.split()
    if len(words) > MOST_WORDS_TOGETHER:
        wrong = f"a paragraph has {len(words):,} words, and {MOST_WORDS_TOGETHER:,} is the most"
        report.add(number, wrong, "make several of it")
    if (letters := max(map(len, words), default=0)) > LONGEST_WORD:
        report.add(number, f"a word has {letters:,} letters, and {LONGEST_WORD} is the most", "divide the word")


def figures_in(typed: str) -> Iterator[tuple[int, str]]:
    """Yield each number that is neither 999 or 111 nor part of a name (MEN1, type 1, 5-HIAA), and where it stands."""
    for found in _FIGURE.finditer(typed):
        figure = found.group().rstrip(".,")
        if figure not in _PHONES and not _NAMED_BY_NUMBER.search(typed, 0, found.start()):
            yield found.start(), figure


def _check_links(runs: Iterable[Run], number: int, report: Report) -> None:
    """Report links of more words than a page can show as one."""
    for link, linked in groupby(runs, key=lambda run: run.link):
        if link and sum(len(run.text) for run in linked) > LONGEST_LINK:
            report.add(number, f"a link has words of more than {LONGEST_LINK} letters", "link only a few of the words")


def _styled(children: Iterable[Token], number: int, report: Report) -> Iterator[Run]:
    """Yield a run for each stretch of text. Breaks within the paragraph stay, to count lines by."""
    bold, link, line = 0, "", number
    for token in children:
        match token.type:
            case "text":
                yield Run(token.content, bold=bold > 0, link=link)
            case "softbreak" | "hardbreak":
                line += 1
                yield Run("\n", bold=bold > 0, link=link)
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "link_open":
                link = _checked(str(token.attrs.get("href", "")), line, report)
            case "link_close":
                link = ""
            case "em_close" | "s_close":
                pass
            case other:
                wrong, remedy = REFUSED.get(other, ("a mark that leaflets do not use", "write plain words"))
                report.add(line, f"{wrong} cannot be printed", remedy)
                line += token.content.count("\n")


def _checked(untrusted_address: str, line: int, report: Report) -> str:
    if is_link(untrusted_address):
        return untrusted_address
    report.add(line, f"the link “{untrusted_address[:80]}” is not allowed", LINK_REMEDY)
    return ""


def _filled(run: Run, number: int, places: Mapping[str, Run], report: Report) -> Iterator[Run]:
    """Yield the run with its places filled."""
    end = 0
    for found in _PLACE.finditer(run.text):
        yield Run(run.text[end : found.start()], run.bold, run.link)
        if place := places.get(found[1]):
            yield Run(place.text, run.bold, run.link, place.fact)
        else:
            known = ", ".join(sorted(places)) or "none yet"
            report.add(number, f"no fact is called “{found[1]}”", f"add it under [facts] or use one of these: {known}")
        end = found.end()
    yield Run(run.text[end:], run.bold, run.link)


def _joined(runs: Iterable[Run]) -> Text:
    """Join neighbours of one style; breaks become spaces."""
    kept = (run for run in runs if run.text)
    groups = groupby(kept, key=lambda run: (run.bold, run.link, run.fact))
    return tuple(Run("".join(run.text for run in group).replace("\n", " "), *style) for style, group in groups)
