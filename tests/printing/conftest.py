"""Tests of printing meet a real print server."""

from tests.printing.cups import one_print_server, print_server

__all__ = ["one_print_server", "print_server"]
