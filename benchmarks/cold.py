"""A leaflet from a cold process: our command line reads the whole library first, Typst gets a ready source."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from benchmarks import leaflets, timing
from benchmarks.peers.design import FONTS
from benchmarks.proof import check
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from leaflet_app.domain.compose import compose
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection

OURS = ("-m", "leaflet_app", "export", "--topics", leaflets.MEASURED, "--without", "images", "--output", "-")


def cold(terms: Terms) -> list[Measured]:
    """Start both in turn; one start of each before leaves compiled bytecode and is checked whole."""
    leaflet = _leaflet()
    peers = {"ours": (OURS, ("ua1", "2a")), "Typst ua-1": (_typst(leaflet, terms), ("ua1",))}
    home = {"LEAFLET_APP_HOME": str(terms.folder / "home")}
    pages = 0
    for name, (command, claims) in peers.items():
        try:
            pages = check(timing.child((sys.executable, *command), home).output, leaflet, claims, pages)
        except CannotRun as why:
            raise CannotRun(f"{name}: {why}") from why
    times: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(terms.rounds(15, 5)):
        for name, (command, _claims) in peers.items():
            ended = timing.child((sys.executable, *command), home)
            check(ended.output, leaflet)
            times[name].append(ended.cpu_ms)
    return [Measured(timing.ratio(times["ours"], times["Typst ua-1"]), timing.said_ms(times), times)]


def _leaflet() -> Leaflet:
    """Compose what the command line makes today."""
    today = datetime.now(tz=UTC).astimezone().date()
    return compose(
        leaflets.shipped(), Selection(topics=(leaflets.MEASURED,), without=frozenset({"images"}), made_on=today)
    )


def _typst(leaflet: Leaflet, terms: Terms) -> Sequence[str]:
    """Write the leaflet as Typst source, and return what compiles it."""
    try:
        from benchmarks.peers import typst_peer  # noqa: PLC0415  Typst may be missing
    except ImportError as missing:
        raise CannotRun(f"{missing.name} is not installed") from missing
    source = terms.folder / "leaflet.typ"
    source.write_bytes(typst_peer.write(leaflet, terms.folder))
    return ("benchmarks/alone/typst_once.py", str(source), str(terms.folder), str(FONTS))


FAMILIES = (Family("cold", (Budget("cold export of one leaflet, CPU", 3.0, 1.5, "x cold Typst"),), cold),)
