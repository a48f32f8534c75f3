"""The one stylesheet of the window, made from the tokens."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from leaflet_app.gui.tokens import Tokens
from leaflet_app.paths import resources


def stylesheet(tokens: Tokens, *, dark: bool) -> str:
    """Fill the template with the colours of a table and the marks drawn for it."""
    icons = (resources() / "icons").as_posix()
    shade = "dark" if dark else "light"
    marks = {"check": f"{icons}/check-{shade}.svg", "chevron": f"{icons}/chevron-{shade}.svg"}
    return _TEMPLATE.substitute(asdict(tokens), **marks)


_TEMPLATE = Template("""
QMainWindow, QDialog { background: $canvas; }
QToolTip { background: $panel; color: $ink; border: 1px solid $strong_line; padding: 4px 8px; }

QFrame[ground="panel"] { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame[ground="canvas"] { background: $canvas; border: none; }
QFrame[ground="tint"] { background: $tint; border: 1px solid $line; border-radius: 6px; }
QFrame[ground="look"] { background: $look_tint; border: 1px solid $look; border-radius: 6px; }
QFrame[ground="urgent"] { background: $urgent_tint; border: 1px solid $urgent; border-radius: 6px; }
QFrame[ground="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[tone="title"] { font-size: 17pt; font-weight: bold; }
QLabel[tone="heading"] { font-size: 13.75pt; font-weight: bold; }
QLabel[tone="group"] { font-size: 10pt; font-weight: bold; color: $soft_ink; }
QLabel[tone="soft"] { color: $soft_ink; }
QLabel[tone="look"] { color: $look; font-weight: bold; }
QLabel[tone="urgent"] { color: $urgent; font-weight: bold; }
QLabel[tone="good"] { color: $good; font-weight: bold; }

QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox { outline: none; }
QPushButton {
    background: $panel; color: $ink; border: 1px solid $strong_line; border-radius: 6px;
    padding: 4px 12px; min-height: 24px;
}
QPushButton:hover, QPushButton:pressed { background: $tint; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton:disabled { color: $soft_ink; border-color: $line; background: $canvas; }
QPushButton[main="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[main="true"]:focus { border: 2px solid $ink; }
QPushButton[main="true"]:disabled { background: $canvas; color: $soft_ink; border-color: $line; }
QPushButton[flat="true"] {
    background: transparent; border: 2px solid transparent; padding: 0 4px; text-align: left; font-weight: bold;
}
QPushButton[flat="true"]:hover { background: $tint; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; padding: 0 4px; }
QPushButton[heading="true"] { font-size: 13.75pt; }
QPushButton[light="soft"] { color: $soft_ink; font-weight: normal; }
QPushButton[light="good"] { color: $good; }
QPushButton[light="look"] { color: $look; }
QPushButton[light="urgent"] { color: $urgent; }
QPushButton[opens="true"] {
    padding-right: 22px; background-image: url($chevron); background-repeat: no-repeat;
    background-position: center right; background-origin: padding;
}
QPushButton[opens="true"]:focus { padding-right: 22px; }
QPushButton[row="true"] { background: transparent; border: 2px solid transparent; padding: 0; text-align: left; }
QPushButton[row="true"]:hover { background: $tint; }
QPushButton[row="true"]:focus { border-color: $accent; padding: 0; }

QToolButton {
    background: transparent; color: $ink; border: 2px solid transparent; border-radius: 6px;
    padding: 2px; min-width: 24px; min-height: 24px;
}
QToolButton:hover, QToolButton:pressed { background: $tint; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $tint; }
QToolButton:disabled { color: $soft_ink; }
QToolButton[star="true"], QToolButton[star="true"]:checked { background: transparent; }
QToolButton[star="true"]:hover { background: $tint; }
QToolButton[rail="true"] {
    border-radius: 0; border: none; border-left: 4px solid transparent; border-right: 4px solid transparent;
    padding: 8px 0; min-width: 72px; min-height: 48px;
}
QToolButton[rail="true"]:hover { background: $canvas; }
QToolButton[rail="true"]:checked { border-left-color: $accent; font-weight: bold; background: $tint; }
QToolButton[rail="true"]:focus { border-right-color: $accent; }
QFrame#rail { background: $panel; border: none; border-right: 1px solid $line; }

QCheckBox {
    border: 2px solid transparent; border-radius: 6px; padding: 2px 4px; spacing: 8px;
    background: transparent;
}
QCheckBox:hover { background: $tint; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $strong_line; border-radius: 4px; background: $panel;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QCheckBox::indicator:disabled { border-color: $line; background: $canvas; }
QCheckBox::indicator:checked:disabled { background: $strong_line; border-color: $strong_line; }
QCheckBox:disabled { color: $soft_ink; }
QRadioButton { border: 2px solid transparent; border-radius: 6px; padding: 2px 4px; spacing: 8px; }
QRadioButton:hover { background: $tint; }
QRadioButton:focus { border-color: $accent; }
QRadioButton:disabled { color: $soft_ink; }
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $strong_line; border-radius: 9px; background: $panel;
}
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; background: $panel; }
QRadioButton::indicator:disabled { border-color: $line; background: $canvas; }
QCheckBox[first="true"] { background: $tint; font-weight: bold; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {
    background: $panel; color: $ink; border: 1px solid $strong_line; border-radius: 6px;
    padding: 2px 8px; min-height: 26px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $soft_ink; }
QPlainTextEdit, QTextEdit { padding: 2px 4px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; height: 0; border: none; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 1px 7px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: 1px 3px; }
QLineEdit:disabled, QComboBox:disabled { color: $soft_ink; border-color: $line; background: $canvas; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $panel; color: $ink; border: 1px solid $strong_line; outline: none;
    selection-background-color: $tint; selection-color: $ink;
}
QComboBox QAbstractItemView::item { padding: 0 8px; min-height: 24px; }

QListWidget { background: $panel; border: 1px solid transparent; outline: none; }
QListWidget:focus { border: 1px solid $accent; border-radius: 6px; }
QListWidget::item { padding: 4px; border-radius: 4px; min-height: 24px; color: $ink; border: 1px solid transparent; }
QListWidget::indicator {
    width: 16px; height: 16px; border: 1px solid $strong_line; border-radius: 4px; background: $panel;
}
QListWidget::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QListWidget::item:hover { background: $canvas; }
QListWidget::item:selected { background: $tint; color: $ink; border: 1px solid $accent; }

QTableView {
    background: $panel; color: $ink; border: 1px solid transparent; outline: none;
    selection-background-color: $tint; selection-color: $ink;
}
QTableView:focus { border: 1px solid $accent; border-radius: 6px; }
QTableView::item { padding: 0 8px; border: none; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $tint; color: $ink; }
QTableView::item:focus { border: 2px solid $accent; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    background: $panel; color: $soft_ink; font-weight: bold; padding: 4px 8px 4px 11px; min-height: 24px;
    border: none; border-bottom: 1px solid $strong_line;
}
QHeaderView::section:hover { color: $ink; background: $tint; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $soft_ink; padding: 6px 8px 6px 12px; min-height: 24px;
    border: none; border-bottom: 3px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar:focus { outline: none; }
QTabBar::tab:selected:focus {
    background: $tint; border: 2px solid $accent; border-bottom-width: 3px; padding: 4px 6px 6px 10px;
}
QTabBar::tear { width: 0; border: none; }
QTabBar::scroller { width: 48px; }
QTabBar QToolButton { background: $panel; border: 1px solid $line; border-radius: 4px; min-width: 20px; }
QTabBar QToolButton[closer="true"] { background: transparent; border: none; }
QTabBar QToolButton[closer="true"]:hover { background: $line; }

QScrollArea { background: transparent; border: none; }
QScrollArea[reading="true"] { border: 1px solid transparent; border-radius: 6px; }
QScrollArea[reading="true"]:focus { border-color: $accent; }
QScrollArea > QWidget > QWidget[bare="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $strong_line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $soft_ink; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0;
}

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QStatusBar { background: $canvas; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QMenu { background: $panel; color: $ink; border: 1px solid $strong_line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; min-height: 24px; }
QMenu::item:selected { background: $tint; color: $ink; }
""")
