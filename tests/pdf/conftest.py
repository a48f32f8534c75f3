"""A leaflet that holds one of everything, rendered once for each format."""

import pytest

from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.render import render
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf


@pytest.fixture(scope="session", params=Format, ids=lambda page_format: page_format.value)
def rendered(request):
    """Return the rich leaflet rendered in a format."""
    return render(a_rich_leaflet(), Look(request.param))


@pytest.fixture(scope="session")
def read_back(rendered):
    """Return the rich leaflet read back."""
    return TaggedPdf(rendered.pdf)
