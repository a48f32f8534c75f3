import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from leaflet_app.gui.leaflet_saving import ask_with_dialog


@pytest.fixture
def ask(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    return ask_with_dialog(window)


def answer(window, act):
    """Do something to the dialog as soon as it is open."""

    def when_open():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        act(dialog)

    QTimer.singleShot(0, window, when_open)


def test_the_dialog_offers_the_neutral_name_and_adds_the_suffix(window, ask, tmp_path):
    offered = []

    def type_a_name(dialog):
        offered.extend(dialog.selectedFiles())
        dialog.selectFile("for-the-file")
        dialog.accept()

    answer(window, type_a_name)

    assert ask("leaflet-CL-ABC123.pdf") == tmp_path / "for-the-file.pdf"
    assert offered == [str(tmp_path / "leaflet-CL-ABC123.pdf")]


def test_the_next_leaflet_goes_to_the_same_folder(window, ask, tmp_path):
    shelf = tmp_path / "shelf"
    shelf.mkdir()

    def go_to_the_shelf(dialog):
        dialog.selectFile(str(shelf / "a.pdf"))
        dialog.accept()

    answer(window, go_to_the_shelf)
    ask("a.pdf")
    answer(window, QFileDialog.accept)

    assert ask("b.pdf") == shelf / "b.pdf"


def test_thinking_better_of_it_saves_nothing(window, ask):
    answer(window, QFileDialog.reject)

    assert ask("a.pdf") is None
