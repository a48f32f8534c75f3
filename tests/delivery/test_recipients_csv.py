"""Lists of people as Excel and people write them."""

import codecs
import errno
import os
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.delivery import csv_text
from leaflet_app.delivery.csv_text import LONGEST_LINE
from leaflet_app.delivery.recipients_csv import MOST_LINES, RecipientsFile
from leaflet_app.domain.days import DayOrder
from leaflet_app.domain.errors import ListUnreadable
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.recipients import Row
from leaflet_app.domain.selection import Recipient

PEOPLE = "Name;Reference\r\nZoë Łukasz;A-1\r\nJosé Peña;A-2\r\n"


@pytest.fixture
def listed(tmp_path):
    """Return a list, written as text or bytes, read row by row."""

    def listed(content, order=None):
        file = tmp_path / "people.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(RecipientsFile(file, order).rows())

    return listed


@pytest.fixture
def why(listed):
    """Return the two sentences on a file that is no list."""

    def why(content):
        with pytest.raises(ListUnreadable) as unreadable:
            listed(content)
        return str(unreadable.value)

    return why


def names(rows):
    return [row.recipient.name for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_are_read_right_in_every_encoding_of_excel(listed, encoding):
    assert names(listed(PEOPLE.encode(encoding))) == ["Zoë Łukasz", "José Peña"]


def test_the_encoding_of_older_windows_is_read_right(listed):
    assert names(listed("Name\r\nRenée O’Neill\r\n".encode("cp1252"))) == ["Renée O’Neill"]


def test_one_odd_byte_far_down_decides_for_the_whole_file(listed):
    rows = listed(b"Name\n" + b"Ann Lee\n" * 20_000 + "Renée\n".encode("cp1252"))

    assert (rows[-1].line, rows[-1].recipient.name) == (20_002, "Renée")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_separator_and_line_end_is_read(listed, separator, end):
    text = end.join(separator.join(cells) for cells in (("Ref", "Name"), ("A-1", "Ann Lee"), ("A-2", "Bob Ray")))

    assert listed(text) == [Row(2, Recipient("Ann Lee", "A-1")), Row(3, Recipient("Bob Ray", "A-2"))]


def test_the_separator_that_excel_announces_is_no_row(listed):
    assert listed("sep=;\r\nName;Ref\r\nAnn;1\r\n") == [Row(3, Recipient("Ann", "1"))]


def test_a_quoted_cell_may_hold_separators_quotes_and_lines(listed):
    rows = listed('Name,Ref\n"Lee, Ann",1\n"Bob ""Bo"" Ray",2\n"Cleo\nDay",3\nDan,4\n')

    assert [(row.line, row.recipient.name) for row in rows] == [
        (2, "Lee, Ann"),
        (3, 'Bob "Bo" Ray'),
        (4, "Cleo Day"),
        (6, "Dan"),
    ]


def test_a_heading_of_two_lines_is_no_row(listed):
    assert listed('Ref,"Patient\r\nname"\r\n1,Ann Lee\r\n') == [Row(3, Recipient("Ann Lee", "1"))]
    assert listed('Ref,Name,Size (")\r\n1,Ann Lee,\r\n') == [Row(2, Recipient("Ann Lee", "1"))]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("length", [*range(LONGEST_LINE - 3, LONGEST_LINE + 2), 2 * LONGEST_LINE - 1])
def test_lines_are_counted_right_however_long_they_are(listed, end, length):
    long = end.join(("Ann,1,".ljust(length), "", ""))

    assert listed(f"Name,Ref,Note{end}{long}{long}Bob,2,")[-1] == Row(6, Recipient("Bob", "2"))


@pytest.mark.parametrize(
    ("head", "cells", "recipient"),
    [
        ("NAME,REFERENCE", "Ann,1", Recipient("Ann", "1")),
        ("Patient’s name,Hospital No.", "Ann,1", Recipient("Ann", "1")),
        ("Title,Forename,Surname,NHS number", "Mrs,Ann,Lee,943 476", Recipient("Mrs Ann Lee", "943 476")),
        (" full_name , our ref ", "Ann,1", Recipient("Ann", "1")),
        ("id,phone,name,date of birth", "1,07565,Ann,1950-02-03", Recipient("Ann", "1")),
        ("Surname", "Lee", Recipient("Lee")),
        ("Ref,Clinic date", "1,22 Nov 2026", Recipient("", "1", date(2026, 11, 22))),
    ],
)
def test_columns_are_known_by_the_headings_that_clinics_use(listed, head, cells, recipient):
    assert listed(f"{head.replace('_', ' ')}\n{cells}\n") == [Row(2, recipient)]


def test_blank_rows_are_passed_over_and_still_counted(listed):
    assert listed("\n\nName,Ref\n,\n  \nAnn,1\n,,,\n") == [Row(6, Recipient("Ann", "1"))]


def test_hidden_spaces_are_made_plain(listed):
    assert names(listed("Name\n\u200eAnn\u00a0\u00a0 Lee\u200b \n")) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",,", None),
        (",,2026-11-22", "there is neither a name nor a reference, fill in one of them, or delete the row"),
        ("x" * 81 + ",,", "the name has 81 letters, use at most 80"),
        ("," + "9" * 41 + ",", "the reference has 41 letters, use at most 40"),
        ("A\x1bnn,,", "the name holds a letter that cannot be read (U+001B), type it again"),
        ("A\ufffdnn,,", "the name holds a letter that cannot be read (U+FFFD), type it again"),
        ("Ann,,soon", "the date is not understood, write it like 2026-11-22 or 22 November 2026"),
        ("Lee, Ann,7,", None),
        ("Lee, Ann,,7", "it has more cells than there are columns, put the cell with the separator in quotes"),
        (",a-1,", "line 2 has the same reference, delete one of the two rows, or mend its reference"),
        ('"Ann" Lee,,', "its quotation marks do not match, delete them, or write each one twice"),
        ('"Ann,3,', "a quotation mark is opened and never closed, delete it, or close it"),
        ("x" * 9_000, "the line is too long for a list of people, delete what does not belong there"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_rest_goes_on(listed, row, said):
    rows = listed(("Name,Ref,Date\nFirst,A-1,\n" + row + "\nLast,A-2,\n").replace(" Ann,7,", "\n").encode())
    bad = [each for each in rows if isinstance(each, Fault)]

    assert rows[0] == Row(2, Recipient("First", "A-1"))
    assert Recipient("Last", "A-2") in [each.recipient for each in rows if isinstance(each, Row)]
    assert [str(each) for each in bad] == ([f"people.csv:3: {said}"] if said else [])


def test_a_date_that_could_be_two_is_refused_until_someone_says_which(listed):
    text = "Name,Date\nAnn,03/04/2026\n"

    [fault] = listed(text)
    assert fault.wrong == "the date may be 2026-03-04 or 2026-04-03"
    assert listed(text, DayOrder.DAY_FIRST) == [Row(2, Recipient("Ann", "", date(2026, 4, 3)))]


def test_no_quotation_mark_can_put_two_people_on_one_copy(listed):
    rows = listed('Name,Ref\n"Ann,1\nBob,2\nCleo,3\n')

    assert isinstance(rows[0], Fault)
    assert names(rows[1:]) == ["Bob", "Cleo"]


def test_a_quotation_mark_far_below_does_not_close_one_above(listed):
    between = [f"Person {number}" for number in range(50)]
    rows = listed("\n".join(("Name", '"Ann', *between, '"', "Bob", "")))

    assert [str(row) for row in rows if isinstance(row, Fault)] == [
        f"people.csv:{line}: a quotation mark is opened and never closed, delete it, or close it" for line in (2, 53)
    ]
    assert names(row for row in rows if isinstance(row, Row)) == [*between, "Bob"]


def test_no_word_of_a_person_is_in_what_is_told(listed):
    faults = listed("Name,Ref,Date\nSecret Person,S-99,never\nSecret Person\a,S-98,\nSecret Other,S-97,01/02/2026\n")

    assert len(faults) == 3
    assert not any("Secret" in str(fault) or "S-9" in str(fault) for fault in faults)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\0\x06\0", "it is a workbook, not a CSV file. In Excel choose File, Save As"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is a workbook, not a CSV file. In Excel choose File, Save As"),
        (b"\x7fELF\x02\0\0\0", "it is not a text file. In Excel"),
        (b"", "it is empty. Choose a list"),
        (b" \r\n\r\n", "it is empty. Choose a list"),
        (codecs.BOM_UTF8, "its rows have no heading. Name a column"),
        (b"Ann Lee,1\nBob Ray,2\n", "no column is headed “Name” or “Reference”. Name a column “Name” or “Reference”"),
        (b"Date,Phone\n2026-11-22,0\n", "no column is headed “Name” or “Reference”"),
        (b"Name,Patient name\nAnn,Bob\n", "two of its columns hold the name. Delete one of them"),
        (b'"Name,Ref\nAnn,1\n', "a quotation mark is opened and never closed. Name a column"),
        (b'sep="\nName"Ref\nAnn"1\n', "no column is headed “Name” or “Reference”"),
        (b"Name," * 2_000, "the line is too long for a list of people. Name a column"),
    ],
)
def test_a_file_that_is_no_list_is_told_in_two_sentences(why, content, said):
    assert why(content).startswith(f"The list of people in “people.csv” cannot be read: {said}")


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(ListUnreadable, match=r"there is no such file\. Name a CSV file\."):
        RecipientsFile(tmp_path / "none.csv")
    with pytest.raises(ListUnreadable, match="it is a folder"):
        RecipientsFile(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="This system has no pipes by name.")
