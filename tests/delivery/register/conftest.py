"""A register in a file of the test's own, or on a server of PostgreSQL."""

from tests.records.conftest import address, cluster, engine

__all__ = ["address", "cluster", "engine"]
