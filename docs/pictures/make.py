"""Make the pictures of the guide: the real window on the shipped library, and first pages of real leaflets.

Run from the project's folder: python -m docs.pictures.make [DIR]
Each picture comes from a process of its own, because scaling and look are fixed when the window starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
)

from docs.pictures.editing import find_in_text, meet_another, mend_a_text
from docs.pictures.emailing import (
    SENDS,
    fill_outbox,
    fill_outbox_to_the_end,
    read_back,
    read_back_long,
    show_passphrase,
    write_email,
)
from docs.pictures.given import OLD_CODE, fill_register
from docs.pictures.hands import press, wait
from docs.pictures.papers import draw_papers
from docs.pictures.practices import (
    begin_first_steps,
    fill_in_long_names,
    go_to_second_step,
    go_to_third_step,
    mistype_phone,
    refuse_colour,
    show_practice,
)
from docs.pictures.printers import ShownTools
from docs.pictures.reviewing import look_at_packs, look_at_reviews, open_a_pack, read_history, read_review
from docs.pictures.sharing import choose_between_texts, look_at_sharing
from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.look import Format, Theme
from leaflet_app.gui.app import build_window, look_asked_for, make_app
from leaflet_app.gui.library_place.text_table import HEADINGS, TextTable
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.panes.topic_pane import TopicPane
from leaflet_app.gui.places import LEAFLETS, OUTBOX, REGISTER
from leaflet_app.gui.preview.header import State
from leaflet_app.gui.preview.more_choices import MoreButton
from leaflet_app.gui.register_place.entry_table import EntryTable
from leaflet_app.gui.theme import Theme as Dress
from leaflet_app.pdf.render import render
from leaflet_app.services.settings import change

HERE = Path(__file__).parent
MADE_ON = date(2026, 11, 22)
MAIL_SERVER = {"Mail server": "smtp.example.org", "Port": "587"}
SCREEN = '{"screens": [{"name": "paper", "x": 0, "y": 0, "width": 1920, "height": 1200}]}'


@dataclass(frozen=True)
class Scene:
    """A window of one size and look, with these topics ticked and these keys pressed."""

    size: tuple[int, int] = (1280, 800)
    look: str = "light"
    scale: str = "1"
    topics: tuple[str, ...] = ()
    typed: str = ""
    place: int = 0
    scrolled: float = 0.0
    note: str = ""
    sends: bool = False
    then: Callable[[MainWindow], object] | None = None


def find_in_topic(window: MainWindow) -> None:
    """Look for a word in the topic that is read, and go to the second place."""
    press(window, "Ctrl+Shift+F")
    QTest.keyClicks(window.focusWidget(), "blood sugar")
    press(window, "F3")


def read_to_the_end(window: MainWindow) -> None:
    """Scroll to what people read also."""
    for pane in window.findChildren(TopicPane):
        pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())


def begin_with_a_set(window: MainWindow) -> None:
    """Have a set of the practice's own and some favourites, and begin the next leaflet."""
    window.leaflets.choose.star(("insulinoma", "coping"))
    window.leaflets.choose.set_asked.emit()
    QTest.keyClicks(window.focusWidget(), "Friday clinic")
    press(window, "Return")
    press(window, "Ctrl+N")
    for button in window.findChildren(QPushButton):
        if button.text() == "Close" and button.isVisible():
            button.click()


def name_a_set(window: MainWindow) -> None:
    """Ask for the name of a set."""
    window.leaflets.choose.set_asked.emit()
    QTest.keyClicks(window.focusWidget(), "New insulinoma patient")


def choose_worst_text(window: MainWindow) -> None:
    """Sort the library by problems and choose the first row."""
    for table in window.findChildren(TextTable):
        table.sort_by(HEADINGS.index("Problems"))
        table.selectRow(0)


def choose_pancreas(window: MainWindow) -> None:
    """Open the body map as a person does, and choose an organ."""
    for button in window.leaflets.choose.body.findChildren(QToolButton):
        if not button.isChecked():
            button.click()
    window.leaflets.choose.body.map.choose("pancreas")


