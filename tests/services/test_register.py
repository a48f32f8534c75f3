"""What a desk notes, and what it reads in its register."""

import socket
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from leaflet_app.delivery.register import register as registers
from leaflet_app.delivery.register.entry import LONGEST_NAME
from leaflet_app.delivery.register.journal import FILE, append, folder_of
from leaflet_app.domain.errors import CannotSave, NoSuchEntry, NotNoted
from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.settings import RegisterSettings
from leaflet_app.domain.sought import Sought
from leaflet_app.services import register as noting
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.register import NOBODY, desk_name, given_of, note, note_given, user_name
from leaflet_app.services.register_reading import entries_with, entry_named, find, forget_old, with_text
from tests.builders import a_given, a_library, a_selection, a_topic
from tests.fakes import EDITION, a_desk
from tests.kept import holding

PERSONAL = a_selection("insulinoma", recipient=Recipient("Zebedee Quux", "ZQ-4711"), note="Zebedee, rest well.")


@pytest.fixture
def desk(home):
    return a_desk(a_library(a_topic("insulinoma"), a_topic("coping")), home=home)


def made_of(desk, selection):
    return make_leaflet(desk.library, selection, desk.render)


def give(desk, *topics, way=Way.PRINT, **changes):
    selection = a_selection(*topics)
    return note(desk, replace(given_of(desk, way, made_of(desk, selection), selection), **changes))


def test_an_entry_says_what_was_given_where_and_by_whom(desk):
    selection = a_selection("insulinoma", "coping")
    given = given_of(desk, Way.PRINT, made_of(desk, selection), selection, copies=2, corrects="1" * 64)

    assert given.topics == (GivenTopic("insulinoma", "1.0.0"), GivenTopic("coping", "1.0.0"))
    assert (given.given_at, given.edition, given.copies) == (desk.now(), EDITION, 2)
    assert (given.corrects, given.passport) == ("1" * 64, made_of(desk, selection).leaflet.code)
    assert given.user == user_name()


def test_an_entry_names_nobody_and_vouches_for_no_personal_page(desk):
    given = given_of(desk, Way.PRINT, made_of(desk, PERSONAL), PERSONAL)

    assert (given.reference, given.digest, given.selection) == ("", "", a_selection("insulinoma"))


def test_the_reference_is_kept_only_where_the_practice_wants_it(desk, monkeypatch):
    wanted = RegisterSettings(keep_reference=True, desk="Ward 2")
    monkeypatch.setattr(noting, "load", lambda _desk: type("Kept", (), {"register": wanted}))

    given = note_given(desk, Way.PRINT, made_of(desk, PERSONAL), PERSONAL)

    assert (given.reference, given.desk) == ("ZQ-4711", "Ward 2")
    assert holding(desk.home, "ZQ-4711") == ["register/journal.jsonl"]
    assert holding(desk.home, "Zebedee", "Quux") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names a computer otherwise")
def test_a_desk_without_a_name_is_called_as_its_computer():
    assert desk_name(RegisterSettings()) == socket.gethostname()


def test_a_name_no_file_could_hold_is_cut_to_one_that_all_can():
    assert desk_name(RegisterSettings(desk="\udcff" + "x" * 500)) == "?" + "x" * (LONGEST_NAME - 1)


def test_a_computer_that_names_nobody_is_no_fault(monkeypatch):
    def nobody():
        raise OSError

    monkeypatch.setattr(noting, "getuser", nobody)

    assert user_name() == NOBODY


def test_a_journal_that_cannot_be_written_is_told_with_the_code_to_write_down(desk):
    (desk.home / "register").write_text("in the way")

    with pytest.raises(NotNoted, match=made_of(desk, a_selection("coping")).leaflet.code):
        give(desk, "coping")


def test_what_was_noted_is_found_newest_first_and_counted(desk):
    first = give(desk, "insulinoma")
    second = give(desk, "coping", given_at=first.given_at + timedelta(hours=1), copies=3)

    found = find(desk)

    assert found.entries == (second, first)
    assert (found.counts.leaflets, found.desks, found.notice) == (4, (first.desk,), "")
    assert find(desk, Sought(topic="coping")).entries == (second,)


