"""The records of a desk, in both engines."""

import pytest

from leaflet_app.delivery.records.database import opened
from tests.records.cluster import NoPostgreSQL, a_cluster, emptied
from tests.records.letters import Clock, an_outbox


@pytest.fixture(scope="session")
def cluster():
    """Return the address of a server that lasts as long as the tests."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        with a_cluster() as address:
            yield address
    except NoPostgreSQL as why:
        pytest.skip(str(why))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request):
    """Return the address of records: none for a file of the desk, or a server with nothing in it."""
    return "" if request.param == "sqlite" else emptied(request.getfixturevalue("cluster"))


@pytest.fixture
def engine(home, address):
    """Open the records."""
    with opened(home, address) as engine:
        yield engine


@pytest.fixture
def clock():
    """Return a clock in the test's hand."""
    return Clock()


@pytest.fixture
def outbox(engine, clock):
    """Return the outbox of the front desk."""
    return an_outbox(engine, clock)
