"""A start on a kept library of 10,000 topics, from the first line of Python to the list that a person sees."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from string import ascii_lowercase

from benchmarks import timing
from benchmarks.table import Budget, CannotRun, Family, Measured, Terms
from leaflet_app import paths
from leaflet_app.library.store.repository import Store
from leaflet_app.services.library_standing import STORE, stand

AT = datetime(2026, 11, 22, tzinfo=UTC)

OPENED = """
import json, time
wall, cpu = time.perf_counter(), time.process_time()
from leaflet_app.bootstrap import build_desk
desk = build_desk()
topics = sum(len(lines) for _, lines in desk.library.listed_by_site())
print(json.dumps([topics, (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000]))
"""


def opening(terms: Terms) -> list[Measured]:
    """Open the library time and again, each time in a process of its own; the first has read it, and is not counted."""
    home = terms.folder / "opening"
    home.mkdir()
    _keep_many(home / STORE, terms.topics)
    if len(stand(home).library.listed) != terms.topics:
        raise CannotRun("the large library has faults")
    waits, working = [], []
    for _ in range(terms.rounds(9, 3)):
        ended = timing.child((sys.executable, "-c", OPENED), {"LEAFLET_APP_HOME": str(home)})
        topics, wait, cpu = json.loads(ended.output)
        if topics != terms.topics:
            raise CannotRun(f"{topics} topics were listed")
        waits.append(wait)
        working.append(cpu)
    times = {"ms": waits, "CPU ms": working}
    return [Measured(sorted(waits)[len(waits) // 2], timing.said_ms(times), times)]


def _keep_many(folder: Path, topics: int) -> None:
    """Keep the shipped library with its topics over and over, each under another name."""
    root = paths.resources() / "library"
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    own = [(file.split("/")[1], content.decode()) for file, content in files.items() if file.startswith("topics/")]
    for number in range(topics - len(own)):
        topic_id, text = own[number % len(own)]
        text = text.replace(f'id = "{topic_id}"', f'id = "{topic_id}-{number}"', 1)
        renamed = re.sub(r'^title = "(.*)"$', rf'title = "\1 {_letters(number)}"', text, count=1, flags=re.MULTILINE)
        files[f"topics/{topic_id}-{number}/en-GB.md"] = renamed.encode()
    with Store.create(folder) as store:
        store.save(files, "Clinic Leaflets", "A large library", base="", at=AT)


def _letters(number: int) -> str:
    """Return a number as letters: a figure in a title would want a source."""
    places = (number // len(ascii_lowercase) ** place for place in range(3))
    return "".join(ascii_lowercase[each % len(ascii_lowercase)] for each in places)


FAMILIES = (Family("opening", (Budget("start on 10,000 topics, to the first list", 300.0, 150.0, "ms"),), opening),)
