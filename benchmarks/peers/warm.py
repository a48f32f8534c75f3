"""A peer in a warm process of its own, so that no peer pays for the memory that another fills."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import cast

from benchmarks.peers import Maker
from benchmarks.table import CannotRun
from benchmarks.timing import timed
from leaflet_app.domain.leaflet import Leaflet

Face = tuple[str, tuple[str, ...]]
"""A peer's name and the standards it claims."""

Answer = tuple[bytes, float]
"""A PDF and the CPU milliseconds it took."""


class WarmPeer:
    """One peer: ours, typst, weasyprint or platypus. Raises CannotRun when its package is missing."""

    def __init__(self, name: str, folder: Path) -> None:
        context = get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._child = context.Process(target=_serve, args=(name, folder, far_end), daemon=True)
        self._child.start()
        far_end.close()
        self.name, self.claims = cast("Face", self._answer())

    def __enter__(self) -> WarmPeer:
        """Give the peer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, where: TracebackType | None
    ) -> None:
        """End the process."""
        self._pipe.close()
        self._child.join()

    def make(self, leaflet: Leaflet, *, is_fresh: bool = False) -> Answer:
        """Return the PDF and the CPU milliseconds it took; a fresh one is made with no earlier text kept."""
        self._pipe.send((leaflet, is_fresh))
        return cast("Answer", self._answer())

    def _answer(self) -> object:
        try:
            answer: object = self._pipe.recv()
        except EOFError as fault:
            raise CannotRun("its process ended by itself") from fault
        if isinstance(answer, CannotRun):
            raise answer
        return answer


def maker(name: str, folder: Path) -> Maker:
    """Build a peer in this process. Raises CannotRun when its package is missing."""
    try:
        module = import_module(f"benchmarks.peers.{name}_peer")
    except ImportError as missing:
        raise CannotRun(f"{missing.name} is not installed") from missing
    except OSError as missing:  # WeasyPrint without the system's libraries
        raise CannotRun(f"{name} cannot load: {str(missing)[:80]}") from missing
    built: Callable[[Path], Maker] = module.Maker
    return built(folder)


def _serve(name: str, folder: Path, pipe: Connection) -> None:
    """Answer jobs until the other end closes."""
    try:
        made = maker(name, folder)
    except CannotRun as why:
        pipe.send(why)
        return
    pipe.send((made.name, made.claims))
    while True:
        try:
            leaflet, is_fresh = pipe.recv()
        except EOFError:
            return
        if is_fresh:
            made.forget()
        pipe.send(timed(lambda: made(leaflet)))  # noqa: B023  run at once
