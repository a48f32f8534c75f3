import pytest

from tests.fakes import FakePrinting
from tests.printing.way_contract import WayContract


class TestFakePrinting(WayContract):
    printer = pytest.fixture(lambda _self: "front-desk")
    way = pytest.fixture(lambda _self: FakePrinting())
    pdf = pytest.fixture(lambda _self: b"%PDF")
