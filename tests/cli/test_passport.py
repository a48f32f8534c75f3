"""The code of a leaflet on the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from leaflet_app.domain.given import Way
from leaflet_app.domain.topic import SectionKey
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.register import note_given
from tests.builders import DRAFT, RETIRED, a_library, a_section, a_selection, a_topic
from tests.fakes import a_desk

CHOSEN = a_selection("insulinoma")


@pytest.fixture
def desk(home):
    return a_desk(a_library(), home=home)


@pytest.fixture
def code(desk):
    """Return the code of a leaflet that was printed, then saved three times over."""
    made = make_leaflet(desk.library, CHOSEN, desk.render)
    note_given(desk, Way.PRINT, made, CHOSEN)
    return note_given(desk, Way.SAVE, made, CHOSEN, copies=3).passport


def with_topic(desk, **changes):
    """Return a desk whose topic is another one today."""
    return replace(desk, library=a_library(a_topic(**changes)), edition="1" * 64)


def test_a_current_leaflet_ends_well_and_lists_when_it_was_given(run, desk, code):
    result = run("passport", code, desk=desk)

    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code}: Insulinoma\nCurrent: its words are those of today.\n")
    assert result.stdout.count("22 Nov 2026") == 2
    assert "× 3" in result.stdout


@pytest.mark.parametrize(
    ("changes", "word", "ends_with"),
    [
        ({"sections": (a_section(SectionKey.WHAT, "What is it?", "It is large."),)}, "Superseded", 3),
        ({"review": RETIRED}, "Withdrawn", 4),
    ],
)
def test_another_state_is_told_and_ends_in_its_own_way(run, desk, code, changes, word, ends_with):
    result = run("passport", code, desk=with_topic(desk, **changes))

    assert result.exit_code == ends_with
    assert f"\n{word}: " in result.stdout


def test_a_draft_of_today_ends_in_its_own_way(run, home):
    desk = a_desk(a_library(a_topic(review=DRAFT)), home=home)
    code = note_given(desk, Way.PRINT, make_leaflet(desk.library, CHOSEN, desk.render), CHOSEN).passport

    assert run("passport", code, desk=desk).exit_code == 5


@pytest.mark.parametrize(
    ("typed", "why"), [("CL-000001-13", "This is no leaflet code"), ("CL-000001-12", "this desk has no record of it")]
)
def test_what_is_no_code_or_none_of_this_desk_is_told_in_two_sentences(run, desk, typed, why):
    result = run("passport", typed, desk=desk)

    assert result.exit_code == 2
    assert why in result.stderr


@pytest.mark.parametrize("issue", ["1", "2"])
def test_the_leaflet_is_made_again(run, desk, code, issue):
    result = run("passport", code, "--output", "again.pdf", "--issue", issue, desk=desk)

    assert Path("again.pdf").read_bytes().startswith(b"%PDF")
    assert result.stdout.endswith("Saved again.pdf\nIt is the very same file, byte for byte.\n")


@pytest.mark.parametrize("issue", ["0", "3", "-1", "abc", "٣", "9" * 5000])
def test_a_time_that_it_was_not_given_is_told(run, desk, code, issue):
    result = run("passport", code, "--output", "again.pdf", "--issue", issue, desk=desk)

    assert result.exit_code == 2
    assert "No entry of the register is named" in result.stderr
    assert not Path("again.pdf").exists()


def test_a_dash_pours_the_pdf_and_tells_apart_from_it(run, desk, code):
    result = run("passport", code, "--output", "-", desk=desk)

    assert result.stdout_bytes.startswith(b"%PDF")
    assert "Current" in result.stderr


def test_json_tells_all_of_it(run, desk, code):
    changed = with_topic(desk, sections=(a_section(SectionKey.WHAT, "What is it?", "It is large."),))
    told = json.loads(run("passport", code, "--json", desk=changed).stdout)

    assert (told["code"], told["is_superseded"], told["changed"]) == (code, True, None)
    assert {each["copies"] for each in told["given"]} == {1, 3}
