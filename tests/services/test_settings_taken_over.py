"""The one file of earlier versions is taken over once."""

import pytest

from leaflet_app.domain.look import Format, Theme
from leaflet_app.services import settings, window_memory
from leaflet_app.services.settings_taken_over import take_over
from leaflet_app.services.window_memory import WindowMemory
from tests.fakes import a_desk

OLD = (
    '{"geometry": "AAAA", "columns": [1, 2], "zoom": "150", "format": "large", "theme": "%s", "favourites": ["vipoma"]}'
)


@pytest.fixture
def desk(home):
    return a_desk(home=home)


def test_window_and_paper_go_where_they_belong_now(desk):
    old = desk.home / "settings.json"
    old.write_text(OLD % "cream", encoding="utf-8")

    take_over(desk)

    assert window_memory.load(desk.home) == WindowMemory("AAAA", (1, 2), "150", ("vipoma",))
    assert settings.paper(desk).look.format is Format.LARGE
    assert settings.paper(desk).look.theme is Theme.CREAM
    assert not old.exists()


def test_a_paper_that_is_not_known_leaves_the_window_as_it_was_liked(desk):
    (desk.home / "settings.json").write_text(OLD % "neon", encoding="utf-8")

    take_over(desk)

    assert window_memory.load(desk.home).zoom == "150"
    assert settings.load(desk).printing.theme is Theme.STANDARD


@pytest.mark.parametrize("written", [b"", b"\xff", b"[" * 50_000])
def test_what_cannot_be_read_is_not_missed(desk, written):
    (desk.home / "settings.json").write_bytes(written)

    take_over(desk)

    assert [*desk.home.iterdir()] == []


def test_a_home_without_the_old_file_stays_as_it_is(desk):
    take_over(desk)

    assert [*desk.home.iterdir()] == []
