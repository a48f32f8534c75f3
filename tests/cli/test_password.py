"""Asking for a password: hidden, twice, and in no argument."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from click.testing import CliRunner

import leaflet_app
from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.cli.password import NOT_FOR_ARCHIVES, ask_password
from leaflet_app.domain.errors import PasswordRefused
from leaflet_app.pdf.render import render
from tests.cli.conftest import LIBRARY
from tests.fakes import a_desk

PROJECT = Path(leaflet_app.__file__).parents[1]
PASSWORD = "otter candle roof"  # noqa: S105
EXPORT = ("export", "--topics", "insulinoma", "--output", "leaflet.pdf")


@pytest.fixture
def export(tmp_path, monkeypatch):
    """Return `export --password` as a function of what standard input holds."""
    monkeypatch.chdir(tmp_path)
    desk = a_desk(LIBRARY, render)

    def export(typed, *options):
        doors = Doors(lambda: desk, lambda _link: None)
        return CliRunner().invoke(command, [*EXPORT, "--password", *options], input=typed, obj=doors)

    return export


@pytest.mark.parametrize("typed", [PASSWORD.encode(), f"{PASSWORD}\r\nmore\n".encode(), f"\ufeff{PASSWORD}\n".encode()])
def test_the_first_line_of_standard_input_is_the_password(export, typed):
    result = export(typed)

    assert result.exit_code == 0, result.output
    assert pikepdf.open("leaflet.pdf", password=PASSWORD).user_password_matched
    assert NOT_FOR_ARCHIVES in result.stdout
    assert PASSWORD not in result.output


def test_a_protected_leaflet_can_go_to_standard_output(export):
    result = export(PASSWORD, "--output", "-")

    assert pikepdf.open(BytesIO(result.stdout_bytes), password=PASSWORD).user_password_matched
    assert NOT_FOR_ARCHIVES in result.stderr


def test_a_password_that_is_easy_to_guess_is_used_and_told(export):
    result = export("otter")

    assert result.exit_code == 0
    assert result.stderr.startswith("This password is easy to guess: it has fewer than 8 letters.")
    assert pikepdf.open("leaflet.pdf", password="otter").user_password_matched  # noqa: S106


@pytest.mark.parametrize(("typed", "said"), [(b"", "it is empty"), (b"\n", "it is empty"), (b"\xff\xfe", "not UTF-8")])
def test_no_password_no_leaflet(export, typed, said):
    result = export(typed)

    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("leaflet.pdf").exists()


def test_files_that_stay_open_beside_a_protected_one_are_refused(export):
    result = export(PASSWORD, "--also", "text")

    assert result.exit_code == 2
    assert "--also writes files that open without a password." in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has terminals of another kind")
def test_on_a_terminal_the_password_is_typed_twice_and_not_shown(tmp_path, home):
    try:
        ours, theirs = os.openpty()
    except OSError as refused:
        pytest.skip(f"this system makes no terminals ({refused.strerror})")
    asking = subprocess.Popen(
        [sys.executable, "-m", "leaflet_app", *EXPORT, "--password"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    for prompt in (b"Password", b"The same again"):
        while prompt + b": " not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, f"{PASSWORD}\n".encode())
    shown += _rest(ours)

    assert asking.wait(60) == 0, shown.decode()
    assert PASSWORD.encode() not in shown
    assert pikepdf.open(tmp_path / "leaflet.pdf", password=PASSWORD).user_password_matched


def _rest(terminal):
    """Return what a terminal still shows until its program ends."""
    shown = b""
    while True:
        try:
            more = os.read(terminal, 1024)
        except OSError:
            return shown
        if not more:
            return shown
        shown += more


def test_what_a_terminal_sends_in_another_encoding_is_told(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("click.prompt", lambda *_asked, **_shown: b"\xf6".decode())

    with pytest.raises(PasswordRefused, match="it is not UTF-8"):
        ask_password()
