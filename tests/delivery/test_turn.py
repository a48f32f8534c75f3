"""One program at a time has its turn, and one that ends gives it back."""

import subprocess
import sys
from pathlib import Path

import pytest

from leaflet_app.delivery.turn import turn, turn_if_free

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from leaflet_app.delivery.turn import turn_if_free
with turn_if_free(Path(sys.argv[1])) as is_free:
    print(is_free, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Start another program that has its turn."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout.readline() == b"True\n"
        yield program
        program.kill()


def is_free(file) -> bool:
    with turn_if_free(file) as free:
        return free


def test_a_turn_that_another_program_has_is_not_free(holder, tmp_path):
    assert not is_free(tmp_path / "lock")


def test_a_program_that_is_killed_gives_its_turn_back(holder, tmp_path):
    holder.kill()
    holder.wait()

    assert is_free(tmp_path / "lock")


def test_a_program_that_hangs_with_its_turn_keeps_no_other_for_ever(holder, tmp_path, monkeypatch):
    monkeypatch.setattr("leaflet_app.delivery.turn.PATIENCE", 0.05)

    with pytest.raises(OSError, match="does not give its turn back"), turn(tmp_path / "lock"):
        pass


def test_a_turn_ends_with_its_block_even_when_that_fails(tmp_path):
    def fail():
        with turn(tmp_path / "lock"):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert is_free(tmp_path / "lock")


def test_two_threads_of_one_program_have_one_turn_too(tmp_path):
    with turn(tmp_path / "lock"):
        assert not is_free(tmp_path / "lock")
