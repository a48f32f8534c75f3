"""Library text on the screen: selectable, with links that the keyboard reaches and words that can be looked for."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QGuiApplication, QPalette, QTextDocument
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy

from leaflet_app.gui.panes.matches import PARTED, count, marked, places

OUTSIDE = ("https://", "mailto:", "tel:")
LEAST = QSize(160, 24)
LONGEST_WORDS = 40
MARK_STRENGTH = 0.3
"""How much of the accent is in the ground of a match."""

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class RichText(QLabel):
    """A text that is as high as its words need. Its links and words are only told, never opened here."""

    link_chosen = Signal(str)
    word_asked = Signal(str, int)

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html
        self._wanted = ""
        self._current: int | None = None
        self._heights: dict[int, int] = {}
        flags = Qt.TextInteractionFlag
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a " in html else Qt.FocusPolicy.ClickFocus)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.linkActivated.connect(self.link_chosen)
        self.linkHovered.connect(self._show_address)
        self._write()

    def mark(self, wanted: str, current: int | None = None) -> int:
        """Mark the words wherever they stand, one place more than the others; return how many there are."""
        if (wanted, current) != (self._wanted, self._current):
            self._wanted, self._current = wanted, current
            self._write()
        return count(self._html, wanted)

    def height_of_match(self) -> int:
        """Return how far below the top the current match stands."""
        document = self._laid_out()
        found = places(document.toPlainText().replace("\n", PARTED), self._wanted)
        place = found[self._current or 0][0] if found else 0
        block = document.findBlock(place)
        top = document.documentLayout().blockBoundingRect(block).top()  # lays the block out, so that it has lines
        line = block.layout().lineForTextPosition(place - block.position())
        return int(top + (line.y() if line.isValid() else 0)) + self.contentsRect().top()

    def words_at(self, place: QPoint) -> tuple[str, int]:
        """Return the paragraph at a place of the widget, and which of its letters stands there."""
        document = self._laid_out()
        inside = QPointF(place - self.contentsRect().topLeft())
        at = max(document.documentLayout().hitTest(inside, Qt.HitTestAccuracy.FuzzyHit), 0)
        block = document.findBlock(at)
        return block.text(), at - block.position()

    def sizeHint(self) -> QSize:
        """Ask for little: the width comes from the column, the height from the width."""
        return LEAST

    def minimumSizeHint(self) -> QSize:
        """Be narrow if need be; Qt's own answer lays the text out many times over."""
        return LEAST

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's own name)
        """Return the height of the words, laid out once for each width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link, or the last, where somebody comes with Tab: Qt would wait for a second one."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Write the text again when the colours change; links keep the colour they were written in."""
        super().changeEvent(event)
        self._heights = {}
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to explain what is selected, or the word under the pointer."""
        menu = self.menu_at(event.pos(), by_keyboard=event.reason() is QContextMenuEvent.Reason.Keyboard)
        menu.popup(event.globalPos())

    def menu_at(self, place: QPoint, *, by_keyboard: bool = False) -> QMenu:
        """Return what can be done with the words at a place."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.selectedText().strip()
        text, at = (chosen, 0) if chosen or by_keyboard else self.words_at(place)
        word = chosen or word_at(text, at)
        explain = menu.addAction(f"Explain “{_short(word)}”" if word else "Explain this word")
        explain.setEnabled(bool(word))
        explain.triggered.connect(lambda: self._ask(chosen, text, at))
        copy = menu.addAction("Copy")
        copy.setEnabled(bool(chosen))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(chosen))
        return menu

    def _ask(self, chosen: str, text: str, at: int) -> None:
        """Ask for what is selected, or for what stands at a letter of a paragraph."""
        if chosen:
            self.word_asked.emit(chosen, -1)
        else:
            self.word_asked.emit(text, at)

    @property
    def _accent(self) -> QColor:
        return QGuiApplication.palette().color(QPalette.ColorRole.Highlight)

    def _write(self) -> None:
        colours, role = QGuiApplication.palette(), QPalette.ColorRole  # the stylesheet empties the label's own Base
        ink, ground = colours.color(role.Text).name(), _blend(self._accent, colours.color(role.Base)).name()
        mark = f"background-color: {ground}; color: {ink}"
        current = f"background-color: {self._accent.name()}; color: {colours.color(role.HighlightedText).name()}"
        html = marked(self._html, self._wanted, mark, current, self._current)
        self._heights = {}
        self.setText(f"<style>{_STYLE.format(link=colours.color(role.Link).name())}</style>{html}")

    def _laid_out(self) -> QTextDocument:
        """Return the text the way the label lays it out; the label itself tells nobody where its words are."""
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        document.setHtml(self.text())
        document.setTextWidth(self.contentsRect().width())
        return document

    def _show_address(self, link: str) -> None:
        self.setToolTip(link if link.startswith(OUTSIDE) else "")


def _blend(colour: QColor, ground: QColor) -> QColor:
    """Return a colour laid thinly over a ground."""
    over, under = MARK_STRENGTH, 1 - MARK_STRENGTH
    return QColor(
        round(colour.red() * over + ground.red() * under),
        round(colour.green() * over + ground.green() * under),
        round(colour.blue() * over + ground.blue() * under),
    )


def word_at(text: str, at: int) -> str:
    """Return the word around a letter of a text, or nothing where none stands there."""
    return next((each.group() for each in re.finditer(r"\w[\w-]*", text) if each.start() <= at <= each.end()), "")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1].rstrip()}…"


_STYLE = """
p {{ margin-top: 0; margin-bottom: 8px; line-height: 106%; }}
ul {{ margin-top: 0; margin-bottom: 8px; margin-left: -16px; }}
li {{ margin-top: 0; margin-bottom: 4px; }}
a {{ color: {link}; text-decoration: underline; }}
td {{ padding: 4px 16px 4px 0; }}
"""
