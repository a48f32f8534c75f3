"""Pictures of the editor: a text with something to mend, words to find, and a text that another has changed."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from docs.pictures.hands import press, wait
from leaflet_app.gui.editor.editor_page import EditorPage
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.services import library_store
from leaflet_app.services.edit_text import save_text

FILE = "topics/insulinoma/en-GB.md"
LUMP = "An insulinoma is a small lump"
WRONG = "An insulinoma is a small tumor, a harmless lump,"
TYPO = ("the hormone that lowers", "the hormonne that lowers")
STEP = 100


def mend_a_text(window: MainWindow) -> None:
    """Write a sentence with a fault, a warning and a misspelt word."""
    page = _opened(window)
    text = page.edited.text.replace(LUMP, WRONG).replace(*TYPO)
    page.edited.replace(text)
    _go_to(page, WRONG)
    wait(3500)


def find_in_text(window: MainWindow) -> None:
    """Look for words, and stand at the second place."""
    page = _opened(window)
    _go_to(page, LUMP)
    press(window, "Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget() or window, "blood sugar")
    press(window, "Return")
    wait(1500)


def meet_another(window: MainWindow) -> None:
    """Save over a text that somebody else has saved meanwhile."""
    page = _opened(window)
    desk = window._desk  # noqa: SLF001  (the other admin works on the same library)
    base = library_store.newest(desk).commit
    theirs = library_store.text_at(desk, FILE, base).replace(LUMP, "An insulinoma is a tiny lump")
    save_text(desk, FILE, theirs, "Say tiny", base=base)
    page.edited.replace(page.edited.text.replace(LUMP, "An insulinoma is a small growth"))
    page.keeping.save("Say growth", "Ann Author")
    wait(2500)


def _opened(window: MainWindow) -> EditorPage:
    window._open_text(FILE)  # noqa: SLF001  (what the strip of left texts does)
    [page] = window.findChildren(EditorPage)
    while page.body is None:
        wait(STEP)
    wait(2500)
    return page


def _go_to(page: EditorPage, words: str) -> None:
    line = page.edited.text[: page.edited.text.index(words)].count("\n") + 4
    if page.body is not None:
        page.body.go_to_line(line)
