"""What leaves the desk by the command line is noted, and never fails for want of a note."""

from pathlib import Path

import pytest

from leaflet_app.delivery.register.journal import FILE, folder_of
from leaflet_app.delivery.register.reading import read
from leaflet_app.domain.errors import CopiesStopped
from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.services.make_copies import Copying
from tests.fakes import EDITION
from tests.kept import holding


@pytest.fixture
def noted(home):
    def noted():
        page = read(folder_of(home) / FILE)
        assert not page.faults
        return page.entries

    return noted


def test_a_saved_leaflet_is_noted_with_what_it_was(run, noted):
    result = run("export", "--topics", "insulinoma,gastrinoma", "--output", "a.pdf", "--format", "large")

    [given] = noted()
    assert given.topics == (GivenTopic("insulinoma", "1.0.0"), GivenTopic("gastrinoma", "0.1.0"))
    assert (given.way, given.copies, given.pages, given.edition) == (Way.SAVE, 1, 2, EDITION)
    assert given.selection.format.value == "large"
    assert len(given.digest) == 64
    assert given.passport in result.output
    assert given.desk
    assert given.user


def test_a_leaflet_on_standard_output_is_noted_too(run, noted):
    assert run("export", "--topics", "insulinoma", "--output", "-").exit_code == 0

    assert [given.way for given in noted()] == [Way.SAVE]


def test_copies_are_noted_once_with_their_number(run, noted):
    Path("people.csv").write_text("Name\nAnn\nBen\nCem\n")
    arguments = (
        "copies",
        "--topics",
        "insulinoma",
        "--recipients",
        "people.csv",
        "--output",
        "copies",
        "--workers",
        "1",
    )
    assert run(*arguments).exit_code == 0
    run(*arguments)  # keeps them all, so nothing is given

    [given] = noted()
    assert (given.copies, given.pages, given.digest) == (3, 2, "")


def test_copies_that_stop_half_way_are_noted_as_far_as_they_came(run, noted, monkeypatch):
    def stop(copying, _master, _crew):
        copying.tally.made = 2
        raise CopiesStopped("a worker was lost")

    monkeypatch.setattr(Copying, "make", stop)
    Path("people.csv").write_text("Name\nAnn\nBen\nCem\n")
    result = run(
        "copies", "--topics", "insulinoma", "--recipients", "people.csv", "--output", "copies", "--workers", "1"
    )

    assert result.exit_code == 2
    assert [given.copies for given in noted()] == [2]


def test_who_it_was_for_is_found_in_no_byte_at_home(run, home, noted):
    run(
        *("export", "--topics", "insulinoma", "--output", "a.pdf", "--recipient", "Zebedee Quux"),
        *("--reference", "ZQ-4711", "--note", "Zebedee, rest well.", "--body-note", "Zebedee's mark"),
    )
    Path("people.csv").write_text("Name,Reference\nZebedee Quux,ZQ-4711\n")
    run("copies", "--topics", "insulinoma", "--recipients", "people.csv", "--output", "copies", "--workers", "1")

    assert len(noted()) == 2
    assert noted()[0].digest == ""
    assert holding(home, "Zebedee", "Quux", "ZQ-4711") == []


def test_a_practice_may_keep_the_reference_but_never_the_name(run, home, noted):
    (home / "settings.toml").write_text("[register]\nkeep_reference = true\n")
    run(
        *("export", "--topics", "insulinoma", "--output", "a.pdf"),
        *("--recipient", "Zebedee Quux", "--reference", "ZQ-4711"),
    )

    assert noted()[0].reference == "ZQ-4711"
    assert holding(home, "Zebedee", "Quux") == []


def test_a_register_that_cannot_be_written_fails_no_leaflet(run, home):
    (home / "register").write_text("in the way")
    result = run("export", "--topics", "insulinoma", "--output", "a.pdf")

    assert result.exit_code == 0
    assert Path("a.pdf").exists()
    assert "The leaflet is safe, but the register could not note it" in result.output
    assert "Write down its code, CL-" in result.output
