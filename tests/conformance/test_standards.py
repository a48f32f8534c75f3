"""Every leaflet of the shipped library is PDF/UA-1 and PDF/A-2a, says an independent validator."""

import page
import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.look import Format, Look
from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.library.read import read_library
from leaflet_app.pdf.render import render
from tests.builders import MADE_ON, SHIPPED_LIBRARY
from tests.pdf.rich import a_rich_leaflet

TOPICS = sorted(read_library(SHIPPED_LIBRARY).topics)
SETS = [(topic,) for topic in TOPICS] + [("net-overview", "insulinoma", "gastrinoma"), tuple(TOPICS)]


def faults(pdf, folder, profile):
    """Return what a validator has against a file."""
    file = folder / "leaflet.pdf"
    file.write_bytes(pdf)
    report = page.validate_pdf(str(file), profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures] or (
        [] if report.is_compliant else ["not compliant"]
    )


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("page_format", Format)
@pytest.mark.parametrize("topics", SETS, ids=lambda topics: topics[0] if len(topics) == 1 else f"{len(topics)} topics")
def test_a_leaflet_meets_both_standards(library, tmp_path, topics, page_format, detail):
    leaflet = compose(library, Selection(topics, format=page_format, detail=detail, made_on=MADE_ON))

    pdf = render(leaflet, Look(page_format)).pdf

    assert faults(pdf, tmp_path, "ua1") == []
    assert faults(pdf, tmp_path, "2a") == []


@pytest.mark.parametrize("page_format", Format)
def test_one_of_everything_meets_both_standards(tmp_path, page_format):
    pdf = render(a_rich_leaflet(), Look(page_format)).pdf

    assert faults(pdf, tmp_path, "ua1") == []
    assert faults(pdf, tmp_path, "2a") == []


@pytest.mark.parametrize(
    ("sound", "broken", "profile"),
    [
        (b"/Lang (en-GB)", b"/Lagn (en-GB)", "ua1"),
        (b"/Tabs /S", b"/Tibs /S", "ua1"),
        (b"/S/H1", b"/S/H4", "ua1"),
        (b"/Alt (", b"/Alx (", "ua1"),
        (b"/F 4/Contents (", b"/F 4/Conxents (", "ua1"),
        (b"\nendstream", b" endstream", "2a"),
        (b"pdfaid:conformance>A", b"pdfaid:conformance>Q", "2a"),
    ],
)
def test_the_validator_notices_when_we_break_it(tmp_path, sound, broken, profile):
    pdf = render(a_rich_leaflet(), Look()).pdf
    assert sound in pdf

    assert faults(pdf.replace(sound, broken), tmp_path, profile)