def fold_a_booklet(window: MainWindow) -> None:
    """Print the leaflet as a booklet."""
    window.leaflets.choice.print_on(Format.BOOKLET)
    wait(3000)


def choose_more(window: MainWindow) -> None:
    """Open the panel of rarer choices, with some of them made."""
    choice = window.leaflets.choice
    choice.dress_in(Theme.LEGIBLE_CREAM)
    choice.sum_up(is_summary=True)
    choice.tear_off(apart=True)
    wait(3000)
    for button in window.findChildren(MoreButton):
        button.click()


def choose_print(window: MainWindow) -> None:
    """Open the print sheet."""
    press(window, "Ctrl+P")
    wait(500)


def print_at_once(window: MainWindow) -> None:
    """Print as last time, which the sheet remembered."""
    choose_print(window)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Return"))
    wait(1000)


def print_in_urdu(window: MainWindow) -> None:
    """Print the leaflet in another language."""
    window.leaflets.choice.speak("ur")
    wait(3000)


def set_mail_up(window: MainWindow) -> None:
    """Show how a mail server is set, with a line that does not go with another."""
    for pages in window.findChildren(QTabWidget):
        if pages.accessibleName() == "Groups of settings":
            pages.setCurrentIndex(2)
    for field in window.findChildren(QLineEdit):
        if field.accessibleName() in MAIL_SERVER:
            field.selectAll()
            field.setFocus()
            QTest.keyClicks(field, MAIL_SERVER[field.accessibleName()])
            press(window, "Return")


def read_register(window: MainWindow) -> None:
    """Come back to a register with a week of leaflets in it, and choose one with an old text."""
    fill_register()
    window.show_place(LEAFLETS)
    window.show_place(REGISTER)
    wait(2000)
    for table in window.findChildren(EntryTable):
        table.selectRow(5)


def check_a_code(window: MainWindow) -> None:
    """Type the code of a leaflet as someone read it out."""
    read_register(window)
    for field in window.findChildren(QLineEdit):
        if field.accessibleName() == "Check a code":
            field.setFocus()
            QTest.keyClicks(field, OLD_CODE.lower())
            press(window, "Return")
    wait(2000)


