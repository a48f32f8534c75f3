"""What the window remembers between two starts."""

import pytest

from leaflet_app.domain.errors import CannotSave
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Recipient, Selection
from leaflet_app.services import settings
from leaflet_app.services.settings import Settings
from tests.builders import a_selection


def test_what_is_kept_comes_back(home):
    liked = Settings(geometry="AAAA", columns=(240, 480, 480), zoom="1.25")

    settings.keep(home, liked)

    assert settings.load(home) == liked


def test_the_paper_comes_back_and_no_word_or_language_of_a_leaflet(home):
    paper = {"format": Format.BOOKLET, "theme": Theme.LEGIBLE_CREAM}
    person = {"note": "Dear Ann", "recipient": Recipient("Ann Onymous"), "language": "ur", "is_summary": True}

    settings.keep(home, Settings().printing_like(a_selection("vipoma", **paper, **person)))

    assert settings.load(home).selection() == Selection(**paper)
    kept = (home / "settings.json").read_text(encoding="utf-8")
    assert not any(word in kept for word in ("vipoma", "Ann", '"ur"'))


def test_a_paper_that_is_not_known_counts_as_not_chosen():
    assert Settings(zoom="2", format="vellum", theme="neon").selection() == Selection()


def test_a_first_start_has_the_defaults(home):
    assert settings.load(home / "never-made") == Settings()


def test_a_broken_file_counts_as_never_set(home):
    (home / "settings.json").write_text('{"columns": "wide"', encoding="utf-8")

    assert settings.load(home) == Settings()


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
    (home / "settings.json").write_bytes(written)

    assert settings.load(home) == Settings()


def test_a_home_that_is_a_file_is_told(home):
    (home / "file").write_bytes(b"")

    with pytest.raises(CannotSave, match="a part of its path is a file"):
        settings.keep(home / "file" / "deeper", Settings())
