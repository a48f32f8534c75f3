"""The least a desktop program can be: one window with a list, an editor and menus. Arguments: the rows of its list."""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QPlainTextEdit, QSplitter

MENUS = {
    "&File": ("&New", "&Open", "&Save", "&Print", "&Quit"),
    "&Edit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste"),
    "&View": ("&Larger", "&Smaller"),
    "&Help": ("&Contents", "&About"),
}


def main() -> None:
    """Show the window; once it is painted, say so, wait for a line and end without ceremony."""
    app = QApplication([])
    window, listed = QMainWindow(), QListWidget()
    listed.addItems(sys.argv[1:])
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(listed)
    splitter.addWidget(QPlainTextEdit())
    window.setCentralWidget(splitter)
    for name, actions in MENUS.items():
        menu = window.menuBar().addMenu(name)
        for action in actions:
            menu.addAction(action)
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    is_painted = window.windowHandle().isExposed() and not listed.viewport().visibleRegion().isEmpty()
    rows = [listed.item(row).text() for row in range(listed.count())]
    print(json.dumps({"painted": is_painted, "listed": rows}), flush=True)
    sys.stdin.readline()
    os._exit(0)


if __name__ == "__main__":
    main()
