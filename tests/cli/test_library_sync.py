"""Sharing from the command line, as scripts see it."""

import json

import pytest

from leaflet_app.bootstrap import build_desk
from leaflet_app.services.library_store import change, newest
from leaflet_app.services.settings import change as set_setting
from tests.fakes import FakeTools

TEXT = "topics/insulinoma/en-GB.md"


@pytest.fixture
def desk_of(tmp_path, monkeypatch):
    """Return what sets up a desk of a person that shares in one folder."""
    share = tmp_path / "share"
    share.mkdir()

    def begin(name):
        monkeypatch.setenv("LEAFLET_APP_HOME", str(tmp_path / name))
        desk = build_desk()
        desk.tools = FakeTools()
        set_setting(desk, "library.shared", str(share))
        set_setting(desk, "library.editor", name)
        return desk

    return begin


@pytest.fixture
def ann(desk_of, run):
    desk = desk_of("Ann")
    assert run("library", "sync", "--begin", desk=desk).exit_code == 0
    return desk


def edit(desk, words: str) -> None:
    now = newest(desk)
    text = now.files.read(TEXT, 2**20)
    change(desk, {TEXT: text + words.encode()}, "Edit", base=now.commit)


def test_changes_go_and_come(ann, desk_of, run):
    ben = desk_of("Ben")
    edit(ann, "\nAnn.\n")

    assert run("library", "sync", desk=ann).stdout == "Sent 1 change, took 0 changes. Up to date.\n"
    assert run("library", "sync", desk=ben).exit_code == 0
    assert newest(ben).files.read(TEXT, 2**20).endswith(b"\nAnn.\n")


def test_what_waits_to_be_sent_exits_1(ann, run):
    edit(ann, "\nAnn.\n")
    told = run("library", "sync", "--status", desk=ann)

    assert (told.stdout, told.exit_code) == ("1 change to send\n", 1)


def test_a_text_changed_twice_exits_3(ann, desk_of, run):
    ben = desk_of("Ben")
    run("library", "sync", desk=ben)
    for desk in (ann, ben):
        edit(desk, f"\n{id(desk)}\n")
    run("library", "sync", desk=ann)

    assert run("library", "sync", desk=ben).exit_code == 3
    assert run("library", "sync", "--status", desk=ben).stdout == "1 text needs you\n"


def test_a_folder_that_is_away_exits_4(ann, run, tmp_path):
    (tmp_path / "share").rename(tmp_path / "away")

    assert run("library", "sync", desk=ann).exit_code == 4


def test_an_empty_folder_is_never_begun_unasked(desk_of, run, tmp_path):
    told = run("library", "sync", desk=desk_of("Ann"))

    assert told.exit_code == 2
    assert list((tmp_path / "share").iterdir()) == []


def test_nothing_shared_is_told(desk_of, run):
    desk = desk_of("Ann")
    set_setting(desk, "library.shared", "")

    assert "no place is set" in run("library", "sync", "--status", desk=desk).stdout
    assert run("library", "sync", desk=desk).exit_code == 2


def test_a_library_begun_elsewhere_is_taken_over_when_asked(ann, desk_of, run, tmp_path):
    ben = desk_of("Ben")
    edit(ben, "\nBen.\n")
    first = next(iter((tmp_path / "share" / "objects").rglob("*")))
    assert first.exists()
    told = run("library", "sync", "--take-over", desk=ben)

    assert told.exit_code == 0
    assert newest(ben).commit == newest(ann).commit


def test_the_exit_codes_are_told_in_the_help(run):
    assert "Exit codes" in run("library", "sync", "--help").stdout
    assert json.dumps(3) in run("library", "sync", "--help").stdout
