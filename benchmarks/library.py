"""The store with a library of 10,000 topics: saving one of them, and opening it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

from benchmarks import timing
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from leaflet_app import paths
from leaflet_app.library.files import content_id
from leaflet_app.library.store.repository import Store

LETTERS_EACH = 6000
SEED = 2026
AT = datetime(2026, 11, 22, tzinfo=UTC)

T = TypeVar("T")


class Took(NamedTuple):
    """How long a person waits, and how long the machine works for it."""

    wait_ms: float
    cpu_ms: float


def large_store(folder: Path, topics: int) -> Mapping[str, bytes]:
    """Make a store of many topics with as much text as a real one, always the same; return its files."""
    source = "".join(
        file.read_text(encoding="utf-8") for file in sorted((paths.resources() / "library").glob("topics/*/en-GB.md"))
    )
    chance = random.Random(SEED)  # noqa: S311  not for secrets
    files = {f"topics/topic-{number:05}/en-GB.md": _text(source, chance) for number in range(topics)}
    with Store.create(folder) as store:
        store.save(files, "Clinic Leaflets", "A large library", base="", at=AT)
    return files


def library(terms: Terms) -> list[Measured]:
    """Save topics one after the other, then open the store anew; look each time whether it is as it should be."""
    folder = terms.folder / "library.git"
    files = dict(large_store(folder, terms.topics))
    saves = _saves(folder, files, terms.rounds(60, 8))
    lists = [_listing(folder, files) for _ in range(terms.rounds(9, 2))]
    return [_told(saves), _told(lists)]


def _saves(folder: Path, files: dict[str, bytes], times: int) -> list[Took]:
    """Save one topic each time; a save in a store just opened counts as the others do."""
    took, topics = [], len(files)
    with Store.open(folder) as store:
        for number in range(times):
            file = f"topics/topic-{number * 97 % topics:05}/en-GB.md"
            files[file] += f"Added {number}.\n".encode()
            commit, each = _timed(
                lambda: store.save({file: files[file]}, "Ann Lee", "Add a line", base=store.head, at=AT)  # noqa: B023
            )
            _prove(folder, commit, file, files[file])
            took.append(each)
    return took


def _prove(folder: Path, commit: str, file: str, content: bytes) -> None:
    """Look with other eyes whether a save is there. Raises CannotRun."""
    with Store.open(folder) as store:
        if store.head != commit or store.content(store.id_at(commit, file)) != content:
            raise CannotRun(f"{file} was not saved")


def _listing(folder: Path, files: Mapping[str, bytes]) -> Took:
    """Open the store and list the ids of its newest version."""

    def listed() -> Mapping[str, str]:
        with Store.open(folder) as store:
            return store.ids(store.head)

    ids, took = _timed(listed)
    if ids != {file: content_id(content) for file, content in files.items()}:
        raise CannotRun("the store lists other files than were saved")
    return took


def _timed(run: Callable[[], T]) -> tuple[T, Took]:
    """Run, and return the result with the milliseconds that it took."""
    start, working = time.perf_counter(), time.process_time()
    result = run()
    return result, Took((time.perf_counter() - start) * 1000, (time.process_time() - working) * 1000)


def _text(source: str, chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(source) - LETTERS_EACH))
    return source[start : start + LETTERS_EACH].encode()


def _told(took: list[Took]) -> Measured:
    waits, working = [each.wait_ms for each in took], [each.cpu_ms for each in took]
    said = f"p95 {timing.p95(waits):.1f} ms, worst {max(waits):.1f} ms of {len(waits)}; CPU {median(working):.1f} ms"
    return Measured(median(waits), said, {"ms": waits, "CPU ms": working})


FAMILIES = (
    Family(
        "library",
        (
            Budget("save one of 10,000 topics, on the disk and read back", 50.0, 25.0, "ms"),
            Budget("open the store and list 10,000 topics", 300.0, 150.0, "ms"),
        ),
        library,
    ),
)
