"""Library text on the screen: selectable, with links that the keyboard reaches."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

OUTSIDE = ("https://", "mailto:", "tel:")
LEAST = QSize(160, 24)


class RichText(QLabel):
    """A text that is as high as its words need. Its links are only told, never opened here."""

    link_chosen = Signal(str)

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html
        self._heights: dict[int, int] = {}
        flags = Qt.TextInteractionFlag
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a " in html else Qt.FocusPolicy.ClickFocus)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.linkActivated.connect(self.link_chosen)
        self.linkHovered.connect(self._show_address)
        self._write()

    def sizeHint(self) -> QSize:
        """Ask for little: the width comes from the column, the height from the width."""
        return LEAST

    def minimumSizeHint(self) -> QSize:
        """Be narrow if need be; Qt's own answer lays the text out many times over."""
        return LEAST

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's own name)
        """Return the height of the words, laid out once for each width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Write the text again when the colours change; links keep the colour they were written in."""
        super().changeEvent(event)
        self._heights = {}
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        self._heights = {}
        ink = self.palette().color(QPalette.ColorRole.Link).name()
        self.setText(f"<style>{_STYLE.format(link=ink)}</style>{self._html}")

    def _show_address(self, link: str) -> None:
        self.setToolTip(link if link.startswith(OUTSIDE) else "")


_STYLE = """
p {{ margin-top: 0; margin-bottom: 8px; line-height: 106%; }}
ul {{ margin-top: 0; margin-bottom: 8px; margin-left: -16px; }}
li {{ margin-top: 0; margin-bottom: 4px; }}
a {{ color: {link}; text-decoration: underline; }}
td {{ padding: 4px 16px 4px 0; }}
"""
