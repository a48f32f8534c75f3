"""What happened to a text."""

import pytest

from leaflet_app.services import library_store
from leaflet_app.services.text_history import told, words_between
from tests.fakes import a_desk

TEXT = "topics/insulinoma/en-GB.md"


@pytest.fixture
def desk(home):
    desk = a_desk(home=home)
    newest = library_store.newest(desk)
    words = newest.files.read(TEXT, 100_000).replace(b"small lump", b"little lump", 1)
    library_store.change(desk, {TEXT: words}, "Say little", base=newest.commit, author="B Writer")
    return desk


def test_every_version_is_told_with_who_and_why(desk):
    assert [(each.author, each.message) for each in told(desk, TEXT)] == [
        ("B Writer", "Say little"),
        ("Clinic Leaflets", "The library that came with the program"),
    ]


def test_an_approval_stands_after_the_edit_that_it_approves_though_both_are_of_the_same_second(desk):
    approvals = {"topics/insulinoma/approval.toml": b"# of the same second\n"}
    library_store.change(desk, approvals, "Approve it", base=library_store.newest(desk).commit, author="C Reader")

    assert [each.message for each in told(desk, TEXT)][:2] == ["Approve it", "Say little"]


def test_two_versions_can_be_read_side_by_side(desk):
    newest, first = (each.commit for each in told(desk, TEXT))
    before, after = words_between(desk, TEXT, first, newest)

    assert ("small lump" in before, "little lump" in after) == (True, True)
    assert words_between(desk, TEXT, "", first) == ("", before)
