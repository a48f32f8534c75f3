"""The program as it is started, with everything real in it."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

import leaflet_app

PROJECT = Path(leaflet_app.__file__).parents[1]
CLOSED = "import os, sys; os.closerange(0, 2); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
LIST_MODULES = "import sys, leaflet_app.__main__ as m\ntry: m.main()\nfinally: print(*sys.modules, file=sys.stderr)"


def start(*command, stdout=subprocess.PIPE, **environment):
    """Start Python on this project, with nowhere to show a window."""
    silent = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, *command],
        env=silent | {"PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8"} | environment,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
    )


def test_a_leaflet_goes_from_the_shipped_library_to_a_pdf_that_can_be_read(tmp_path):
    pdf = tmp_path / "leaflet.pdf"

    started = start(
        "-m", "leaflet_app", "export", "--topics", "insulinoma", "--output", str(pdf), "--also", "html,text"
    )

    assert started.returncode == 0, started.stderr.decode()
    with pypdfium2.PdfDocument(pdf) as document:
        assert "Insulinoma" in document[0].get_textpage().get_text_bounded()
    assert "Get help fast" in pdf.with_suffix(".html").read_text(encoding="utf-8")
    assert "Get help fast" in pdf.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_dash_gives_exactly_the_bytes_of_the_file(tmp_path):
    options = ("-m", "leaflet_app", "export", "--topics", "coping", "--output")

    poured = start(*options, "-")
    start(*options, str(tmp_path / "leaflet.pdf"))

    assert poured.stdout == (tmp_path / "leaflet.pdf").read_bytes()
    assert b"Saved" not in poured.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts programs in another way")
def test_a_leaflet_is_made_though_nobody_reads_or_writes(tmp_path):
    options = ("export", "--topics", "coping", "--output", str(tmp_path / "leaflet.pdf"))

    made = start("-c", CLOSED, "-m", "leaflet_app", *options)
    asked = start("-c", CLOSED, "-m", "leaflet_app", *options, "--password")

    assert (made.returncode, made.stderr) == (0, b"")
    assert (tmp_path / "leaflet.pdf").exists()
    assert asked.returncode == 2
    assert b"This password cannot be used: there is nowhere to read it from." in asked.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("command", ["--help", "--version", "topics", "export --topics coping --output -"])
def test_a_full_disk_behind_standard_output_is_told_in_two_sentences(command):
    with Path("/dev/full").open("wb") as full:
        started = start("-m", "leaflet_app", *command.split(), stdout=full)

    assert started.returncode == 2
    assert started.stderr.decode().splitlines() == [
        "“standard output” could not be saved: the disk is full. Nothing was lost.",
        "Free some space, or choose another folder.",
    ]


def test_a_misspelt_search_finds_the_topic():
    assert b"phaeochromocytoma" in start("-m", "leaflet_app", "topics", "--search", "pheocromocitoma").stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_the_program_says_so():
    started = start("-m", "leaflet_app", WAYLAND_DISPLAY="")

    assert started.returncode == 2
    assert started.stderr.decode().startswith("The window cannot open: there is no screen.\n")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--help",), {"PySide6", "reportlab", "msgspec", "markdown_it", "sqlite3"}),
        (("topics",), {"PySide6", "reportlab", "sqlite3", "PIL"}),
        (
            ("export", "--topics", "coping", "--output", "leaflet.pdf"),
            {"PySide6", "pypdfium2", "sqlite3", "leaflet_app.html"},
        ),
    ],
)
def test_a_command_loads_only_what_it_uses(tmp_path, monkeypatch, arguments, unwanted):
    monkeypatch.chdir(tmp_path)

    started = start("-c", LIST_MODULES, *arguments)

    assert started.returncode == 0, started.stderr.decode()
    assert not unwanted.intersection(started.stderr.decode().split())
