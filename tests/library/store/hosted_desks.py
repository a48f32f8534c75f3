"""Desks that share one library through a Git host."""

import pytest

from tests.faults.certificates import make_certificates
from tests.library.store.desks import SharingDesk
from tests.library.store.git_hosts import HttpsHost, bare


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def trusted(certificates, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "git").mkdir()
    return bare(tmp_path / "git" / "library.git")


@pytest.fixture
def host(repository, certificates, trusted):
    with HttpsHost(repository.parent, certificates.good.for_server()) as server:
        yield server


@pytest.fixture
def begin(tmp_path):
    """Return what sets up a desk; each is closed in the end."""
    begun = []

    def at(name, address, password=None):
        begun.append(SharingDesk(tmp_path / name, address, password=password))
        return begun[-1]

    yield at
    for desk in begun:
        desk.close()
