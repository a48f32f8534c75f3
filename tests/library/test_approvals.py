"""Approvals stand beside a text and hold for its very bytes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.approvals import Approval, Waiver
from leaflet_app.library.approvals import approval_file, approvals_beside, sealed, written_approvals
from leaflet_app.library.changed_files import ChangedFiles
from leaflet_app.library.files import content_id
from leaflet_app.library.report import Report
from tests.builders import SHIPPED_FILES

TEXT = "topics/insulinoma/en-GB.md"
CONTENT = SHIPPED_FILES.read(TEXT, 100_000)
APPROVAL = sealed(
    Approval(
        "",
        "1.0.0",
        "Dr Ada Example",
        "Consultant",
        "GMC 1234567",
        date(2026, 11, 22),
        date(2029, 11, 22),
        "B Writer",
        waivers=(Waiver("long sentence", "It is a quotation."),),
    ),
    CONTENT,
)
WRITTEN = written_approvals({"en-GB": APPROVAL})


def beside(written):
    """Return the library with these approvals beside the text."""
    return ChangedFiles(SHIPPED_FILES, {approval_file(TEXT): written})


def test_an_approval_is_read_as_it_was_written():
    assert approvals_beside(beside(WRITTEN), TEXT) == {"en-GB": APPROVAL}
    assert APPROVAL.holds_for(content_id(CONTENT), CONTENT)


def test_a_text_without_the_file_is_approved_by_nobody():
    assert approvals_beside(SHIPPED_FILES, TEXT) == {}


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(WRITTEN) * 8 - 1))
def test_no_approval_with_one_other_bit_approves_other_words(at):
    flipped = bytearray(WRITTEN)
    flipped[at // 8] ^= 1 << at % 8
    read = approvals_beside(beside(bytes(flipped)), TEXT).get("en-GB")

    assert read is None or read == APPROVAL or not read.holds_for(content_id(CONTENT), CONTENT)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(CONTENT) * 8 - 1))
def test_no_text_with_one_other_bit_is_approved(at):
    flipped = bytearray(CONTENT)
    flipped[at // 8] ^= 1 << at % 8

    assert not APPROVAL.holds_for(content_id(bytes(flipped)), bytes(flipped))


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        (b'"en-GB" = 1\n', "is not the table of an approval"),
        (WRITTEN.replace(b"[en-GB]", b'["../../evil"]'), "is not the table of an approval"),
        (WRITTEN.replace(b"2026-11-22", b'"today"'), "must be a date"),
        (WRITTEN.replace(b"reviewer =", b"reviewed ="), "is not a field"),
        (WRITTEN.replace(b"reason =", b"because ="), "is not a field"),
        (b"\xff", "is not UTF-8"),
        (b"[", "is not valid TOML"),
    ],
)
def test_an_approval_that_cannot_be_read_is_told_and_approves_nothing(written, wrong):
    report = Report(approval_file(TEXT))

    assert approvals_beside(beside(written), TEXT, report) == {}
    assert wrong in str(report.faults[0])
    assert str(report.faults[0]).startswith("topics/insulinoma/approval.toml:")
