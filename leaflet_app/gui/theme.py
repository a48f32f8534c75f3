"""Colours and type of the window: one table of tokens, light and dark, put on the whole application.

Widgets name what they are by dynamic properties; the stylesheet made from the tokens does the rest:
QPushButton `main`, `flat` · QLabel `tone` (title, heading, group, soft, look, urgent, good)
· QFrame `ground` (panel, canvas, tint, look, urgent, line).
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from leaflet_app.gui.stylesheet import stylesheet
from leaflet_app.gui.tokens import DARK, LIGHT, Tokens
from leaflet_app.paths import resources

FAMILIES = ("Source Sans 3", "Noto Naskh Arabic")
"""The typeface of the window, and the one for letters that it lacks."""

FONT_FILES = ("source-sans-3/*.ttf", "noto-naskh-arabic/*-Regular.ttf")
BASE_POINTS = 11
HALF_BRIGHT = 128


class Look(Enum):
    """Which table to use. The value is what settings and LEAFLET_APP_LOOK say."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dress the application in the tokens when asked, and again whenever the system turns light or dark."""

    changed = Signal()

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self._system_looks_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < HALF_BRIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        load_fonts(app)
        app.setPalette(palette(self.tokens))
        app.styleHints().colorSchemeChanged.connect(self.dress)

    @property
    def tokens(self) -> Tokens:
        """Return the table in use."""
        return DARK if self._is_dark() else LIGHT

    def choose(self, look: Look) -> None:
        """Use this look from now on."""
        self._look = look
        self.dress()

    def dress(self) -> None:
        """Put palette and stylesheet on everything there is. A window is dressed best once it is built, not before."""
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, dark=self._is_dark()))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._look is not Look.SYSTEM:
            return self._look is Look.DARK
        scheme = self._app.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:  # no platform theme: judge by the palette the system gave us
            return self._system_looks_dark
        return scheme is Qt.ColorScheme.Dark


def load_fonts(app: QApplication) -> None:
    """Use the typefaces that come with the program, so that the window looks the same everywhere."""
    for pattern in FONT_FILES:
        for file in sorted((resources() / "fonts").glob(pattern)):
            QFontDatabase.addApplicationFont(str(file))
    font = QFont(list(FAMILIES), BASE_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)


def palette(tokens: Tokens) -> QPalette:
    """Turn the tokens into the roles that Qt's own drawing uses."""
    role = QPalette.ColorRole
    built = QPalette()
    colours = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.canvas,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.soft_ink,
        role.Button: tokens.panel,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.urgent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.panel,
        role.ToolTipText: tokens.ink,
        role.Light: tokens.panel,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.strong_line,
        role.Shadow: tokens.strong_line,
    }
    for each, colour in colours.items():
        built.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        built.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.soft_ink))
    return built
