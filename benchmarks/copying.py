"""Copies of one leaflet for many people: two processes of ours, of Typst and of mere copying, in turn."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import NamedTuple, cast

import pypdfium2

from benchmarks import leaflets, timing
from benchmarks.peers.warm import maker
from benchmarks.proof import check
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from leaflet_app.delivery.copy_files import CopyFolder
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Look
from leaflet_app.pdf.copies.master import SlotMaster

OURS, FILES, TYPST, FLOOR = "ours", "ours, into files", "Typst ua-1", "copy and md5"
PROCESSES = 2
SECONDS = 0.6
"""How long each runs in a round: some twenty leaflets of Typst."""

FILES_KEPT = 500
"""Copies written to files take the place of earlier ones, or the disk would fill up."""

Copy = Callable[[int], bytes]


class Slice(NamedTuple):
    """What one process did while its time lasted: how many copies, and the last of them."""

    copies: int
    seconds: float
    number: int
    pdf: bytes


class Pair:
    """Two warm processes that make copies at once."""

    def __init__(self, name: str, leaflet: Leaflet, folder: Path) -> None:
        context = get_context("spawn")
        self._pipes: list[Connection] = []
        self._children = []
        for half in range(PROCESSES):
            near, far = context.Pipe()
            own = folder / f"{name} {half}"
            child = context.Process(target=_serve, args=(name, leaflet, own, far), daemon=True)
            child.start()
            far.close()
            self._pipes.append(near)
            self._children.append(child)
        for pipe in self._pipes:
            _answer(pipe)

    def __enter__(self) -> Pair:
        """Give the pair."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, where: TracebackType | None
    ) -> None:
        """End both processes."""
        for pipe, child in zip(self._pipes, self._children, strict=True):
            pipe.close()
            child.join()

    def run(self, seconds: float) -> list[Slice]:
        """Let both make copies at once for so long."""
        for pipe in self._pipes:
            pipe.send(seconds)
        return [cast("Slice", _answer(pipe)) for pipe in self._pipes]


def copying(terms: Terms) -> list[Measured]:
    """Make copies in turn, each peer with two processes at once; every slice's last copy is read before it counts."""
    leaflet = replace(leaflets.leaflet_of(leaflets.shipped(), leaflets.MEASURED), for_person=line_of(0))
    _check(SlotMaster(leaflet, Look()).copy(line_of(7)), leaflet, 7, ("ua1", "2a"))
    with ExitStack() as stack:
        pairs = {name: stack.enter_context(Pair(name, leaflet, terms.folder)) for name in (OURS, FILES, FLOOR, TYPST)}
        for name, pair in pairs.items():
            pair.run(terms.rounds(2, 1) * SECONDS if name == TYPST else SECONDS / 4)
        rates = _rates(pairs, leaflet, terms.rounds(15, 2))
    each_us = {name: [1e6 / rate for rate in taken] for name, taken in rates.items()}
    said = ", ".join(f"{name} {median(taken):,.0f} a second" for name, taken in rates.items())
    return [Measured(timing.ratio(each_us[OURS], each_us[other]), said, each_us) for other in (TYPST, FLOOR)]


def line_of(number: int) -> str:
    """Return the line of one person."""
    return f"For: Zoë Łukasz-{number:06} · REF-{number:06}"


def _rates(pairs: Mapping[str, Pair], leaflet: Leaflet, rounds: int) -> dict[str, list[float]]:
    rates: dict[str, list[float]] = {name: [] for name in pairs}
    for _ in range(rounds):
        for name, pair in pairs.items():
            slices = pair.run(SECONDS)
            for done in slices:
                _check(done.pdf, leaflet, 0 if name == FLOOR else done.number)
            rates[name].append(sum(done.copies / done.seconds for done in slices))
    return rates


def _check(pdf: bytes, leaflet: Leaflet, number: int, claims: tuple[str, ...] = ()) -> None:
    """Raise CannotRun unless the PDF is the leaflet for this person."""
    check(pdf, leaflet, claims)
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_bounded()
    if line_of(number) not in text.replace("\r\n", " "):
        raise CannotRun("the line of the person is not on its first page")


def _serve(name: str, leaflet: Leaflet, folder: Path, pipe: Connection) -> None:
    """Make copies whenever asked, until the other end closes."""
    try:
        folder.mkdir()
        copy = _COPIERS[name](leaflet, folder)
    except CannotRun as why:
        pipe.send(why)
        return
    numbers = count(1)
    pipe.send("ready")
    while True:
        try:
            seconds = pipe.recv()
        except EOFError:
            return
        pipe.send(_slice(copy, numbers, seconds))


def _slice(copy: Copy, numbers: Iterator[int], seconds: float) -> Slice:
    made, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        number = next(numbers)
        pdf = copy(number)
        made += 1
    return Slice(made, spent, number, pdf)


def _ours(leaflet: Leaflet, _folder: Path) -> Copy:
    master = SlotMaster(leaflet, Look())
    return lambda number: master.copy(line_of(number))


def _files(leaflet: Leaflet, folder: Path) -> Copy:
    master, files = SlotMaster(leaflet, Look()), CopyFolder(folder, leaflet.code)

    def copy(number: int) -> bytes:
        pdf = master.copy(line_of(number))
        files.put(number % FILES_KEPT, pdf)
        return pdf

    return copy


def _floor(leaflet: Leaflet, _folder: Path) -> Copy:
    """Copy the same bytes, and digest what is the person's own."""
    pdf = bytearray(SlotMaster(leaflet, Look()).copy(line_of(0)))

    def copy(number: int) -> bytes:
        hashlib.md5(line_of(number).encode(), usedforsecurity=False).hexdigest()
        return bytes(pdf)

    return copy


def _typst(leaflet: Leaflet, folder: Path) -> Copy:
    make = maker("typst", folder)
    return lambda number: make(replace(leaflet, for_person=line_of(number)))


_COPIERS: Mapping[str, Callable[[Leaflet, Path], Copy]] = {
    OURS: _ours,
    FILES: _files,
    FLOOR: _floor,
    TYPST: _typst,
}


def _answer(pipe: Connection) -> object:
    try:
        answer: object = pipe.recv()
    except EOFError as fault:
        raise CannotRun("a process ended by itself") from fault
    if isinstance(answer, CannotRun):
        raise answer
    return answer


FAMILIES = (
    Family(
        "copying",
        (
            Budget("copies of a master, time for each on 2 cores", 1 / 300, 1 / 500, "x Typst ua-1"),
            Budget("copies of a master, time for each on 2 cores", 4.0, 2.0, "x copying the bytes"),
        ),
        copying,
    ),
)