SCENES = {
    "window-light": Scene(topics=("net-overview", "insulinoma"), note="We will ring you on Friday."),
    "window-dark": Scene(topics=("net-overview", "insulinoma"), look="dark"),
    "window-small": Scene(topics=("insulinoma",), size=(1024, 640)),
    "window-200": Scene(topics=("insulinoma",), scale="2"),
    "empty": Scene(),
    "search": Scene(topics=("insulinoma",), typed="pheocromo"),
    "long-list": Scene(
        topics=("net-overview", "endocrine-system", "insulinoma", "gastrinoma", "vipoma", "glucagonoma", "coping"),
        scrolled=0.45,
    ),
    "email-sheet": Scene(topics=("insulinoma",), then=write_email),
    "email-sheet-dark": Scene(topics=("insulinoma",), look="dark", then=write_email),
    "email-sheet-small": Scene(topics=("insulinoma",), size=(1024, 640), then=write_email),
    "email-sheet-200": Scene(topics=("insulinoma",), scale="2", then=write_email),
    "read-back": Scene(topics=("insulinoma",), sends=True, then=read_back),
    "read-back-dark": Scene(topics=("insulinoma",), look="dark", sends=True, then=read_back),
    "read-back-small": Scene(topics=("insulinoma",), size=(1024, 640), sends=True, then=read_back_long),
    "passphrase": Scene(topics=("insulinoma",), then=show_passphrase),
    "passphrase-dark": Scene(topics=("insulinoma",), look="dark", then=show_passphrase),
    "outbox": Scene(place=OUTBOX, size=(1280, 1240), then=fill_outbox),
    "outbox-dark": Scene(place=OUTBOX, look="dark", then=fill_outbox),
    "outbox-small": Scene(place=OUTBOX, size=(1024, 640), then=fill_outbox_to_the_end),
    "outbox-empty": Scene(place=OUTBOX),
    "library": Scene(place=3, then=choose_worst_text),
    "library-dark": Scene(place=3, look="dark", then=choose_worst_text),
    "library-small": Scene(place=3, size=(1024, 640), then=choose_worst_text),
    "settings": Scene(place=4, then=set_mail_up),
    "settings-dark": Scene(place=4, look="dark", then=set_mail_up),
    "settings-small": Scene(place=4, size=(1024, 640), then=set_mail_up),
    "find-in-topic": Scene(topics=("net-overview", "insulinoma"), then=find_in_topic),
    "find-dark": Scene(topics=("net-overview", "insulinoma"), look="dark", then=find_in_topic),
    "find-small": Scene(topics=("net-overview", "insulinoma"), size=(1024, 640), then=find_in_topic),
    "read-also": Scene(topics=("net-overview", "insulinoma"), then=read_to_the_end),
    "sets": Scene(topics=("net-overview", "gastrinoma"), then=begin_with_a_set),
    "sets-dark": Scene(topics=("net-overview", "gastrinoma"), look="dark", then=begin_with_a_set),
    "sets-small": Scene(topics=("net-overview", "gastrinoma"), size=(1024, 640), then=begin_with_a_set),
    "body-map": Scene(topics=("net-overview", "insulinoma", "lung-net"), then=choose_pancreas),
    "body-map-dark": Scene(topics=("insulinoma", "lung-net"), look="dark", then=choose_pancreas),
    "body-map-small": Scene(topics=("insulinoma",), size=(1024, 640), then=choose_pancreas),
    "choices": Scene(topics=("insulinoma",), then=choose_more),
    "choices-dark": Scene(topics=("insulinoma",), look="dark", then=choose_more),
    "choices-small": Scene(topics=("insulinoma",), size=(1024, 640), then=choose_more),
    "booklet": Scene(topics=("insulinoma",), then=fold_a_booklet),
    "booklet-dark": Scene(topics=("insulinoma",), look="dark", then=fold_a_booklet),
    "print-sheet": Scene(topics=("insulinoma",), then=choose_print),
    "print-sheet-dark": Scene(topics=("insulinoma",), look="dark", then=choose_print),
    "print-sheet-small": Scene(topics=("insulinoma",), size=(1024, 640), then=choose_print),
    "print-sheet-200": Scene(topics=("insulinoma",), scale="2", then=choose_print),
    "printing": Scene(topics=("insulinoma",), then=print_at_once),
    "in-urdu": Scene(topics=("insulinoma",), then=print_in_urdu),
    "register": Scene(place=REGISTER, then=read_register),
    "passport-box": Scene(place=REGISTER, then=check_a_code),
    "passport-box-dark": Scene(place=REGISTER, look="dark", then=check_a_code),
    "register-dark": Scene(place=REGISTER, look="dark", then=read_register),
    "register-small": Scene(place=REGISTER, size=(1024, 640), then=read_register),
    "editor": Scene(place=3, then=mend_a_text),
    "editor-dark": Scene(place=3, look="dark", then=mend_a_text),
    "editor-small": Scene(place=3, size=(1024, 640), then=mend_a_text),
    "editor-200": Scene(place=3, scale="2", size=(960, 600), then=mend_a_text),
    "editor-find": Scene(place=3, then=find_in_text),
    "editor-meanwhile": Scene(place=3, then=meet_another),
    "practice": Scene(place=3, then=show_practice),
    "practice-colour": Scene(place=3, then=refuse_colour),
    "practice-dark": Scene(place=3, look="dark", then=refuse_colour),
    "practice-long": Scene(place=3, then=fill_in_long_names),
    "practice-small": Scene(place=3, size=(1024, 640), then=mistype_phone),
    "practice-200": Scene(place=3, scale="2", then=mistype_phone),
    "first-steps": Scene(then=begin_first_steps),
    "first-steps-brand": Scene(then=go_to_second_step),
    "first-steps-finish": Scene(then=go_to_third_step),
    "first-steps-dark": Scene(look="dark", then=go_to_second_step),
    "first-steps-small": Scene(size=(1024, 640), then=go_to_third_step),
    "reviews": Scene(place=3, then=look_at_reviews),
    "review-sheet": Scene(place=3, then=read_review),
    "review-sheet-dark": Scene(place=3, look="dark", then=read_review),
    "review-sheet-small": Scene(place=3, size=(1024, 640), then=read_review),
    "history": Scene(place=3, then=read_history),
    "packs": Scene(place=3, then=look_at_packs),
    "pack-opened": Scene(place=3, then=open_a_pack),
    "pack-opened-dark": Scene(place=3, look="dark", then=open_a_pack),
    "sharing": Scene(place=3, then=look_at_sharing),
    "sharing-dark": Scene(place=3, look="dark", then=look_at_sharing),
    "sharing-small": Scene(place=3, size=(1024, 640), then=look_at_sharing),
    "conflict": Scene(place=3, then=choose_between_texts),
    "conflict-dark": Scene(place=3, look="dark", then=choose_between_texts),
    "conflict-small": Scene(place=3, size=(1024, 640), then=choose_between_texts),
    "name-a-set": Scene(topics=("net-overview", "insulinoma", "coping"), then=name_a_set),
}


