"""Ruff and mypy pass on every commit, on every machine, in the versions of the lock."""

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT


@pytest.mark.parametrize("words", ["ruff check .", "ruff format --check .", "mypy"])
def test_the_checker_is_content(words):
    ended = subprocess.run(
        [sys.executable, "-m", *words.split()], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
