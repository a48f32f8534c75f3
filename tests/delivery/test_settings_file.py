"""Settings are read from a file that people write by hand."""

import os
import sys

import pytest

from leaflet_app.delivery.settings_file import LARGEST, read_settings
from leaflet_app.delivery.settings_writing import template
from leaflet_app.domain.printing import Sides
from leaflet_app.domain.settings import MailWay

WRONG = '''\
# ours
[printing]
copies = 0
sides = "one-sided"
[mail]
way = "smtp"
body = """
[register]
port = 3
{greeting} {patient}
"""
password = "hunter2"
severr = "x"
port = "587"
[outboxx]
a = 1
[register]
server = "x"
"theme" = "cream"
'''


@pytest.fixture
def file(home):
    return home / "settings.toml"


def test_a_file_that_is_not_there_sets_nothing(file):
    read = read_settings(file)

    assert (dict(read.values), read.faults, read.is_readable) == ({}, (), True)


def test_what_fits_is_taken_and_the_rest_told_with_its_line(file):
    file.write_text(WRONG, encoding="utf-8")

    read = read_settings(file)

    assert read.values == {"printing.sides": Sides.ONE, "mail.way": MailWay.SMTP}
    told = {fault.line: f"{fault.wrong}, {fault.remedy}" for fault in read.faults}
    assert told[3] == "printing.copies: it is too small or too large, write a whole number from 1 to 99"
    assert (
        told[7]
        == "mail.body: nothing fills {patient}, use {greeting}, {practice}, {consultant}, {phone}, {pages}, {code}"
    )
    assert "settings password mail" in told[12]
    assert told[13] == "mail.severr: there is no such setting, did you mean mail.server?"
    assert "without quotation marks" in told[14]
    assert told[15] == "outboxx: there is no such part, did you mean outbox?"
    assert told[18] == "register.server: there is no such setting, write it below [mail]"
    assert told[19] == "register.theme: there is no such setting, write it below [printing]"
    assert sorted(told) == [3, 7, 12, 13, 14, 15, 18, 19]


def test_no_fault_repeats_a_password(file):
    file.write_text(WRONG, encoding="utf-8")

    assert "hunter2" not in repr(read_settings(file))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (b"[mail]\nway smtp\n", 2),
        (b'[mail]\nway = "smtp"\nway = "draft"\n', 3),
        (b'[mail]\n\nuser = "M\xfcller"\n', 3),
        (b'[mail]\nbody = """\nopen', 3),
        (b"a = " + b"[" * 50_000, 1),
        (b"#" * (LARGEST + 1), 1),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_the_line(file, written, line):
    file.write_bytes(written)

    read = read_settings(file)

    assert not read.is_readable
    assert [fault.line for fault in read.faults] == [line]
    assert read.values == {}


def test_a_folder_in_its_place_is_told(file):
    file.mkdir()

    assert not read_settings(file).is_readable


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_an_editor_may_mark_the_file_as_utf_8_and_end_lines_its_way(file, start):
    file.write_bytes((start + '[mail]\r\nsender_name = "Zoë"\r\n').encode())

    assert read_settings(file).values == {"mail.sender_name": "Zoë"}


@pytest.mark.parametrize("written", ["mail.port = 587", "mail = {port = 587}", '["mail"]\n"port" = 587'])
def test_toml_may_be_written_in_its_other_ways(file, written):
    file.write_text(written, encoding="utf-8")

    assert read_settings(file).values == {"mail.port": 587}


@pytest.mark.parametrize("written", ['mail.port = "x"', 'mail = {port = "x"}', '["mail"]\n\n"port" = "x"'])
def test_a_fault_is_found_in_those_ways_too(file, written):
    file.write_text(f"\n{written}", encoding="utf-8")

    (fault,) = read_settings(file).faults
    assert fault.line == len(written.splitlines()) + 1


def test_a_part_written_as_a_setting_is_told(file):
    file.write_text("mail = 3\n", encoding="utf-8")

    (fault,) = read_settings(file).faults
    assert str(fault).endswith(
        ":1: mail: it is a part of the settings, not one of them, write [mail] on a line of its own"
    )


def test_the_file_that_explains_itself_sets_nothing_and_has_no_fault(file):
    file.write_text(template(), encoding="utf-8")

    read = read_settings(file)
    assert (dict(read.values), read.faults) == ({}, ())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_a_file_that_may_not_be_read_is_told(file, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "no")

    file.write_text("", encoding="utf-8")
    monkeypatch.setattr(type(file), "open", refuse)

    assert read_settings(file).faults[0].wrong == "the file cannot be opened"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[printing]\ncopies = " + "9" * 5_000, "a number in it is far too large"),
        ("\na" + ".a" * 120_000 + " = 1", "the line has more points than any setting"),
    ],
)
def test_a_line_that_would_stop_the_reader_is_told(file, text, why):
    file.write_text(text, encoding="utf-8")

    read = read_settings(file)

    assert not read.is_readable
    assert [(fault.line, fault.wrong) for fault in read.faults] == [(2, why)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_in_place_of_the_file_is_told_and_not_waited_for(file):
    os.mkfifo(file)

    assert not read_settings(file).is_readable
