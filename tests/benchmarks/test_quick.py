"""The whole table, as `python -m benchmarks --quick` prints it; no time is judged here, on no large library."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import FAMILIES, PEERS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads what Linux tells of a process")
def test_the_whole_table_is_measured_and_kept(tmp_path):
    kept = tmp_path / "run.json"

    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--topics", "200", "--json", str(kept)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    figures = json.loads(kept.read_text("utf-8"))["figures"]

    assert ended.returncode == 0, ended.stderr.decode()
    assert [each["what"] for each in figures] == [budget.what for family in FAMILIES for budget in family.budgets]
    assert {each["why_not"] for each in figures if each["value"] is None} <= {
        f"{peer} is not installed" for peer in PEERS
    }
    assert all(each["samples"] for each in figures if each["value"] is not None)
