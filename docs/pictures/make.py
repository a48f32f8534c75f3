"""Make the pictures of the guide: the real window on the shipped library, and first pages of real leaflets.

Run from the project's folder: python -m docs.pictures.make [DIR]
Each picture comes from a process of its own, because scaling and look are fixed when the window starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPlainTextEdit,
)

from docs.pictures.emailing import SENDS
from docs.pictures.hands import wait
from docs.pictures.papers import draw_papers
from docs.pictures.printers import ShownTools
from docs.pictures.scenes import SCENES, Scene
from leaflet_app.bootstrap import build_desk
from leaflet_app.gui.app import build_window, look_asked_for, make_app
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.panes.topic_pane import TopicPane
from leaflet_app.gui.preview.header import State
from leaflet_app.gui.theme import Theme as Dress
from leaflet_app.pdf.render import render
from leaflet_app.services.settings import change

HERE = Path(__file__).parent
MADE_ON = date(2026, 11, 22)
AT_ONCE = 3
"""A child mostly waits until its window has drawn, so that more than one is drawn on each core."""

WIDGETS = (("forms", "light"), ("forms", "dark"), ("translating", ""))
"""Pictures of a part of the window only, each from a module of its own."""

SCREEN = '{"screens": [{"name": "paper", "x": 0, "y": 0, "width": 1920, "height": 1200}]}'


def main() -> None:
    """Make every picture, or in a child process one."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else HERE
    name = "".join(sys.argv[2:])
    if name:
        draw_scene(SCENES[name], folder / f"{name}.png")
    else:
        draw_all(folder)


def draw_all(folder: Path) -> None:
    """Draw every scene in a process of its own, some at a time, then the forms, the translations and the papers."""
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screens.write_text(SCREEN)
        shown = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
        with ThreadPoolExecutor(AT_ONCE) as hands:
            drawn = [
                hands.submit(draw_apart, "make", folder, name, shown | settings(scene, f"{home}/{name}"))
                for name, scene in SCENES.items()
            ]
            drawn += [
                hands.submit(draw_apart, module, folder, look, shown | {"LEAFLET_APP_HOME": f"{home}/{module}-{look}"})
                for module, look in WIDGETS
            ]
            for each in drawn:
                each.result()
    for path in draw_papers(folder, MADE_ON):
        print(path)


def settings(scene: Scene, home: str) -> dict[str, str]:
    """Return what a scene sets before its window starts."""
    return {"QT_SCALE_FACTOR": scene.scale, "LEAFLET_APP_LOOK": scene.look, "LEAFLET_APP_HOME": home}


def draw_apart(module: str, folder: Path, name: str, set_to: Mapping[str, str]) -> None:
    """Draw in a child process, and say so."""
    child = [sys.executable, "-m", f"docs.pictures.{module}", str(folder), *([name] if name else [])]
    subprocess.run(child, env=os.environ | set_to, check=True)  # noqa: S603  (a file of ours)
    print(module, name)


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
