"""Checking a library from the command line."""

import shutil

from tests.builders import SHIPPED_LIBRARY


def test_a_library_without_faults_exits_0(run):
    result = run("library", "check", str(SHIPPED_LIBRARY))

    assert result.exit_code == 0
    assert result.stdout == f"No faults in {SHIPPED_LIBRARY}.\n"


def test_the_shipped_library_is_checked_when_none_is_named(run):
    assert run("library", "check").stdout.startswith("No faults in ")


def test_a_fault_is_told_by_file_and_line_and_counted(run, tmp_path):
    shutil.copytree(SHIPPED_LIBRARY, tmp_path / "library")
    topic = tmp_path / "library" / "topics" / "insulinoma" / "en-GB.md"
    topic.write_text("no front matter\n", encoding="utf-8")

    result = run("library", "check", str(tmp_path / "library"))

    lines = result.stdout.splitlines()
    assert result.exit_code == 2
    assert any(line.startswith("topics/insulinoma/en-GB.md:1: ") for line in lines)
    assert lines[-1] == "1 fault in 1 file."


def test_a_folder_without_a_library_is_told(run, tmp_path):
    result = run("library", "check", str(tmp_path / "nowhere"))

    assert result.exit_code == 2
    assert "nowhere" in result.stderr
