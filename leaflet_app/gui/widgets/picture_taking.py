"""Pictures that are dropped or pasted: told from all else, and read off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from leaflet_app.services.add_picture import read_picture

FILTER = "Pictures (*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG)"
_FORMATS = ("image/png", "image/jpeg")
_ENDINGS = frozenset((".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"))
"""What people take for a picture: those that are not taken are refused in words, not passed over."""


def picture_in(mime: QMimeData) -> Callable[[], bytes] | None:
    """Return what reads the picture that was dropped or pasted; None where there is none."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in _ENDINGS:
            return lambda: read_picture(path)
    for kind in _FORMATS:
        if mime.hasFormat(kind):
            content = bytes(mime.data(kind).data())
            return lambda: content
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return lambda: _as_png(image)
    return None


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants the name as bytes
    return bytes(buffer.data().data())
