"""The journal: an entry that was noted is on the disk, and no other line ever costs one."""

import contextlib
import errno
import json
import multiprocessing
import os
import stat
import sys

import pytest

from leaflet_app.delivery.register import journal as journals
from leaflet_app.delivery.register.entry import LONGEST_LINE, written
from leaflet_app.delivery.register.journal import FILE, append, folder_of, set_apart, unread
from leaflet_app.delivery.register.reading import read
from leaflet_app.domain.errors import NotNoted
from leaflet_app.domain.given import Way
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Detail, Recipient
from leaflet_app.domain.topic import Site
from tests.builders import a_given, a_selection


def journal(home):
    return folder_of(home) / FILE


def test_an_entry_comes_back_as_it_was_noted(home):
    selection = a_selection(
        "insulinoma",
        "vipoma",
        without=frozenset({"questions"}),
        format=Format.LARGE,
        detail=Detail.WORDS,
        language="cy",
    )
    given = a_given(way=Way.EMAIL, selection=selection, copies=3, corrects="1" * 64, user="Siân")
    append(home, given)

    assert read(journal(home)).entries == (given,)


def test_entries_stand_in_the_order_in_which_they_were_noted(home):
    noted = [a_given() for _ in range(5)]
    for given in noted:
        append(home, given)

    assert list(read(journal(home)).entries) == noted


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_nobody_else_can_read_the_journal(home):
    append(home, a_given())

    assert stat.S_IMODE(journal(home).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder_of(home).stat().st_mode) == 0o700


@pytest.mark.parametrize("cut", range(1, 20))
def test_a_line_torn_by_a_power_cut_costs_no_other_entry(home, cut):
    first, torn, last = a_given(), a_given(), a_given()
    append(home, first)
    append(home, torn)
    journal(home).write_bytes(journal(home).read_bytes()[: -len(written(torn)) * cut // 20])
    append(home, last)

    page = read(journal(home))

    assert page.entries == (first, last)
    [fault] = page.faults
    assert (fault.line, fault.wrong) == (3, "the entry was cut short, as by a power cut")
    assert written(torn).startswith(page.damaged[0])


def changed(**parts):
    return json.dumps(json.loads(written(a_given())) | parts).encode()


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"null}",
        b"[" * 10_000 + b"}",
        b'{"id":' * 20_000 + b"}",
        b"\xff\xfe}",
        b"x" * (LONGEST_LINE * 3) + b"}",
        changed(id="../../etc/passwd"),
        changed(id="A" * 32),
        changed(given_at="2026-11-22T09:30:00"),
        changed(given_at="yesterday"),
        changed(way="pigeon"),
        changed(copies=0),
        changed(copies=10**30),
        changed(pages=-1),
        changed(desk="d" * 300),
        changed(user="a\0b"),
        changed(topics="insulinoma"),
        changed(digest="no digest"),
        changed(passport="CL-" + "7" * 20),
        changed(edition="0" * 65),
        written(a_given()).replace(b'"reception"', b'"\\ud800"'),
    ],
    ids=lambda line: ascii(line[:30]),
)
def test_a_damaged_or_hostile_line_is_told_by_its_number_and_passed_over(home, line):
    first, last = a_given(), a_given()
    append(home, first)
    with journal(home).open("ab") as file:
        file.write(b"\n" + line)
    append(home, last)

    page = read(journal(home))

    assert page.entries == (first, last)
    assert [fault.line for fault in page.faults] == [3]
    assert str(page.faults[0]).startswith("journal.jsonl:3: the ")


def test_what_is_for_one_person_never_comes_back_from_a_journal(home):
    personal = a_selection(
        "insulinoma", note="Zebedee", recipient=Recipient("Zebedee"), body_note="Zebedee", body_mark=Site.PANCREAS
    )
    append(home, a_given(selection=personal))

    assert read(journal(home)).entries[0].selection == a_selection("insulinoma")


def test_a_journal_put_aside_leaves_room_for_the_next(home):
    first, second = a_given(), a_given()
    append(home, first)
    [aside] = set_apart(home)
    append(home, second)

    assert read(aside).entries == (first,)
    assert unread(home) == (aside, journal(home))
    assert len(set_apart(home)) == 2
    assert not journal(home).exists()


def test_there_is_nothing_to_put_aside_before_the_first_entry(home):
    assert set_apart(home) == ()
    assert unread(home) == ()


def note_many(home, number):
    for _ in range(number):
        append(home, a_given())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")
def test_programs_that_write_at_once_lose_no_entry_while_another_puts_journals_aside(home):
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=note_many, args=(home, 25)) for _ in range(3)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        set_apart(home)
    for writer in writers:
        writer.join()

    pages = [read(path) for path in unread(home)]

    assert sum(len(page.entries) for page in pages) == 75
    assert not any(page.faults for page in pages)


def test_an_entry_is_on_the_disk_before_anyone_hears_of_it(home, monkeypatch):
    synced = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size) or real(handle))
    append(home, a_given())

    assert journal(home).stat().st_size in synced


def test_the_first_entry_keeps_the_names_that_lead_to_it(home, monkeypatch):
    synced, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino) or real(handle))

    append(home, a_given())

    assert {folder.stat().st_ino for folder in (home, folder_of(home))} < set(synced)


def test_an_entry_is_written_while_no_other_program_has_its_turn(home, monkeypatch):
    turns = []

    @contextlib.contextmanager
    def turn(_file):
        turns.append("begun")
        yield
        turns.append("ended")

    real = os.write
    monkeypatch.setattr(journals, "turn", turn)
    monkeypatch.setattr(os, "write", lambda handle, line: turns.append("written") or real(handle, line))
    append(home, a_given())
    set_apart(home)

    assert turns == ["begun", "written", "ended", "begun", "ended"]


def test_a_disk_that_fills_half_way_through_an_entry_costs_no_other(home, monkeypatch):
    first, half, last = a_given(), a_given(), a_given()
    append(home, first)
    real = os.write

    def fill_up(handle, line):
        if len(line) < 200:
            raise OSError(errno.ENOSPC, "full")
        return real(handle, line[:200])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", fill_up)
        with pytest.raises(NotNoted, match="the disk is full"):
            append(home, half)
    append(home, last)

    assert read(journal(home)).entries == (first, last)
    assert len(read(journal(home)).faults) == 1


@pytest.mark.parametrize("name", ["\\u0000", "\\\\u0000", "C:\\u0000"])
def test_six_letters_that_look_like_a_nul_are_a_name_like_any(home, name):
    append(home, given := a_given(desk=name, user=name))

    assert read(journal(home)).entries == (given,)


@pytest.mark.parametrize("name", ["\0", "\\\0", "a\0b"])
def test_a_nul_itself_is_damage(home, name):
    append(home, a_given(desk=name))

    assert read(journal(home)).entries == ()


def test_a_journal_that_cannot_be_written_is_told_in_words(home):
    (home / "register").write_text("a file where the folder should be")

    with pytest.raises(NotNoted, match="could not note it: a part of its path is a file"):
        append(home, a_given())
