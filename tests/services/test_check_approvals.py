"""An approval that approves nothing is told by file and line, and the text that it stands beside goes on."""

import pytest

from leaflet_app.services import library_store
from leaflet_app.services.check_library import check, check_newest
from tests.fakes import a_desk
from tests.library.test_approvals import APPROVAL, CONTENT, TEXT, WRITTEN, beside

FILE = "topics/insulinoma/approval.toml"
BROKEN = b'reviewer = "Somebody Else"'


def told(files):
    return [fault for fault in check(files) if fault.file == FILE]


def test_a_sound_approval_is_told_nothing():
    assert told(beside(WRITTEN)) == []


@pytest.mark.parametrize(
    "damaged",
    [
        b"half a ta[ble",
        b"en-GB = 5\n",
        b"\xff\xfe",
        WRITTEN.partition(b"[[en-GB.waivers]]")[0] + b"waivers = 5\n",
        WRITTEN.replace(b'version = "1.0.0"', b"version = 1"),
        WRITTEN.replace(b'reviewer = "Dr Ada Example"', BROKEN),
    ],
)
def test_a_damaged_approval_is_a_fault_with_its_line_and_a_remedy(damaged):
    (fault,) = told(beside(damaged))

    assert fault.line >= 1
    assert fault.remedy


def test_a_broken_seal_is_told_at_the_content_that_it_names():
    (fault,) = told(beside(WRITTEN.replace(b'reviewer = "Dr Ada Example"', BROKEN)))

    assert str(fault).startswith(f"{FILE}:{WRITTEN.decode().split('content =')[0].count(chr(10)) + 1}: the seal")


def test_an_approval_of_no_text_is_a_fault():
    (fault,) = told(beside(WRITTEN.replace(b"[en-GB]", b"[xx]").replace(b"[[en-GB.", b"[[xx.")))

    assert "xx.md" in fault.wrong


@pytest.mark.parametrize("content", ["0" * 40, "", "lost", "é"])
def test_approved_words_that_are_lost_are_a_fault_and_the_newest_text_can_be_read(home, content):
    desk = a_desk(home=home)
    newest = library_store.newest(desk)
    written = WRITTEN.decode().replace(APPROVAL.content, content).encode()
    library_store.change(desk, {FILE: written}, "Lose the approved words", base=newest.commit)

    assert ["lost" in fault.wrong for fault in check_newest(desk) if fault.file == FILE] == [True]
    assert "insulinoma" in library_store.newest(desk).library.topics
    assert library_store.newest(desk).files.read(TEXT, 100_000) == CONTENT
