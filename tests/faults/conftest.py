"""What mail servers of the tests show, and the desk that talks to them."""

import pytest

from tests.faults.certificates import make_certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    """Return the certificates of this run."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))
