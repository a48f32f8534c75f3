"""The register on the command line."""

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from leaflet_app.delivery.register.journal import append
from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.services import recreate_leaflet, register_reading
from tests.builders import a_given, a_library, a_topic
from tests.fakes import a_desk

FIRST = a_given(id="a" * 32)
SECOND = replace(
    FIRST,
    id="b" * 32,
    given_at=FIRST.given_at + timedelta(days=2),
    way=Way.EMAIL,
    passport="CL-222222-22",
    topics=(GivenTopic("insulinoma", "1.1.0"), GivenTopic("gastrinoma", "0.1.0")),
    copies=3,
)


@pytest.fixture
def filled(home):
    append(home, FIRST)
    append(home, SECOND)


def test_an_empty_register_says_how_it_fills(run):
    result = run("register", "list")

    assert result.exit_code == 0
    assert "The register is empty. It fills as leaflets are printed, saved and sent." in result.output


@pytest.mark.usefixtures("filled")
def test_what_was_given_is_listed_newest_first_each_with_its_name(run):
    newest, oldest = run("register", "list").output.splitlines()

    assert newest.startswith("24 Nov 2026")
    assert "Emailed × 3  Insulinoma; Gastrinoma  A4  CL-222222-22" in newest
    assert newest.endswith("bbbbbbbb")
    assert "Printed" in oldest
    assert oldest.endswith("Front desk  reception  aaaaaaaa")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (("--topic", "insulinoma"), "ba"),
        (("--topic", "insulinoma", "--version", "1.0.0"), "a"),
        (("--topic", "gastrinoma"), "b"),
        (("--way", "print"), "a"),
        (("--passport", "CL-222222-22"), None),
        (("--from", "2026-11-24"), "b"),
        (("--until", "2026-11-23"), "a"),
        (("--desk", "Front desk"), "ba"),
        (("--desk", "Ward 2"), ""),
    ],
)
def test_a_filter_leaves_what_it_names(run, asked, names):
    result = run("register", "list", "--json", *asked)
    if names is None:
        assert result.exit_code == 2  # its check letters are wrong
        assert "This is no leaflet code" in result.output
    else:
        assert [each["id"][0] for each in json.loads(result.output)] == list(names)


@pytest.mark.usefixtures("filled")
def test_a_filter_that_nothing_fits_says_so(run):
    assert run("register", "list", "--topic", "vipoma").output == "No entry fits.\n"


@pytest.mark.usefixtures("filled")
def test_leaflets_are_counted(run):
    lines = run("register", "list", "--count").output.splitlines()

    assert lines[0] == "4 leaflets given."
    assert "  Insulinoma      4" in lines
    assert "  Emailed      3" in lines
    assert "  2026-11      4" in lines
    counts = json.loads(run("register", "list", "--count", "--json").output)
    assert counts["by_topic"] == {"insulinoma": 4, "gastrinoma": 3}
    assert counts["by_way"] == {"email": 3, "print": 1}


@pytest.mark.usefixtures("filled")
def test_the_register_is_exported_as_a_table(run):
    result = run("register", "export", "--output", "register.csv", "--topic", "gastrinoma")

    assert result.output == "Saved register.csv, 3 leaflets given.\n"
    [row] = csv.DictReader(io.StringIO(Path("register.csv").read_text(encoding="utf-8-sig")))
    assert row["Topics"] == "Insulinoma; Gastrinoma"


@pytest.mark.usefixtures("filled")
def test_the_register_is_exported_for_patient_record_systems(run):
    result = run("register", "export", "--output", "-", "--as", "fhir")

    kinds = [entry["resource"]["resourceType"] for entry in json.loads(result.stdout)["entry"]]
    assert kinds == ["DocumentReference", "Provenance"] * 2


def test_a_database_that_is_gone_is_told_and_what_waits_here_is_listed(run, home):
    append(home, FIRST)
    (home / "records.sqlite3").write_bytes(b"no database at all, but long enough to be taken for one" * 40)

    result = run("register", "list")

    assert result.exit_code == 2
    assert "aaaaaaaa" in result.stdout
    assert "Shown is what waits on this desk; nothing is lost." in result.stderr


def test_a_register_that_cannot_be_read_is_not_called_empty(run, home):
    (home / "records.sqlite3").write_bytes(b"no database at all, but long enough to be taken for one" * 40)

    told, as_json = run("register", "list"), run("register", "list", "--json")

    assert (told.exit_code, as_json.exit_code) == (2, 2)
    assert told.stdout == "The register cannot be read now.\n"
    assert "their file is damaged" in told.stderr


@pytest.mark.parametrize("command", ["outbox", "register"])
@pytest.mark.parametrize(
    ("name", "words"), [("x" * 300, "is too long"), ("loop", "leads back"), ("file", "else is in")]
)
def test_a_home_that_can_be_none_is_told(run, home, command, name, words):
    place = home / name
    if name == "loop":
        place.symlink_to(place)
    elif name == "file":
        place.touch()

    result = run(command, "list", desk=a_desk(home=place))

    assert (result.exit_code, "LEAFLET_APP_HOME" in result.output) == (2, True)
    assert words in result.output


@pytest.mark.usefixtures("filled")
def test_half_a_register_is_never_exported(run, monkeypatch):
    def gone(_desk):
        raise RecordsUnusable("the database server does not answer", "Check the network.")

    monkeypatch.setattr(register_reading, "records", gone)
    result = run("register", "export", "--output", "register.csv")

    assert result.exit_code == 2
    assert "the database server does not answer" in result.output
    assert not Path("register.csv").exists()


def test_a_day_is_written_as_a_computer_writes_it(run):
    result = run("register", "list", "--from", "22/11/2026")

    assert result.exit_code == 2
    assert "does not match the format" in result.output


def test_a_corrected_leaflet_is_saved_and_noted_as_a_correction(run, home, monkeypatch):
    append(home, replace(FIRST, edition="9" * 64))
    older = a_library(a_topic("insulinoma", title="An older title"))
    monkeypatch.setattr(recreate_leaflet, "library_of", lambda _desk, _edition: older)

    result = run("register", "corrected", "aaaaaaaa", "--output", "corrected.pdf")

    assert result.output == "Saved corrected.pdf, which corrects CL-7K3M9Q-4F.\n"
    assert Path("corrected.pdf").exists()
    entries = json.loads(run("register", "list", "--json").output)
    assert [each["corrects"] for each in entries].count("9" * 64) == 1


def test_an_entry_that_is_not_there_is_told(run):
    result = run("register", "corrected", "ffffffff", "--output", "corrected.pdf")

    assert result.exit_code == 2
    assert "No entry of the register is named “ffffffff”, or more than one." in result.output
