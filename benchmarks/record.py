"""What a run rests on, and its figures with every sample, as JSON for whoever compares two runs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.table import Row
from leaflet_app import __version__

PACKAGES = ("reportlab", "uharfbuzz", "pillow", "pypdfium2", "PySide6-Essentials", "dulwich", "typst", "weasyprint")


def machine() -> dict[str, object]:
    """Describe the machine and what is installed."""
    return {
        "cores": os.cpu_count(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "leaflet-app": __version__,
        **{name: _version(name) for name in PACKAGES},
    }


def load() -> tuple[float, ...]:
    """Return how many programs wanted to run in the last 1, 5 and 15 minutes; nothing where it is not told."""
    return tuple(round(each, 2) for each in os.getloadavg()) if hasattr(os, "getloadavg") else ()


def keep(path: Path, before: Sequence[float], rows: Sequence[Row], terms: Mapping[str, object]) -> None:
    """Write a run and its terms as JSON."""
    run = {
        "machine": machine(),
        **terms,
        "load_before": before,
        "load_after": load(),
        "figures": [_figure(row) for row in rows],
    }
    path.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _figure(row: Row) -> dict[str, object]:
    asked = {
        "family": row.family,
        "what": row.budget.what,
        "budget": row.budget.limit,
        "moonshot": row.budget.moonshot,
        "unit": row.budget.unit,
        "verdict": row.verdict,
    }
    if row.figure is None:
        return asked | {"value": None, "why_not": row.why_not}
    samples = {name: [round(each, 4) for each in taken] for name, taken in row.figure.samples.items()}
    return asked | {"value": round(row.figure.value, 4), "said": row.figure.said, "samples": samples}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
