import errno
import os
import stat
import sys
import time

import pytest

from leaflet_app.delivery.printing import private_file, windows
from leaflet_app.delivery.printing.private_file import left_file, sweep
from leaflet_app.delivery.printing.windows import ShellPrint, SumatraPrint, arguments, sumatra
from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.printing import Ink, JobState, PrintChoices, Sides

TOLD = (
    '[{"Name": "Kitchen", "Default": false, "WorkOffline": true, "CapabilityDescriptions": ["Copies"]},'
    ' {"Name": "Büro", "Default": true, "WorkOffline": false, "CapabilityDescriptions": ["Color", "Duplex"],'
    ' "PrinterPaperNames": ["A4", "A5 quer"]}]'
)


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """Keep temporary files in the test's own folder."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(private_file.tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def program(tmp_path):
    """Return a program in SumatraPDF's place: it keeps its arguments and the file it was given."""
    script = tmp_path / "sumatra"
    script.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        f"pathlib.Path({str(tmp_path / 'told')!r}).write_text('\\n'.join(sys.argv[1:]))\n"
        f"pathlib.Path({str(tmp_path / 'seen.pdf')!r}).write_bytes(pathlib.Path(sys.argv[-1]).read_bytes())\n"
        f"sys.exit(int(pathlib.Path({str(tmp_path / 'fails')!r}).exists()))\n"
    )
    script.chmod(0o700)
    return str(script)


def test_sumatra_is_told_every_choice():
    choices = PrintChoices("Büro", 2, "1-2,4", Sides.SHORT_EDGE, Ink.GREY, "A4")

    assert arguments(choices)[:4] == (
        "-print-to",
        "Büro",
        "-print-settings",
        "1-2,4,2x,duplexshort,monochrome,paper=A4,noscale",
    )


def test_without_a_printer_the_default_prints():
    assert arguments(PrintChoices())[0] == "-print-to-default"


def test_the_file_is_private_neutral_and_gone_when_sumatra_ends(program, tmp_path, temporary):
    SumatraPrint(program).send(b"%PDF words", "CL-7K3M9Q-4F", PrintChoices("Büro"))

    assert (tmp_path / "seen.pdf").read_bytes() == b"%PDF words"
    assert (tmp_path / "told").read_text().splitlines()[-1].endswith("leaflet.pdf")
    assert not list(temporary.iterdir())


def test_a_printer_that_does_not_take_it_leaves_no_file(program, tmp_path, temporary):
    (tmp_path / "fails").touch()

    with pytest.raises(CannotPrint, match=r"the printer did not take it\. Choose another printer"):
        SumatraPrint(program).send(b"%PDF", "", PrintChoices("Büro"))
    assert not list(temporary.iterdir())


def test_the_printers_of_windows_are_read_with_what_they_can(tmp_path, monkeypatch):
    shell = tmp_path / "powershell"
    shell.write_text(f"#!/bin/sh\ncat <<'END'\n{TOLD}\nEND\n")
    shell.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    office, kitchen = SumatraPrint("").printers()

    assert (office.name, office.is_default, office.is_two_sided, office.is_colour) == ("Büro", True, True, True)
    assert office.papers == ("A4", "A5")
    assert kitchen.said == "switched off or not connected"


def test_the_queue_is_left_to_windows(program):
    way = SumatraPrint(program)
    job = way.send(b"%PDF", "", PrintChoices())

    assert way.standing(job).state is JobState.GONE
    with pytest.raises(CannotPrint, match="cancel it there"):
        way.cancel(job)


def test_windows_itself_is_asked_to_print_a_private_file():
    asked = []
    ShellPrint(asked.append).send(b"%PDF words", "CL-7K3M9Q-4F", PrintChoices(paper="A4"))

    assert asked[0].read_bytes() == b"%PDF words"
    assert asked[0].name == "leaflet.pdf"
    assert stat.S_IMODE(asked[0].parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "choices", [PrintChoices("Büro"), PrintChoices(copies=2), PrintChoices(pages="1"), PrintChoices(ink=Ink.GREY)]
)
def test_what_windows_cannot_be_told_is_refused_in_words(choices, temporary):
    with pytest.raises(CannotPrint, match="Windows takes no printer, copies, pages"):
        ShellPrint(lambda _path: None).send(b"%PDF", "", choices)
    assert not list(temporary.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a way of its own")
def test_where_nothing_prints_pdfs_no_file_is_left(temporary):
    with pytest.raises(CannotPrint):
        ShellPrint().send(b"%PDF", "", PrintChoices())
    assert not list(temporary.iterdir())


SEND = {
    "SumatraPDF": lambda: SumatraPrint("sumatra").send(b"%PDF", "", PrintChoices()),
    "Windows": lambda: ShellPrint(lambda _path: None).send(b"%PDF", "", PrintChoices()),
}


@pytest.mark.parametrize("send", SEND.values(), ids=SEND)
def test_a_disk_that_fills_up_is_told_and_no_file_is_left(send, temporary, monkeypatch):
    def fill_up(path, _content):
        path.touch()
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(private_file.Path, "write_bytes", fill_up)

    with pytest.raises(CannotPrint, match=r"no room to write it for the printer\. Free some space"):
        send()
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("send", SEND.values(), ids=SEND)
def test_a_computer_with_no_place_for_temporary_files_is_told(send, temporary):
    temporary.rmdir()

    with pytest.raises(CannotPrint, match="no room to write it for the printer"):
        send()


def test_files_of_earlier_days_are_swept_and_fresh_ones_stay():
    old, fresh = left_file(b"old"), left_file(b"fresh")
    yesterday = time.time() - 86_400
    os.utime(old.parent, (yesterday, yesterday))

    sweep()

    assert not old.exists()
    assert fresh.exists()


def test_sumatra_is_found_where_its_installer_puts_it(tmp_path, monkeypatch):
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert sumatra() is None
    (tmp_path / "SumatraPDF").mkdir()
    (tmp_path / "SumatraPDF" / windows.SUMATRA).touch()

    assert sumatra() == str(tmp_path / "SumatraPDF" / windows.SUMATRA)
