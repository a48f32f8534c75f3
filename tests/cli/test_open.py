"""Links reach the window just as they came; the window is what reads them."""

import pytest

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command


@pytest.fixture
def opened():
    links = []
    return links, Doors(lambda: pytest.fail("the window builds the desk"), links.append)


def run(doors, *words):
    command.main([*words], prog_name="leaflet-app", obj=doors, standalone_mode=False)


def test_topics_and_a_reference_become_a_link(opened):
    links, doors = opened

    run(doors, "open", "--topics", "insulinoma,coping", "--reference", "A 1&2", "--language", "cy")

    assert links == ["leaflet:?topics=insulinoma,coping&reference=A%201%262&language=cy"]


def test_a_link_alone_is_opened_as_a_system_hands_it_over(opened):
    links, doors = opened

    run(doors, "leaflet:?topics=vipoma")
    run(doors, "open", "https://record.test/?mainSearchCriteria.v.c=E34.0")

    assert links == ["leaflet:?topics=vipoma", "https://record.test/?mainSearchCriteria.v.c=E34.0"]


def test_no_words_open_the_window_on_nothing(opened):
    links, doors = opened

    run(doors)
    run(doors, "open")

    assert links == ["", ""]


def test_a_link_and_topics_together_are_refused(opened, capsys):
    _, doors = opened

    with pytest.raises(SystemExit):
        command.main(["open", "leaflet:", "--topics", "vipoma"], prog_name="leaflet-app", obj=doors)

    assert "either a link or" in capsys.readouterr().err
