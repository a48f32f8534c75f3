"""Find words in the text, and put others in their place: all at once is one step to undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from leaflet_app.domain.counted import counted
from leaflet_app.domain.editing import Edit, all_replaced
from leaflet_app.domain.editing_find import Place, found_in, next_of
from leaflet_app.gui.editor.source_edit import SourceEdit
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton


class FindBar(QFrame):
    """Stands above the text while it is needed; Enter goes on, Shift+Enter back, Esc closes it."""

    def __init__(self, editor: SourceEdit) -> None:
        super().__init__()
        dress(self, ground="canvas")
        self._editor = editor
        self._sought, self._put = QLineEdit(), QLineEdit()
        self._case, self._whole = QCheckBox("Same &case"), QCheckBox("Whole &words")
        self._told = dress(QLabel(), tone="soft")
        self._previous, self._next = IconButton("up", "Previous (Shift+Enter)"), IconButton("down", "Next (Enter)")
        self._close = IconButton("close", "Close (Esc)")
        self._replace, self._all = QPushButton("Replace"), QPushButton("Replace all")
        self._sought.textChanged.connect(lambda _words: self._look())
        for box in (self._case, self._whole):
            box.toggled.connect(lambda _is_on: self._look())
        self._next.clicked.connect(lambda _checked: self.go_on())
        self._previous.clicked.connect(lambda _checked: self.go_on(back=True))
        self._close.clicked.connect(lambda _checked: self.close_bar())
        self._replace.clicked.connect(lambda _checked: self.replace())
        self._all.clicked.connect(lambda _checked: self.replace_all())
        self._put.returnPressed.connect(self.replace)
        self._sought.returnPressed.connect(self.go_on)
        for key, act in (("Shift+Return", lambda: self.go_on(back=True)), ("Escape", self.close_bar)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        editor.edited.changed.connect(self._look)
        self._lay_out()
        self.hide()

    @property
    def told(self) -> str:
        """Return what was said of what was found."""
        return self._told.text()

    def open_bar(self, *, to_replace: bool = False) -> None:
        """Look for the chosen words, or wait for others."""
        text, (start, end) = self._editor.edited.text, self._editor.chosen
        words = text[start:end]
        if words and "\n" not in words:
            self._sought.setText(words)
        self.show()
        self._look()
        field = self._put if to_replace and self._sought.text() else self._sought
        field.setFocus()
        field.selectAll()

    def close_bar(self) -> None:
        """Go back to the text."""
        self.hide()
        self._editor.underlines.show_found(())
        self._editor.setFocus()

    def go_on(self, *, back: bool = False) -> None:
        """Choose the next place, or the one before."""
        found = self._found()
        start, end = self._editor.chosen
        number = next_of(found, start if back else end, back=back)
        if number is not None:
            self._editor.choose(*found[number])
            self._say(f"{number + 1} of {len(found)}")

    def replace(self) -> None:
        """Replace the chosen words where they are what is sought, and choose the next."""
        if self._editor.chosen in self._found() and not self._editor.isReadOnly():
            start, end = self._editor.chosen
            self._editor.setTextCursor(self._editor.edited.apply(Edit(start, end, self._put.text())))
        self.go_on()

    def replace_all(self) -> None:
        """Replace every place in one step, and say how many there were."""
        found = self._found()
        if not found or self._editor.isReadOnly():
            return
        self._editor.edited.replace(all_replaced(self._editor.edited.text, found, self._put.text()))
        self._say(f"{counted(len(found), 'place')} replaced. One undo takes all of it back.")

    def _found(self) -> tuple[Place, ...]:
        sought = self._sought.text()
        return found_in(self._editor.edited.text, sought, case=self._case.isChecked(), whole=self._whole.isChecked())

    def _look(self) -> None:
        if self.isHidden():
            return
        found = self._found()
        self._editor.underlines.show_found(found)
        self._told.setText(counted(len(found), "place") if found else "Not found" if self._sought.text() else "")
        for button in (self._next, self._previous, self._replace, self._all):
            button.setEnabled(bool(found))

    def _say(self, words: str) -> None:
        self._told.setText(words)
        announce(self, words)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate((("&Find", self._sought), ("Re&place with", self._put))):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        moves, changes, choices = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        changes.setSpacing(8)
        for button in (self._previous, self._next, self._close):
            moves.addWidget(button)
        for push in (self._replace, self._all):
            changes.addWidget(push)
        for each in (self._case, self._whole, self._told):
            choices.addWidget(each)
        choices.addStretch(1)
        grid.addLayout(moves, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addLayout(changes, 1, 2)
        grid.addLayout(choices, 2, 0, 1, 3)
