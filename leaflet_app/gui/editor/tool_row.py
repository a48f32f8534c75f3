"""The buttons above the text: each does one thing that one undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from leaflet_app.domain import editing
from leaflet_app.domain.completing import facts_of
from leaflet_app.domain.editing import Edit
from leaflet_app.domain.new_topic import HEADINGS
from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.editor.source_edit import SourceEdit
from leaflet_app.gui.widgets.flow import Flow

NO_FACTS = "This text has no facts yet: add one on the tab Facts."


class ToolRow(QWidget):
    """Acts on one editor. It fills as many lines as it needs."""

    find_asked = Signal()

    def __init__(self, editor: SourceEdit) -> None:
        super().__init__()
        self._editor = editor
        self._row = Flow(2)
        self.setLayout(self._row)
        self._add("Bold", "Ctrl+B", partial(self._chosen, editing.bold))
        self._add("Bullets", "Ctrl+L", partial(self._chosen, editing.bullets))
        self._add_menu("Heading", "A section and its key", self._headings)
        self._add("Link", "Ctrl+K", partial(self._chosen, editing.link))
        self._add_menu("Fact", "A figure that the text prints", self._facts)
        self._add("999 line", "Ctrl+9", editing.emergency_line)
        self._undo = self._button("Undo", "Undo (Ctrl+Z)", editor.undo)
        self._redo = self._button("Redo", "Redo (Ctrl+Shift+Z)", editor.redo)
        self._button("Find", "Find and replace (Ctrl+F, Ctrl+H)", self.find_asked.emit)
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)
        editor.undoAvailable.connect(self._undo.setEnabled)
        editor.redoAvailable.connect(self._redo.setEnabled)

    def _chosen(self, act: Callable[[str, int, int], Edit], text: str) -> Edit:
        return act(text, *self._editor.chosen)

    def _add(self, words: str, key: str, act: Callable[[str], Edit]) -> None:
        def do() -> None:
            if not self._editor.isReadOnly():
                self._editor.make(act(self._editor.edited.text))

        self._button(words, f"{words} ({key})", do)
        shortcut = QShortcut(QKeySequence(key), self._editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)

    def _add_menu(self, words: str, meaning: str, fill: Callable[[QMenu], None]) -> None:
        def open_menu() -> None:
            menu = QMenu(self)
            fill(menu)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

        button = self._button(f"{words} ▾", meaning, open_menu)
        button.setAccessibleName(words)

    def _button(self, words: str, meaning: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(meaning)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: act())
        self._row.addWidget(button)
        return button

    def _headings(self, menu: QMenu) -> None:
        for key, words in HEADINGS.items():
            self._offer(menu, f"{words}   {{#{key.value}}}", partial(self._put_heading, key, words))

    def _facts(self, menu: QMenu) -> None:
        facts = facts_of(self._editor.edited.text)
        for fact in facts:
            self._offer(menu, f"{fact.put}   {fact.said}", partial(self._put_fact, fact.put))
        if not facts:
            menu.addAction(NO_FACTS).setEnabled(False)

    def _offer(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked: act())

    def _put_heading(self, key: SectionKey, words: str) -> None:
        self._editor.make(editing.heading(self._editor.edited.text, self._editor.chosen[1], key.value, words))

    def _put_fact(self, key: str) -> None:
        self._editor.make(editing.fact(self._editor.edited.text, *self._editor.chosen, key))
