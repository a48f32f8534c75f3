"""Checking a library from the command line."""

import pytest

from tests.library.folder import INSULINOMA, Folder


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def test_a_library_without_faults_exits_0(run, folder):
    result = run("library", "check", str(folder.root))

    assert result.exit_code == 0
    assert result.stdout == f"No faults in {folder.root}.\n"


def test_the_shipped_library_is_checked_when_none_is_named_and_has_no_fault(run):
    result = run("library", "check")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].startswith(("No faults in ", "0 faults and "))


def test_a_fault_is_told_by_file_and_line_and_counted(run, folder):
    folder.write(INSULINOMA, "no front matter\n")

    result = run("library", "check", str(folder.root))

    lines = result.stdout.splitlines()
    assert result.exit_code == 2
    assert lines[0].startswith(f"{INSULINOMA}:1: ")
    assert lines[-1] == "1 fault and 0 warnings in 1 file."


def test_warnings_alone_exit_0(run, folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")

    result = run("library", "check", str(folder.root))

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{INSULINOMA}:{folder.line(INSULINOMA, 'tumor')}: warning: “tumor” is American spelling, write “tumour”",
        "0 faults and 1 warning in 1 file.",
    ]


def test_faults_are_told_before_warnings(run, folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")
    folder.change(INSULINOMA, "An operation.", "It is harmless.")

    lines = run("library", "check", str(folder.root)).stdout.splitlines()

    assert ["warning" in line for line in lines] == [False, True, True]
    assert lines[-1] == "1 fault and 1 warning in 1 file."


def test_a_folder_without_a_library_is_told(run, tmp_path):
    result = run("library", "check", str(tmp_path / "nowhere"))

    assert result.exit_code == 2
    assert "nowhere" in result.stderr
