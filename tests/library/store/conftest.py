"""A store to try things on."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from leaflet_app.library.store.repository import Store
from tests.library.store.hosted_desks import begin, certificates, host, repository, trusted
from tests.library.store.sharing_desks import ann, ben, desk_of, share

__all__ = ["ann", "begin", "ben", "certificates", "desk_of", "host", "repository", "share", "trusted"]

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Desk:
    """Saves into a store, a minute later each time."""

    def __init__(self, store):
        self.store = store
        self._saves = 0

    def save(self, changes, base=None, author="Ann Lee", message="Change a text"):
        """Save changes of texts, on top of the newest version where no other is named."""
        self._saves += 1
        at = NOON + timedelta(minutes=self._saves)
        encoded = {file: None if text is None else text.encode() for file, text in changes.items()}
        return self.store.save(encoded, author, message, base=self.store.head if base is None else base, at=at)

    def text(self, file, commit=None):
        """Return a text of a version, the newest where no other is named."""
        return self.store.content(self.store.ids(commit or self.store.head)[file]).decode()


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    """Bring nothing to the disk: no test switches the machine off, and a disk that others use makes each wait."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library.git"


@pytest.fixture
def store(folder):
    """Return a new store that is open."""
    with Store.create(folder) as opened:
        yield opened


@pytest.fixture
def desk(store):
    """Return a hand that saves into the store."""
    return Desk(store)
