"""Build the real desk once: the shipped library, its search and the renderer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from leaflet_app import paths
from leaflet_app.domain.leaflet import Leaflet, Render, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.services.desk import Desk
from leaflet_app.services.late_finder import LateFinder
from leaflet_app.services.library_standing import stand
from leaflet_app.services.tools import Programs, Secrets

if TYPE_CHECKING:
    from leaflet_app.domain.copies import Master, OneFile
    from leaflet_app.domain.printing import PrintWay

# Imports inside functions are late on purpose: a command pays only for what it uses.


def build_desk(render: Render | None = None) -> Desk:
    """Build the desk. Without a renderer of its own it renders each leaflet by itself. Raises LibraryUnreadable."""
    standing = stand(paths.home())
    return Desk(
        library=standing.library,
        finder=LateFinder(standing.library),
        render=render or render_once,
        home=paths.home(),
        today=today,
        master_of=master_of,
        begin_file=begin_file,
        edition=standing.edition,
        files=standing.files,
        now=now,
        tools=LateTools(),
        policy=paths.policy_file(),
        commit=standing.commit,
        library_fault=standing.fault,
    )


@contextmanager
def window_desk() -> Iterator[Desk]:
    """Build the desk of the window: it renders in a process of its own, warm before the first leaflet."""
    from leaflet_app.pdf.workers.worker import RenderWorker  # noqa: PLC0415
    from leaflet_app.services.note_logged import noting_logged  # noqa: PLC0415

    with noting_logged(paths.log_file()), closing(RenderWorker()) as worker:
        worker.start()
        Thread(target=_sweep, daemon=True).start()
        yield build_desk(worker)


def _sweep() -> None:
    """Take away the letters of yesterday, and what programs were asked to print; nothing waits for it."""
    from leaflet_app.delivery.mail import draft  # noqa: PLC0415
    from leaflet_app.delivery.printing import private_file  # noqa: PLC0415

    draft.sweep(paths.home())
    private_file.sweep()


def render_once(leaflet: Leaflet, look: Look) -> Rendered:
    """Render in a copy of this process that can be killed; where a system makes no copies, in a worker."""
    from leaflet_app.services.note_logged import noting_logged  # noqa: PLC0415

    with noting_logged(paths.log_file()):
        if hasattr(os, "fork"):
            from leaflet_app.pdf.workers.apart import render_apart  # noqa: PLC0415

            return render_apart(leaflet, look, _load_render)
        from leaflet_app.pdf.workers.worker import RenderWorker  # noqa: PLC0415

        with closing(RenderWorker()) as worker:
            return worker(leaflet, look)


def _load_render() -> Render:
    from leaflet_app.pdf.render import render  # noqa: PLC0415

    return render


def master_of(leaflet: Leaflet, look: Look) -> Master:
    """Make a master in this process, once the leaflet has come through where it can be killed."""
    from leaflet_app.pdf.copies.master import SlotMaster  # noqa: PLC0415

    render_once(leaflet, look)
    return SlotMaster(leaflet, look)


def begin_file(file: BinaryIO, master: Master) -> OneFile:
    """Begin one file of many copies."""
    from leaflet_app.pdf.copies.master import SlotMaster  # noqa: PLC0415
    from leaflet_app.pdf.copies.one_file import BoundFile  # noqa: PLC0415

    assert isinstance(master, SlotMaster)  # noqa: S101  (the one that master_of makes)
    return BoundFile(file, master)


def today() -> date:
    """Return the date on the wall."""
    return datetime.now(tz=UTC).astimezone().date()


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(tz=UTC)


class LateTools:
    """The tools of this computer, each made when it is first used."""

    @cached_property
    def printing(self) -> PrintWay:
        """Return the way to the printers of this system."""
        from leaflet_app.delivery.printing.way import way_of_this_system  # noqa: PLC0415

        return way_of_this_system()

    @cached_property
    def secrets(self) -> Secrets:
        """Return the keyring of this system."""
        from leaflet_app.delivery.secrets import SystemKeyring  # noqa: PLC0415

        return SystemKeyring()

    @cached_property
    def programs(self) -> Programs:
        """Return the person's own programs."""
        from leaflet_app.delivery.mail.programs import OwnPrograms  # noqa: PLC0415

        return OwnPrograms()