def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "people.csv")

    with pytest.raises(ListUnreadable, match="it is a pipe or a device"):
        RecipientsFile(tmp_path / "people.csv")


@pytest.mark.parametrize("changed", ["Name\n" + "Bob\n" * 50_000, "Name\nAnn\n", ""])
def test_a_list_that_is_saved_anew_while_it_is_read_is_told(tmp_path, changed):
    file = tmp_path / "people.csv"
    file.write_text("Name\n" + "Ann\n" * 20_000, encoding="utf-8")
    rows = RecipientsFile(file).rows()
    next(rows)
    file.write_text(changed, encoding="utf-8")

    with pytest.raises(ListUnreadable, match="it changed while it was read"):
        list(rows)


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    file = tmp_path / "people.csv"
    file.write_text("Name\nAnn\n", encoding="utf-8")

    def refuse(*_arguments, **_options):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("pathlib.Path.open", refuse)

    with pytest.raises(ListUnreadable, match="you may not read it"):
        RecipientsFile(file)


def test_a_list_without_end_is_refused_before_its_rows_are_read(why, monkeypatch):
    assert f"it has more than {MOST_LINES:,} lines" in why(b"Name\n" + b"\n" * MOST_LINES)

    monkeypatch.setattr(csv_text, "MOST_BYTES", 1_000_000)
    assert "larger than 1 MB" in why(b"Name\n" + b"x" * 1_000_000)


def test_a_long_list_is_never_held_in_memory(tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name\n" + "Ann Lee\n" * 30_000, encoding="utf-8")
    tracemalloc.start()

    rows = sum(1 for _ in RecipientsFile(file).rows())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert rows == 30_000
    assert most < 500_000


@given(st.binary(max_size=400), st.sampled_from([b"Name,Ref\n", b"Name;Date\r\n", b"\xff\xfeN\0a\0m\0e\0\n\0"]))
def test_whatever_the_bytes_every_row_is_a_person_or_a_fault(tmp_path_factory, content, head):
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(head + (content if b"\xff" in head[:1] else content.replace(b"\0", b"")))

    for row in RecipientsFile(file).rows():
        assert isinstance(row, Fault) or row.recipient.name or row.recipient.reference
