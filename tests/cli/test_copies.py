"""Copies for a list of people."""

import io
from pathlib import Path

import pytest

from leaflet_app.cli import copies as copies_command
from leaflet_app.domain.copies import Tally
from leaflet_app.services import make_copies
from tests.cli.conftest import LIBRARY
from tests.fakes import FakeMaster, a_desk
from tests.kept import holding
from tests.languages import a_library_in

PEOPLE = "Name,Ref,Date\nAnn Lee,A-1,2026-11-22\nBob Ray,A-2,\n"


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr("leaflet_app.delivery.copy_files._settle", lambda: None)


@pytest.fixture
def masters():
    return []


@pytest.fixture
def copies(run, masters):
    """Return `copies --recipients people.csv --output copies` as a function."""

    def master_of(leaflet, look):
        masters.append(FakeMaster(leaflet, look))
        return masters[-1]

    def copies(*options, people=PEOPLE, topics="insulinoma"):
        Path("people.csv").write_text(people, encoding="utf-8")
        desk = a_desk(LIBRARY)
        desk.master_of = master_of
        return run(
            "copies", "--topics", topics, "--recipients", "people.csv", "--output", "copies", *options, desk=desk
        )

    return copies


def made():
    return sorted(path.name for path in Path("copies").iterdir())


def test_each_person_gets_a_copy_and_the_screen_says_where(copies, masters):
    result = copies()

    code = masters[0].leaflet.code
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        f"Made 2 copies in copies, code {code}\n"
        f"A number at the end of a name is the line of the list: leaflet-{code}-000002.pdf is for line 2.\n"
    )
    assert made() == [f"leaflet-{code}-000002.pdf", f"leaflet-{code}-000003.pdf"]


def test_what_the_options_choose_is_what_everyone_gets(copies, masters):
    copies("--format", "large", "--theme", "cream", "--note", "Eat often.")

    assert (masters[0].look.format.value, masters[0].look.theme.value) == ("large", "cream")
    assert "Eat often." in str(masters[0].leaflet.blocks)


def test_a_second_run_keeps_what_is_finished(copies):
    copies()

    assert "Made 1 copy in copies" in (result := copies(people=PEOPLE + "Cleo Day,A-3,\n")).stdout
    assert "Kept 2 copies that had been made before" in result.stdout


def test_bad_rows_are_told_by_line_and_the_command_ends_with_2(copies):
    result = copies(people=PEOPLE + "漢字,A-3,\nDan,A-4,01/02/2026\n,,2026-11-22\n")

    assert result.exit_code == 2
    assert "Made 2 copies" in result.stdout
    assert result.stderr.splitlines() == [
        "people.csv:4: “漢” (U+6F22) cannot be printed, write it in other letters",
        "people.csv:5: the date may be 2026-01-02 or 2026-02-01, "
        "write it year first, or add --dates day-first or --dates month-first",
        "people.csv:6: there is neither a name nor a reference, fill in one of them, or delete the row",
        "3 rows have no copy. Mend the list and run the same command again: finished copies are kept.",
    ]


def test_a_list_with_nothing_but_bad_rows_is_told_at_bearable_length(copies):
    result = copies(people="Name,Date\n" + "Ann,never\n" * 250)

    assert len(result.stderr.splitlines()) == 102
    assert result.stderr.splitlines()[-2:] == [
        "and 150 more rows",
        "250 rows have no copy. Mend the list and run the same command again: finished copies are kept.",
    ]


def test_someone_says_what_comes_first_in_a_date(copies, masters):
    assert copies("--dates", "day-first", people="Name,Date\nDan,01/02/2026\n").exit_code == 0
    assert "1 February 2026" in (Path("copies") / made()[0]).read_text(encoding="utf-8")


def test_ctrl_c_says_how_many_are_whole_and_how_to_go_on(copies, monkeypatch):
    def stop(_self, _waiting):
        raise KeyboardInterrupt

    monkeypatch.setattr(make_copies.Copying, "_take_first", stop)

    result = copies()

    assert result.exit_code == 130
    assert result.stdout == (
        f"Stopped. {len(made())} copies in copies, each of them whole.\n"
        "Run the same command again: it goes on where it stopped.\n"
    )


