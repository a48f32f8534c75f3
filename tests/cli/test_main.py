"""The program's help, version and faults."""

import errno
import sys
from io import BytesIO, TextIOWrapper

import pytest

from leaflet_app import __version__
from leaflet_app.cli.main import command
from leaflet_app.domain.errors import LibraryUnreadable, RenderingStopped
from tests.fakes import FailingRender, a_desk

EXPORT = ("export", "--topics", "insulinoma", "--output", "x.pdf", "--note", "Dear Mrs Jones", "--recipient", "Jones")


def test_the_version_is_told(run):
    assert run("--version").stdout == f"leaflet-app {__version__}\n"


@pytest.mark.parametrize("command", [(), ("topics",), ("export",), ("library",), ("library", "check")])
def test_every_help_ends_with_examples_to_copy(run, command):
    result = run(*command, "--help", desk=AssertionError("help needs no desk"))

    assert result.exit_code == 0
    examples = result.stdout.partition("Examples:\n")[2].splitlines()
    assert examples
    assert all(line.strip().startswith("leaflet-app") for line in examples)


def test_without_a_command_the_window_opens_or_says_why_not(run):
    result = run()

    assert result.exit_code == 2
    assert result.stderr == (
        "The window cannot open: there is no screen.\nUse the command line instead: “leaflet-app --help” shows how.\n"
    )


def test_a_fault_is_told_in_two_lines(run):
    result = run("topics", desk=LibraryUnreadable("nowhere", "it is empty"))

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "The library in nowhere cannot be read: it is empty.",
        "Name a folder that holds a library.",
    ]


def test_a_fault_of_the_renderer_is_told_and_no_file_is_left(run, tmp_path):
    result = run(*EXPORT, desk=a_desk(render=FailingRender(RenderingStopped("it took too long"))))

    assert result.exit_code == 2
    assert "it took too long" in result.stderr
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize("arguments", [("--nonsense",), ("nonsense",), ("export",), ("topics", "extra")])
def test_a_mistyped_command_exits_2(run, arguments):
    result = run(*arguments)

    assert result.exit_code == 2
    assert "leaflet-app" in result.stderr


def test_an_unexpected_fault_is_one_calm_sentence_and_never_a_traceback(run, home):
    result = run(*EXPORT, desk=a_desk(render=FailingRender(ZeroDivisionError("Mrs Jones has an insulinoma"))))

    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert result.stderr == (
        f"Something went wrong that should not have. Details for support are in {home / 'log' / 'faults.log'}.\n"
    )


def test_the_log_says_where_it_happened_and_nothing_about_anyone(run, home):
    run(*EXPORT, desk=a_desk(render=FailingRender(ZeroDivisionError("Mrs Jones has an insulinoma"))))

    log = (home / "log" / "faults.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "leaflet_app.services.make_leaflet:" in log
    assert not any(word in log for word in ("Jones", "insulinoma", "Dear", "x.pdf"))


def test_a_reader_that_left_is_no_fault(run, home):
    result = run(*EXPORT, desk=a_desk(render=FailingRender(BrokenPipeError(errno.EPIPE, "left"))))

    assert result.stderr == ""
    assert list(home.iterdir()) == []


def test_a_home_that_cannot_be_written_is_no_second_fault(run, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LEAFLET_APP_HOME", str(tmp_path / "file"))

    result = run("topics", desk=ZeroDivisionError())

    assert result.exit_code == 1
    assert result.stderr == "Something went wrong that should not have.\n"


@pytest.mark.parametrize(("encoding", "told"), [("utf-8", b"caf\xe9.pdf"), ("ascii", b"caf?.pdf")])
def test_the_name_of_a_file_is_told_whatever_bytes_it_has(monkeypatch, encoding, told):
    output = TextIOWrapper(BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", output)
    with pytest.raises(SystemExit):
        command.main(["--version"], prog_name="leaflet-app")

    output.write("caf\udce9.pdf")
    output.flush()

    assert told in output.buffer.getvalue()
