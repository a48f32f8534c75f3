"""What every test stands on: no screen, no real home, and the shipped library read once."""

import os

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from leaflet_app.domain.library import Library
from leaflet_app.library.read import read_library
from tests.beginnings import beginnings, made_anew
from tests.builders import SHIPPED_FILES

__all__ = ["beginnings", "made_anew"]

settings.register_profile("untimed", deadline=None)  # how long an example takes says more of the machine than of us
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Keep whatever the program writes inside the test's own folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "LEAFLET_APP_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the shipped library."""
    return read_library(SHIPPED_FILES)
