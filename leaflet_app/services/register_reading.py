"""Read the register: what was given here, or at every desk that shares it."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import CannotSave, NoSuchEntry, RecordsUnusable
from leaflet_app.domain.given import Given
from leaflet_app.domain.sought import Counts, Sought, count
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.records import has_records, records
from leaflet_app.services.settings import load

if TYPE_CHECKING:
    from leaflet_app.delivery.register.register import Records

# Imports inside functions are late on purpose: SQLAlchemy takes its time.

SHORTEST_NAME = 6
EVERYTHING = Sought()


@value
class Found:
    """Entries that fit, newest first, and their counts; `desks` are all that gave anything.

    `notice` says what a reader must know: that the database is gone, or that some lines of the journal are damaged.
    `is_whole` is False where entries are missing: of the register, or of what waits in the journal.
    """

    entries: tuple[Given, ...]
    counts: Counts
    desks: tuple[str, ...] = ()
    notice: str = ""
    is_whole: bool = True


def find(desk: Desk, sought: Sought = EVERYTHING) -> Found:
    """Return what fits; where the database is gone, what this desk has yet to bring to it, and a notice."""
    from leaflet_app.delivery.register import register  # noqa: PLC0415

    try:
        with records(desk) as engine:
            notice = _take_in(desk, engine)
            fitting = register.entries(engine, sought)
            is_whole = not (notice and _journal(desk))
            return Found(fitting, count(fitting), register.desks(engine), notice, is_whole)
    except RecordsUnusable as fault:
        return _still_here(desk, sought, fault)


def entries(desk: Desk, sought: Sought) -> tuple[Given, ...]:
    """Return what fits, newest first. Raises RecordsUnusable."""
    from leaflet_app.delivery.register import register  # noqa: PLC0415

    with records(desk) as engine:
        _take_in(desk, engine)
        return register.entries(engine, sought)


def entries_with(desk: Desk, passport: str) -> tuple[Given, ...]:
    """Return every time a leaflet with this code was given, newest first. Raises RecordsUnusable."""
    return entries(desk, Sought(passport=passport))


def with_text(desk: Desk, topic: str, version: str = "", edition: str = "") -> tuple[Given, ...]:
    """Return every time a version of a topic's text was given, or an edition's. Raises RecordsUnusable."""
    return entries(desk, Sought(topic=topic, version=version, edition=edition))


def entry_named(desk: Desk, name: str) -> Given:
    """Return the one entry whose id begins like this. Raises NoSuchEntry, RecordsUnusable."""
    from leaflet_app.delivery.register import register  # noqa: PLC0415

    begun = name.strip().casefold()
    if len(begun) < SHORTEST_NAME:
        raise NoSuchEntry(name)
    with records(desk) as engine:
        _take_in(desk, engine)
        fitting = register.entries_begun(engine, begun, most=2)
    if len(fitting) != 1:
        raise NoSuchEntry(name)
    return fitting[0]


def forget_old(desk: Desk) -> int:
    """Delete what is older than the practice keeps it; return how many entries. Raises RecordsUnusable, CannotSave."""
    from leaflet_app.delivery.register.journal import unread  # noqa: PLC0415

    if not has_records(desk) and not unread(desk.home):
        return 0
    from leaflet_app.delivery.register.register import take_in  # noqa: PLC0415

    with records(desk) as engine:
        take_in(engine, desk.home)
        return _forget(desk, engine)


def _forget(desk: Desk, engine: Records) -> int:
    """Delete what is too old by a steady clock; where desks share the register, that is no clock of one of them."""
    from leaflet_app.delivery.outbox.outbox import server_clock  # noqa: PLC0415
    from leaflet_app.delivery.records.steady_clock import is_steady  # noqa: PLC0415
    from leaflet_app.delivery.register.register import forget_before  # noqa: PLC0415

    settings = load(desk)
    now = server_clock(engine)() if settings.records.address else desk.now()
    if not is_steady(engine, now):
        return 0
    return forget_before(engine, desk.home, now - timedelta(days=settings.register.keep_days))


def _take_in(desk: Desk, engine: Records) -> str:
    """Take the journal in, forget what is too old, and say what a reader must know; a full disk stops no reader."""
    from leaflet_app.delivery.register.register import take_in  # noqa: PLC0415

    try:
        faults = take_in(engine, desk.home)
        _forget(desk, engine)
    except (CannotSave, RecordsUnusable) as fault:
        waiting = counted(count(_journal(desk)).leaflets, "leaflet")
        return f"What waits in the journal of this desk ({waiting}) is missing. {fault}"
    if not faults:
        return ""
    lines = f"{counted(len(faults), 'line')} of the journal could not be read; what is left of them is kept beside it."
    return f"{lines} The first: {faults[0].wrong}."


def _still_here(desk: Desk, sought: Sought, fault: RecordsUnusable) -> Found:
    """Return what waits on this desk for a database that is gone."""
    fitting = tuple(sorted(filter(sought.fits, _journal(desk)), key=lambda given: given.given_at, reverse=True))
    words = f"{fault} Shown is what waits on this desk; nothing is lost."
    return Found(fitting, count(fitting), tuple(sorted({given.desk for given in fitting})), words, is_whole=False)


def _journal(desk: Desk) -> tuple[Given, ...]:
    """Return the entries that no register has yet; a journal that another program takes in just now has none."""
    from leaflet_app.delivery.register.journal import unread  # noqa: PLC0415
    from leaflet_app.delivery.register.reading import read  # noqa: PLC0415

    found: list[Given] = []
    with contextlib.suppress(OSError):
        for journal in unread(desk.home):
            with contextlib.suppress(OSError):
                found.extend(read(journal).entries)
    return tuple(found)
