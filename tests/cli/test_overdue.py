"""By command too, a leaflet with an overdue review is given for a reason."""

from datetime import date

import pytest

from leaflet_app.domain.sought import Sought
from leaflet_app.pdf.render import render
from leaflet_app.services.register_reading import entries
from tests.builders import APPROVED, a_library, a_topic
from tests.fakes import a_desk

WHY = ("--overdue-reason", "It still holds.")
PEOPLE = "Name\nAda\nBo\n"


@pytest.fixture
def desk():
    desk = a_desk(a_library(a_topic("insulinoma", review=APPROVED)), render=render)
    desk.today = lambda: date(2028, 6, 2)
    return desk


@pytest.mark.parametrize(
    "command",
    [
        ("export", "--output", "leaflet.pdf"),
        ("print",),
        ("email", "--to", "ada@example.org", "--retype", "ada@example.org", "--draft"),
        ("copies", "--recipients", "people.csv", "--output", "copies"),
    ],
)
def test_each_way_asks_why_and_notes_it(run, desk, tmp_path, command):
    (tmp_path / "here" / "people.csv").write_text(PEOPLE, encoding="utf-8")
    refused = run(*command, "--topics", "insulinoma", desk=desk)
    assert refused.exit_code == 2
    assert "the review of Insulinoma is overdue" in refused.stderr
    assert "--overdue-reason" in refused.stderr
    assert entries(desk, Sought()) == ()

    given = run(*command, "--topics", "insulinoma", *WHY, desk=desk)
    assert given.exit_code == 0, given.stderr
    assert [each.selection.overdue_reason for each in entries(desk, Sought())] == ["It still holds."]


def test_a_corrected_leaflet_asks_why_too(run, desk):
    run("export", "--output", "leaflet.pdf", "--topics", "insulinoma", *WHY, desk=desk)
    (entry,) = entries(desk, Sought())
    refused = run("register", "corrected", entry.id, "--output", "corrected.pdf", desk=desk)

    assert refused.exit_code == 2
    assert "the review of Insulinoma is overdue" in refused.stderr
