"""The text below the front matter: Markdown, of which leaflets use headings, paragraphs, bullets, bold and links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Literal

from markdown_it.token import Token

from leaflet_app.domain.blocks import Run
from leaflet_app.domain.value import value
from leaflet_app.library.markdown import parser
from leaflet_app.library.prose import Line, read_line
from leaflet_app.library.report import Report

MOST_BRACKETS = 400  # 50,000 of them keep the parser busy for 20 seconds

_REFUSED = {
    "blockquote_open": ("a quotation", "write it as a paragraph"),
    "code_block": ("an indented block", "remove the spaces before the line"),
    "fence": ("a code block", "write it as a paragraph"),
    "hr": ("a ruled line", "remove it"),
    "html_block": ("HTML", "write plain words"),
    "ordered_list_open": ("a numbered list", "use bullets"),
}
_SILENT = frozenset(("paragraph_open", "paragraph_close", "heading_close", "blockquote_close", "ordered_list_close"))


@value
class Piece:
    """A heading, paragraph or list as it stands in the file: its lines, each with its number."""

    kind: Literal["heading", "paragraph", "bullets"]
    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        """Return the line of the file on which the piece begins."""
        return self.lines[0].number


def read_body(text: str, first: int, places: Mapping[str, Run], report: Report) -> tuple[Piece, ...]:
    """Return the pieces of a body that begins on line `first` of its file, reporting everything else."""
    if text.count("[") > MOST_BRACKETS:
        report.add(
            first, f"there are more than {MOST_BRACKETS} square brackets", "remove the links that are not needed"
        )
        return ()
    walk = _Walk(first, places, report)
    for token in parser().parse(text):
        walk.take(token)
    return tuple(walk.pieces)


class _Walk:
    """Collect pieces while going through the tokens of a body."""

    def __init__(self, first: int, places: Mapping[str, Run], report: Report) -> None:
        self.pieces: list[Piece] = []
        self._first, self._places, self._report = first, places, report
        self._line = first
        self._in_heading = False
        self._depth = 0
        self._bullets: list[Line] = []
        self._before = 0

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.map:
            self._line = self._first + token.map[0]
        if token.type == "inline":
            self._keep(read_line(token, self._line, self._places, self._report))
        elif token.type in _Walk._STEPS:
            _Walk._STEPS[token.type](self, token)
        elif token.type not in _SILENT:
            wrong, remedy = _REFUSED.get(token.type, ("a mark that leaflets do not use", "write plain words"))
            self._report.add(self._line, f"{wrong} cannot be printed", remedy)

    def _open_heading(self, token: Token) -> None:
        self._in_heading = True
        if token.tag != "h2":
            self._report.add(self._line, "this heading has another level", "begin every heading with ##")

    def _open_list(self, _token: Token) -> None:
        self._depth += 1
        if self._depth > 1:
            self._report.add(self._line, "a list stands within a list", "keep bullets on one level")

    def _open_bullet(self, _token: Token) -> None:
        self._before = len(self._bullets)

    def _close_bullet(self, _token: Token) -> None:
        written = len(self._bullets) - self._before
        if self._depth == 1 and written != 1:
            wrong = "a bullet is empty" if written == 0 else "a bullet has more than one paragraph"
            self._report.add(self._line, wrong, "write each bullet as one paragraph")

    def _close_list(self, _token: Token) -> None:
        self._depth -= 1
        if self._depth == 0 and self._bullets:
            self.pieces.append(Piece("bullets", tuple(self._bullets)))
            self._bullets = []

    _STEPS: ClassVar[dict[str, Callable[[_Walk, Token], None]]] = {
        "heading_open": _open_heading,
        "bullet_list_open": _open_list,
        "bullet_list_close": _close_list,
        "list_item_open": _open_bullet,
        "list_item_close": _close_bullet,
    }

    def _keep(self, line: Line) -> None:
        if self._depth:
            self._bullets.append(line)
        else:
            self.pieces.append(Piece("heading" if self._in_heading else "paragraph", (line,)))
        self._in_heading = False
