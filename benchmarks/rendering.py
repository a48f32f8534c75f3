"""A leaflet in a warm process: every line new, one paragraph changed, and the size of the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks import leaflets, timing
from benchmarks.peers.warm import WarmPeer
from benchmarks.proof import check
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from leaflet_app.domain.leaflet import Leaflet

OURS, TYPST, WEASYPRINT, PLATYPUS = "ours", "typst", "weasyprint", "platypus"


class Round:
    """The peers, each warm in its own process, that run in turn. Those that cannot run are `absent`."""

    def __init__(self, terms: Terms, *names: str) -> None:
        self._terms, self._names = terms, names
        self._open = ExitStack()
        self.peers: dict[str, WarmPeer] = {}
        self.absent: dict[str, CannotRun] = {}

    def __enter__(self) -> Round:
        """Start the peers. Raises CannotRun without ours or Typst, which the budgets compare."""
        for name in self._names:
            try:
                self.peers[name] = self._open.enter_context(WarmPeer(name, self._terms.folder))
            except CannotRun as why:
                if name in {OURS, TYPST}:
                    raise
                self.absent[name] = why
        return self

    def __exit__(self, *fault: object) -> None:
        """End the peers."""
        self._open.close()

    @property
    def missing(self) -> str:
        """Say who could not run."""
        return "".join(f"; {why}" for why in self.absent.values())

    def proven(self, leaflet: Leaflet) -> dict[str, bytes]:
        """Return each peer's PDF of a leaflet, checked whole. Raises CannotRun when one does not count."""
        made = {name: peer.make(leaflet)[0] for name, peer in self.peers.items()}
        pages = check(made[OURS], leaflet)
        for name, peer in self.peers.items():
            try:
                check(made[name], leaflet, peer.claims, pages)
            except CannotRun as why:
                raise CannotRun(f"the PDF of {peer.name} does not count: {why}") from why
        return made

    def times(self, changing: Iterator[Leaflet], rounds: int, *, is_fresh: bool) -> dict[str, list[float]]:
        """Go round, each peer in turn making the next leaflet; return the CPU milliseconds of each."""
        self.proven(next(changing))
        times: dict[str, list[float]] = {name: [] for name in self.peers}
        for _, leaflet in zip(range(rounds), changing, strict=False):
            for name, peer in self.peers.items():
                pdf, cpu_ms = peer.make(leaflet, is_fresh=is_fresh)
                check(pdf, leaflet)
                times[name].append(cpu_ms)
        return times

    def said(self, times: dict[str, list[float]]) -> str:
        """Say the median of each peer, and who is missing."""
        return timing.said_ms(self.named(times)) + self.missing

    def named(self, samples: dict[str, list[float]]) -> dict[str, list[float]]:
        """Return the samples under the names that people know the peers by."""
        return {self.peers[name].name: each for name, each in samples.items()}


def fresh(terms: Terms) -> list[Measured]:
    """Make leaflets that share no line with one before."""
    with Round(terms, OURS, TYPST, WEASYPRINT, PLATYPUS) as going:
        times = going.times(leaflets.fresh(_leaflet()), terms.rounds(25, 4), is_fresh=True)
        return [Measured(timing.ratio(times[OURS], times[TYPST]), going.said(times), going.named(times))]


def again(terms: Terms) -> list[Measured]:
    """Make a leaflet again after one paragraph of it changed; both keep what they can."""
    with Round(terms, OURS, TYPST) as going:
        times = going.times(leaflets.one_changed(_leaflet()), terms.rounds(40, 10), is_fresh=False)
        return [Measured(timing.ratio(times[OURS], times[TYPST]), going.said(times), going.named(times))]


def size(terms: Terms) -> list[Measured | CannotRun]:
    """Weigh the same leaflet."""
    with Round(terms, OURS, TYPST, WEASYPRINT, PLATYPUS) as going:
        weights = {name: [float(len(pdf))] for name, pdf in going.proven(_leaflet()).items()}
        named = going.named(weights)
        said = ", ".join(f"{name} {weight:,.0f} bytes" for name, [weight] in named.items()) + going.missing
        return [
            going.absent.get(other) or Measured(timing.ratio(weights[OURS], weights[other]), said, named)
            for other in (TYPST, WEASYPRINT)
        ]


def _leaflet() -> Leaflet:
    return leaflets.leaflet_of(leaflets.shipped(), leaflets.MEASURED)


FAMILIES = (
    Family("fresh", (Budget("fresh tagged UA+A leaflet, warm, CPU", 0.8, 0.5, "x Typst ua-1"),), fresh),
    Family("again", (Budget("re-render after one paragraph changed, CPU", 0.4, 0.2, "x Typst ua-1"),), again),
    Family(
        "size",
        (
            Budget("file size, tagged UA+A", 1.0, 1.0, "x Typst tagged"),
            Budget("file size, tagged UA+A", 1.0, 1.0, "x WeasyPrint ua-1"),
        ),
        size,
    ),
)
