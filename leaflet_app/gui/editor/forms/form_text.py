"""What a form asks of the text that it shows and changes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance


class FormText(Protocol):
    """A text under edit. Whatever changes it, a form or a key, `changed` tells of it."""

    @property
    def text(self) -> str:
        """Return the whole text as it stands."""
        ...

    @property
    def changed(self) -> SignalInstance:
        """Return the signal of every change."""
        ...

    def replace(self, text: str) -> None:
        """Put another text in its place, in one step that can be undone."""
        ...
