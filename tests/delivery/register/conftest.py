"""A register in a file of the test's own."""

import pytest

from leaflet_app.delivery.records.database import open_records


@pytest.fixture
def engine(home):
    engine = open_records(home)
    yield engine
    engine.dispose()