def main() -> None:
    """Make every picture, or in a child process one."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else HERE
    name = "".join(sys.argv[2:])
    if name:
        draw_scene(SCENES[name], folder / f"{name}.png")
    else:
        draw_all(folder)


def draw_all(folder: Path) -> None:
    """Draw every scene in a process of its own, then the papers."""
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screens.write_text(SCREEN)
        for name, scene in SCENES.items():
            settings = {
                "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
                "QT_SCALE_FACTOR": scene.scale,
                "LEAFLET_APP_LOOK": scene.look,
                "LEAFLET_APP_HOME": f"{home}/{name}",
            }
            child = [sys.executable, "-m", "docs.pictures.make", str(folder), name]
            subprocess.run(child, env=os.environ | settings, check=True)  # noqa: S603  (this very file)
            print(folder / f"{name}.png")
    for look in ("light", "dark"):
        child = [sys.executable, "-m", "docs.pictures.forms", str(folder), look]
        subprocess.run(child, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)  # noqa: S603  (a file of ours)
    for path in draw_papers(folder, MADE_ON):
        print(path)


def draw_scene(scene: Scene, path: Path) -> None:
    """Open the window, do what the scene says, and keep what is seen."""
    app = make_app()
    Dress(app, look_asked_for()).dress()
    desk = build_desk(render)
    desk.today = lambda: MADE_ON
    desk.tools = ShownTools(desk.tools)
    if scene.sends:
        for name, typed in SENDS.items():
            change(desk, name, typed)
    window = build_window(desk)
    window.resize(*scene.size)
    window.show()
    window.leaflets.begin()
    for topic in scene.topics:
        window.leaflets.choice.add(topic)
    type_note(window, scene.note)
    QTest.keyClicks(window.leaflets.choose.search, scene.typed)
    window.show_place(scene.place)
    for _ in range(600):
        wait(50)
        if not scene.topics or window.leaflets.column.state is State.READY:
            break
    wait(1500)  # until the pages are drawn and nothing is marked as new
    for pane in window.findChildren(TopicPane):
        bar = pane.verticalScrollBar()
        bar.setValue(int(bar.maximum() * scene.scrolled))
    if scene.then is not None:
        scene.then(window)
    wait(100)
    seen(window).save(str(path))
    window.close()
    del window
    app.quit()


def seen(window: MainWindow) -> QPixmap:
    """Return the window as a person sees it, with the panel or sheet that is open over it."""
    picture = window.grab()
    sheets = (each for each in window.findChildren(QDialog) if each.isVisible())
    panel = QApplication.activePopupWidget() or next(sheets, None)
    if panel is not None:
        painter = QPainter(picture)
        corner = window.mapFromGlobal(panel.mapToGlobal(QPoint(0, 0)))
        painter.drawPixmap(corner, panel.grab())
        painter.drawRect(QRect(corner, panel.size()))
        painter.end()
    return picture


def type_note(window: MainWindow, words: str) -> None:
    """Type a note beside the leaflet."""
    for field in window.findChildren(QPlainTextEdit):
        if field.accessibleName() == "Note for you":
            field.setPlainText(words)


if __name__ == "__main__":
    main()
