"""The real window without a screen: until it can be used, after a tick, during a long leaflet, and after thousands."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import cast

from benchmarks import leaflets, timing
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from benchmarks.watched import Said, Watched

LONG = 100
"""Pages of the long leaflet."""

RENDERS = 10_000
"""Leaflets after which the memory of a window is judged."""

SETTLED = 100
"""Leaflets after which the window's memory is first looked at: caches are full by then."""


def first_window(terms: Terms) -> list[Measured]:
    """Open both in turn; one start of each before leaves compiled bytecode."""
    titles = [topic.title for _, topics in leaflets.shipped().by_site() for topic in topics]
    programs = {"ours": ("-m", "benchmarks.alone.first_window"), "bare": ("benchmarks/alone/bare_window.py", *titles)}
    cpu: dict[str, list[float]] = {name: [] for name in programs}
    memory: dict[str, list[float]] = {name: [] for name in (*programs, "worker")}
    for turn in range(terms.rounds(15, 5) + 1):
        for name, program in programs.items():
            with Watched(program, terms.folder) as window:
                _check_listed(window.said(), titles)
                mib, beside = window.memory_mib, window.worker_memory_mib
                cpu_ms = window.cpu_ms()
            if turn:
                cpu[name].append(cpu_ms)
                memory[name].append(mib)
                memory["worker"] += [beside] if name == "ours" else []
    held = ", ".join(f"{name} {median(memory[name]):.1f} MiB" for name in programs)
    return [
        Measured(timing.ratio(cpu["ours"], cpu["bare"]), timing.said_ms(cpu) + "; the worker warms beside it", cpu),
        Measured(
            timing.ratio(memory["ours"], memory["bare"]),
            f"{held}; the worker beside it {median(memory['worker']):.1f} MiB by then",
            memory,
        ),
    ]


def tick(terms: Terms) -> list[Measured]:
    """Tick topics one at a time, as a person does, until three are in the leaflet; then the next leaflet."""
    said = _only_words(terms, "benchmarks.alone.ticking", str(terms.rounds(26, 3)))
    first, *waits = _figures(said, "waits_ms")
    spread = f"median {median(waits):.0f} ms, worst {max(waits):.0f} ms of {len(waits)} ticks"
    return [Measured(timing.p95(waits), f"{spread}; the very first {first:.0f} ms", {"ms": waits})]


def stall(terms: Terms) -> list[Measured]:
    """Listen to the window's pulse while a long leaflet is made, drawn and read."""
    topics = sorted(leaflets.shipped().topics)
    said = _only_words(terms, "benchmarks.alone.long_leaflet", str(terms.rounds(10, 2)), *topics)
    stalls, pages = _figures(said, "stalls_ms"), _figures(said, "pages")
    if min(pages) < LONG:
        raise CannotRun(f"the long leaflet has only {min(pages):g} pages")
    each = f"of {len(stalls)} leaflets of {min(pages):g} pages; the longest of each: median {median(stalls):.0f} ms"
    idle, choosing = (
        f"idle {said['idle_ms']:.0f} ms",
        f"{len(topics)} topics chosen at once {said['choosing_ms']:.0f} ms",
    )
    return [Measured(max(stalls), f"{each}; {idle}; {choosing}", {"ms": stalls})]


def memory(terms: Terms) -> list[Measured]:
    """Make leaflets in one window through its own worker, and look at its memory from outside.

    Measured alone it makes all 10,000, otherwise as many as tell the slope: 10,000 take eight minutes.
    """
    many = terms.rounds(RENDERS if terms.is_alone else RENDERS // 5, 160)
    looks = (SETTLED, (SETTLED + many) // 2, many)
    program = ("-m", "benchmarks.alone.many_leaflets", str(many), *map(str, looks))
    with Watched(program, terms.folder) as window:
        held = [_look(window) for _ in looks]
    windows, workers = ([each[place] for each in held] for place in (0, 1))
    steps = ", ".join(f"{mib:.1f} MiB after {number:,}" for number, mib in zip(looks, windows, strict=True))
    growth, how = windows[-1] - windows[0], ""
    if many < RENDERS:
        how = f"; only {many:,}, --only memory makes all"
    if many < RENDERS and not terms.is_quick:
        growth, how = (windows[-1] - windows[1]) * RENDERS / (many - looks[1]), f"; reckoned from the last half{how}"
    said = f"{steps}; the worker {workers[-1] - workers[0]:+.1f} MiB{how}"
    return [Measured(growth, said, {"window MiB": windows, "worker MiB": workers})]


def _look(window: Watched) -> tuple[float, float]:
    """Return the memory of the window and of its worker, and let it go on."""
    window.said()
    held = window.memory_mib, window.worker_memory_mib
    window.go_on()
    return held


def _only_words(terms: Terms, module: str, *arguments: str) -> Said:
    with Watched(("-m", module, *arguments), terms.folder) as window:
        return window.said()


def _figures(said: Said, name: str) -> Sequence[float]:
    return cast("Sequence[float]", said[name])


def _check_listed(said: Said, titles: Sequence[str]) -> None:
    if not said["painted"]:
        raise CannotRun("the window was not painted")
    if said["listed"] != titles:
        raise CannotRun(f"the window lists other topics: {said['listed']}")


FAMILIES = (
    Family(
        "window",
        (
            Budget("first window usable (topics listed), CPU", 1.3, 1.15, "x a bare window"),
            Budget("first window usable (topics listed), RSS", 1.3, 1.15, "x a bare window"),
        ),
        first_window,
    ),
    Family("tick", (Budget("tick a topic -> new preview on screen, p95", 150, 80, "ms"),), tick),
    Family("stall", (Budget("longest stall while a 100-page leaflet renders", 50, 17, "ms"),), stall),
    Family("memory", (Budget("window memory after 10,000 renders", 5, 0.5, "MiB more"),), memory),
)
