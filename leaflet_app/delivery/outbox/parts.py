"""The sealed parts of a mail: who it goes to, what was last said of it, and its entry for the register."""

from __future__ import annotations

import json

import msgspec

from leaflet_app.delivery.register.entry import written
from leaflet_app.delivery.register.reading import entry_of
from leaflet_app.delivery.sealed import Seal, SealBroken
from leaflet_app.domain.given import Given
from leaflet_app.domain.value import value

PAYLOAD, GIVEN, LABEL, SAID = "payload", "given", "label", "said"
"""The columns that hold them."""


@value
class Label:
    """Who a mail goes to, who sends it, and the patient's reference."""

    address: str
    sender: str
    reference: str = ""


class Opened:
    """The parts of one row, each opened when it is asked for. What each method raises is SealBroken."""

    def __init__(self, seal: Seal, row: str) -> None:
        self._seal, self._row = seal, row

    def label(self, sealed: bytes) -> Label:
        """Return who it goes to."""
        return msgspec.json.decode(self._open(sealed, LABEL), type=Label)

    def given(self, sealed: bytes) -> Given:
        """Return its entry for the register."""
        return entry_of(self._open(sealed, GIVEN))

    def said(self, sealed: bytes) -> tuple[str, str]:
        """Return what happened at its last try, and what to do."""
        message, remedy = json.loads(self._open(sealed, SAID))
        return message, remedy

    def payload(self, sealed: bytes) -> bytes:
        """Return the whole message."""
        return self._open(sealed, PAYLOAD)

    def _open(self, sealed: bytes | None, column: str) -> bytes:
        if sealed is None:
            raise SealBroken
        return self._seal.open(sealed, self._row, column)


def close_label(seal: Seal, row: str, label: Label) -> bytes:
    """Seal who a mail goes to."""
    return seal.close(msgspec.json.encode(label), row, LABEL)


def close_given(seal: Seal, row: str, given: Given) -> bytes:
    """Seal its entry for the register."""
    return seal.close(written(given), row, GIVEN)


def close_said(seal: Seal, row: str, message: str, remedy: str) -> bytes:
    """Seal what happened at its last try."""
    return seal.close(json.dumps([message, remedy]).encode(), row, SAID)
