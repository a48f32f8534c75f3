"""The text of a file from its bytes: UTF-8, with or without its mark, and with bare line feeds."""

from __future__ import annotations

from contextlib import suppress


def text_of(content: bytes) -> str:
    """Return the text of a file. Raises UnicodeDecodeError, a ValueError."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def text_shown(content: bytes) -> str:
    """Return the text of a file that may be broken, to be shown or mended.

    What is no UTF-8 is read as older programs wrote it, so that no byte is lost where the text is saved again.
    """
    text = content.decode("latin-1")
    for encoding in ("cp1252", "utf-8-sig"):
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n")
