"""Checking a leaflet while exporting it."""

from pathlib import Path

import pytest

from tests.builders import DRAFT, a_library, a_practice, a_topic
from tests.fakes import a_desk


@pytest.fixture
def export(run):
    """Return `export` of one topic as a function; `practice` and the topic's fields may be given."""

    def export(*options, practice=None, output="leaflet.pdf", **changes):
        desk = a_desk(a_library(a_topic(**changes), practice=practice or a_practice()))
        return run("export", "--topics", "insulinoma", "--output", output, *options, desk=desk)

    return export


def test_what_to_look_at_is_told_with_why_and_what_to_do(export):
    result = export("--check", review=DRAFT)

    said = " ".join(result.stdout.split())
    assert "Look Date and clinical review Awaiting clinical review: Insulinoma. Ask a clinician to read" in said
    assert result.stdout.splitlines()[-1].endswith(" checked")
    assert "Title and purpose" not in said
    assert result.exit_code == 0


def test_nothing_is_checked_unasked(export):
    assert "to look at" not in export().output


def test_strict_ends_with_3_when_something_would_do_harm_and_the_file_is_there(export):
    result = export("--strict", urgent=())

    assert result.exit_code == 3
    assert " ".join(result.stdout.split()).count("Stop Emergency Nothing says when to call 999: Insulinoma.") == 1
    assert result.stdout.splitlines()[-1].startswith("1 to put right, ")
    assert Path("leaflet.pdf").exists()


def test_strict_lets_a_look_pass(export):
    assert export("--check", "--strict", review=DRAFT).exit_code == 0


def test_a_practice_may_give_out_approved_leaflets_only(export):
    practice = a_practice(approved_only=True)

    assert export("--strict", practice=practice).exit_code == 0
    refused = export("--strict", practice=practice, review=DRAFT)
    assert refused.exit_code == 2
    assert "only approved leaflets may leave here" in refused.stderr


def test_the_checks_keep_out_of_a_pdf_on_standard_output(export):
    result = export("--check", output="-")

    assert result.stdout_bytes == b"%PDF-fake Insulinoma"
    assert " checked" in result.stderr


def test_no_line_is_wider_than_a_screen(export):
    assert max(map(len, export("--check", review=DRAFT).stdout.splitlines())) <= 100
