"""`python -m benchmarks [--quick] [--only NAME]`: measure everything that has a budget, and print one table."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import cold, rendering, searching, windows
from benchmarks.table import Family, Row, Terms, lines

FAMILIES: tuple[Family, ...] = (*rendering.FAMILIES, *cold.FAMILIES, *windows.FAMILIES, *searching.FAMILIES)
PACKAGES = ("reportlab", "typst", "weasyprint", "pypdfium2", "PySide6-Essentials")


def main() -> None:
    """Measure what was asked for."""
    chosen = _arguments()
    print(_machine())
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        terms = Terms(chosen.quick, Path(folder))
        for family in FAMILIES:
            if chosen.only in ("", family.name):
                print(f"measuring: {family.name}", file=sys.stderr)
                rows += family.rows(terms)
    print(*lines(rows), sep="\n")
    print(f"Load at the end: {_load()}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", default="", choices=[family.name for family in FAMILIES], help="one family of rows")
    return parser.parse_args()


def _machine() -> str:
    """Describe the machine, its load and what is installed."""
    packages = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return f"{os.cpu_count()} cores, load {_load()}; Python {platform.python_version()}; {packages}.\n"


def _load() -> str:
    return " ".join(f"{each:.2f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


if __name__ == "__main__":
    main()
