"""`python -m benchmarks [--quick] [--only NAME] [--topics N] [--json FILE]`: measure everything that has a budget.

Prints one table. The whole takes about a quarter of an hour, `--quick` less than a minute.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import cold, copying, library, opening, record, rendering, searching, windows
from benchmarks.table import TOPICS, Family, Row, Terms, lines

FAMILIES: tuple[Family, ...] = (
    *rendering.FAMILIES,
    *copying.FAMILIES,
    *cold.FAMILIES,
    *windows.FAMILIES,
    *searching.FAMILIES,
    *library.FAMILIES,
    *opening.FAMILIES,
)
PEERS = ("typst", "weasyprint")
"""What is not in the lock of the tests; without Typst a row that compares with it says so."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for."""
    chosen = _chosen(arguments)
    before = record.load()
    print(_said({**record.machine(), "load": before}), end="\n\n")
    if chosen.topics != TOPICS:
        print(f"On {chosen.topics:,} topics instead of {TOPICS:,}: this shows that all runs, and no figure counts.\n")
    with tempfile.TemporaryDirectory() as folder:
        rows = measured(Terms(chosen.quick, Path(folder), bool(chosen.only), chosen.topics), chosen.only)
    print(*lines(rows), sep="\n")
    print(_said({"load at the end": record.load()}))
    if chosen.json:
        record.keep(chosen.json, before, rows, {"is_quick": chosen.quick, "topics": chosen.topics})


def measured(terms: Terms, only: str = "") -> list[Row]:
    """Measure one family, or all."""
    rows: list[Row] = []
    for family in FAMILIES:
        if only in ("", family.name):
            print(f"measuring: {family.name}", file=sys.stderr)
            rows += family.rows(terms)
    return rows


def _chosen(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", default="", choices=[family.name for family in FAMILIES], help="one family of rows")
    parser.add_argument("--topics", type=int, default=TOPICS, metavar="N", help=f"of the large library: {TOPICS:,}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures with their samples here too")
    return parser.parse_args(arguments)


def _said(facts: dict[str, object]) -> str:
    return ", ".join(f"{name} {fact}" for name, fact in facts.items()) + "."


if __name__ == "__main__":
    main()
