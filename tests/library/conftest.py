"""A library folder to break."""

import pytest

from tests.library.folder import Folder


@pytest.fixture
def folder(tmp_path) -> Folder:
    """Return a small library without a fault."""
    return Folder(tmp_path / "library")
