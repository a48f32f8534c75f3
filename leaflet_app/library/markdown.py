"""The Markdown of leaflets, as markdown-it reads it; plain words, which most lines are, it is spared from asking after.

Each of its rules looks at each line and at each sign. A line that begins with a letter only ever goes on a paragraph,
and words without a sign that means something are one text.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SIGN = re.compile(r"[\n\\`~*_\[\]!<]")
"""A sign that one of the rules for the inside of a line acts on."""


@cache
def parser() -> MarkdownIt:
    """Return a parser that leaves every address to our own gate and shows raw HTML as such, so that it is reported."""
    parser = standard()
    parser.block.ruler.before("code", "plain_paragraph", _plain_paragraph)
    parser.inline.ruler.at("text", _text)
    parser.core.ruler.at("inline", _inline)
    return parser


def standard() -> MarkdownIt:
    """Return one that asks all its rules about everything; it gives the same tokens."""
    parser = MarkdownIt("js-default", {"html": True, "linkify": False, "typographer": False})
    parser.disable(["autolink", "entity", "linkify", "reference", "table"])
    setattr(parser, "validateLink", lambda _address: True)  # noqa: B010 markdown-it's own way to replace its gate
    setattr(parser, "normalizeLink", str)  # noqa: B010
    return parser


def _plain_paragraph(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001  (a rule's form)
    """Take a paragraph all of whose lines begin with letters."""
    if state.is_code_block(start):
        return False
    line = start
    while line < state.lineMax and (line == start or not state.isEmpty(line)):
        if not state.src[state.bMarks[line] + state.tShift[line]].isalpha():
            return False
        line += 1
    content = state.getLines(start, line, state.blkIndent, keepLastLF=False).strip(" \t\r\n")
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    words = state.push("inline", "", 0)
    words.content, words.map, words.children = content, [start, line], []
    state.push("paragraph_close", "p", -1)
    return True


def _inline(state: StateCore) -> None:
    """Read the inside of each line; where it holds no sign, it is one text."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.children is None:
            token.children = []
        if _SIGN.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))


def _text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (a rule's form)
    """Take all up to the next sign."""
    found = _SIGN.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True
