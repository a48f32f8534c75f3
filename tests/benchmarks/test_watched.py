"""A watched program tells what it did; one that fails says why."""

import sys

import pytest

from benchmarks.table import CannotRun
from benchmarks.watched import Watched

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads what Linux tells of a process")

SPEAKS = "import sys; print('{\"made\": 3}', flush=True); sys.stdin.readline()"
FAILS = "raise ValueError('no leaflet')"


def test_a_program_is_heard_weighed_and_timed(tmp_path):
    with Watched(("-c", SPEAKS), tmp_path) as program:
        assert program.said() == {"made": 3}
        assert program.memory_mib > 1
        assert program.worker_memory_mib == 0
        assert program.cpu_ms() > 1


def test_a_program_that_fails_does_not_count(tmp_path):
    with Watched(("-c", FAILS), tmp_path) as program, pytest.raises(CannotRun, match="no leaflet"):
        program.said()
