"""What may have been meant by a word that is not known, to choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from leaflet_app.domain.editing import Edit
from leaflet_app.gui.editor.source_edit import SourceEdit

MOST_SUGGESTED = 8
NOTHING = "No word is like it. Names and terms can be added to the glossary."

Suggest = Callable[[str, Callable[[tuple[str, ...]], None]], None]
"""Finds what may have been meant by a word, and tells it later."""


def offer_spelling(editor: SourceEdit, suggest: Suggest, start: int, end: int) -> None:
    """Find what may have been meant by a word, and offer that below it."""
    word = editor.edited.text[start:end]
    suggest(word, partial(_open, editor, start, end, word))


def _open(editor: SourceEdit, start: int, end: int, word: str, suggested: tuple[str, ...]) -> None:
    if editor.edited.text[start:end] != word:
        return
    editor.choose(start, end)
    menu = QMenu(editor)
    menu.setAccessibleName(f"Instead of {word}")
    for each in suggested[:MOST_SUGGESTED]:
        menu.addAction(each).triggered.connect(partial(_write, editor, Edit(start, end, each)))
    if not suggested:
        menu.addAction(NOTHING).setEnabled(False)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))


def _write(editor: SourceEdit, edit: Edit, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  (Qt's own signature)
    editor.make(edit)