def test_a_folder_may_be_named_like_a_file(copies):
    assert "is the line of the list" in copies("--output", "all.pdf").stdout


def test_copies_of_other_people_in_the_folder_are_told(copies):
    copies(people=PEOPLE + "Cleo Day,A-3,\n")

    assert "The folder also holds 1 copy for other lists. Take them out before you go on." in copies().stdout


def test_a_draft_is_announced(copies):
    assert "Awaiting clinical review. Not yet checked by a clinician." in copies(topics="gastrinoma").stdout


def test_a_workbook_is_told_in_two_sentences(run):
    Path("people.csv").write_bytes(b"PK\x03\x04")

    result = run("copies", "--topics", "insulinoma", "--recipients", "people.csv", "--output", "copies")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == (
        "The list of people in “people.csv” cannot be read: it is a workbook, not a CSV file."
    )
    assert not Path("copies").exists()


def test_no_word_of_a_person_is_on_the_screen_in_a_file_name_or_at_home(copies, home):
    result = copies("--workers", "1", people="Name,Ref\nSecret Person,S-99\nSecret 漢,S-98\nSecret Other,S-99\n")

    told = result.output + " ".join(made())
    assert not any(word in told for word in ("Secret", "Person", "Other", "S-9"))
    assert holding(home, "Secret", "Person", "Other", "S-9") == []


def test_the_line_is_in_the_language_of_the_leaflet(run):
    Path("people.csv").write_text("Name\nAnia\n", encoding="utf-8")
    options = ("--topics", "rights", "--language", "pl", "--recipients", "people.csv", "--output", "copies")

    run("copies", *options, desk=a_desk(a_library_in("pl")))

    assert b"Dla: Ania" in (Path("copies") / made()[0]).read_bytes()


def test_all_copies_go_into_one_file_for_a_print_shop(copies, masters):
    result = copies("--one-file", people=PEOPLE + "漢字,A-3,\n")

    code = masters[0].leaflet.code
    assert result.exit_code == 2
    assert result.stdout == f"Made 2 copies in copies/leaflet-{code}-all.pdf, code {code}\n"
    assert result.stderr.splitlines()[-1] == (
        "1 row has no copy. Mend the list and run the same command again: the file is written anew."
    )
    assert made() == [f"leaflet-{code}-all.pdf"]
    assert (Path("copies") / made()[0]).read_text(encoding="utf-8") == (
        "Line 2: For: Ann Lee · A-1 · 22 November 2026\nLine 3: For: Bob Ray · A-2\n%%EOF\n"
    )


def test_a_list_of_nobody_makes_no_file(copies):
    result = copies("--one-file", people="Name\n漢字\n")

    assert result.stdout == "Made no copy\n"
    assert made() == []


def test_ctrl_c_leaves_no_half_file_for_the_print_shop(copies, monkeypatch):
    def stop(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("tests.fakes.FakeOneFile.close", stop)

    result = copies("--one-file")

    assert (result.exit_code, result.stdout) == (130, "Stopped. Nothing was written.\n")
    assert made() == []


def test_one_file_is_written_by_one_process(copies):
    assert "Leave out --workers and --cluster" in copies("--one-file", "--workers", "2").stderr


class Terminal(io.StringIO):
    """A screen that someone looks at."""

    def isatty(self):
        return True


def test_progress_is_shown_where_a_person_looks_on(monkeypatch):
    monkeypatch.setattr("sys.stderr", terminal := Terminal())

    with copies_command._progress(200) as told:
        told(Tally(made=99))
        half = terminal.getvalue()
        told(Tally(made=190, refused=8))

    assert "Making copies" in half
    assert "50%" in half
    assert "100%" in terminal.getvalue()


def test_nothing_of_progress_is_written_to_a_file(monkeypatch):
    monkeypatch.setattr("sys.stderr", written := io.StringIO())

    with copies_command._progress(200) as told:
        told(Tally(made=100))

    assert written.getvalue() == ""