def test_everyone_who_was_given_the_old_text_is_found(desk):
    old = give(desk, "insulinoma")
    newer = give(desk, "insulinoma", topics=(GivenTopic("insulinoma", "1.1.0"),), edition="2" * 64)
    give(desk, "coping")

    assert with_text(desk, "insulinoma", "1.0.0") == (old,)
    assert with_text(desk, "insulinoma", edition="2" * 64) == (newer,)
    assert len(with_text(desk, "insulinoma")) == 2


def test_entries_are_found_by_the_code_of_the_leaflet(desk):
    given = give(desk, "insulinoma")
    give(desk, "coping")

    assert entries_with(desk, given.passport) == (given,)


def test_an_entry_is_found_by_the_beginning_of_its_name(desk):
    given = give(desk, "insulinoma")

    assert entry_named(desk, given.id[:8].upper()) == given


def test_to_find_an_entry_by_its_name_no_other_is_read(desk, monkeypatch):
    given = give(desk, "insulinoma")
    give(desk, "coping")
    find(desk)
    read, entry_of = [], registers.entry_of
    monkeypatch.setattr(registers, "entry_of", lambda body: read.append(body) or entry_of(body))

    assert entry_named(desk, given.id[:12]) == given
    assert len(read) == 1


@pytest.mark.parametrize("name", ["", "abc", "abc11", "0" * 32, "%%%%%%%%", "abc_____", "abc%1111"])
def test_a_name_of_no_entry_or_of_many_is_told(desk, name):
    give(desk, "insulinoma", id="abc" + "1" * 29)
    give(desk, "insulinoma", id="abc" + "2" * 29)

    with pytest.raises(NoSuchEntry, match="No entry of the register is named"):
        entry_named(desk, name)


def test_without_a_database_a_reader_sees_what_waits_here_and_is_told(desk):
    first = give(desk, "insulinoma")
    second = give(desk, "coping", given_at=first.given_at + timedelta(hours=1))
    (desk.home / "records.sqlite3").write_bytes(b"no database at all, but long enough to be taken for one" * 40)

    found = find(desk)

    assert found.entries == (second, first)
    assert "The outbox and the register cannot be used" in found.notice
    assert "Shown is what waits on this desk; nothing is lost." in found.notice
    assert find(desk, Sought(topic="coping")).entries == (second,)


def test_a_damaged_line_is_told_and_the_rest_is_shown(desk):
    given = give(desk, "insulinoma")
    with (folder_of(desk.home) / FILE).open("ab") as file:
        file.write(b'\n{"id":')

    found = find(desk)

    assert found.entries == (given,)
    assert "1 line of the journal could not be read" in found.notice


def test_a_disk_that_is_full_keeps_nobody_from_reading(desk, monkeypatch):
    given = give(desk, "insulinoma")
    assert find(desk).entries == (given,)
    give(desk, "coping")

    def full(_engine, _home):
        raise CannotSave("journal", "the disk is full", "Free some space.")

    monkeypatch.setattr(registers, "take_in", full)
    found = find(desk)

    assert (found.entries, found.is_whole) == ((given,), False)
    assert "What waits in the journal of this desk (1 leaflet) is missing." in found.notice
    assert "the disk is full" in found.notice


def gone_steadily(desk):
    """Return the desk after a week in which its clock did not jump."""
    find(desk)
    return replace(desk, now=lambda: desk.now() + timedelta(days=7))


def test_entries_older_than_the_practice_keeps_them_are_forgotten_to_the_last_byte(desk):
    desk = gone_steadily(desk)
    kept = give(desk, "coping")
    append(desk.home, a_given(given_at=desk.now() - timedelta(days=3653), user="Gone-Person"))
    assert holding(desk.home, "Gone-Person")

    assert forget_old(desk) == 1

    assert find(desk).entries == (kept,)
    assert holding(desk.home, "Gone-Person") == []


def test_who_reads_the_register_finds_nothing_that_should_be_forgotten(desk):
    desk = gone_steadily(desk)
    append(desk.home, a_given(given_at=desk.now() - timedelta(days=3653), user="Gone-Person"))

    assert find(desk).entries == ()
    assert holding(desk.home, "Gone-Person") == []


def test_a_desk_that_gave_nothing_has_nothing_to_forget(desk):
    assert forget_old(desk) == 0
    assert list(desk.home.iterdir()) == []
