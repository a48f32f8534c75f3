"""What the window remembers between two starts."""

import pytest

from leaflet_app.domain.errors import CannotSave
from leaflet_app.services import window_memory
from leaflet_app.services.window_memory import WindowMemory


def test_what_is_kept_comes_back(home):
    liked = WindowMemory(geometry="AAAA", columns=(240, 480, 480), zoom="1.25")

    window_memory.keep(home, liked)

    assert window_memory.load(home) == liked


def test_a_first_start_has_the_defaults(home):
    assert window_memory.load(home / "never-made") == WindowMemory()


def test_a_broken_file_counts_as_never_set(home):
    (home / "window.json").write_text('{"columns": "wide"', encoding="utf-8")

    assert window_memory.load(home) == WindowMemory()


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"columns": 1e999}',
        b'{"columns": [-1]}',
        b'{"columns": [2147483648, 9]}',
        b'{"a":' * 50_000,
        b"[" * 50_000,
    ],
)
def test_whatever_the_file_holds_the_window_opens(home, written):
    (home / "window.json").write_bytes(written)

    assert window_memory.load(home) == WindowMemory()


def test_a_home_that_is_a_file_is_told(home):
    (home / "file").write_bytes(b"")

    with pytest.raises(CannotSave, match="a part of its path is a file"):
        window_memory.keep(home / "file" / "deeper", WindowMemory())
