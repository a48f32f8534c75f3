"""Note in the register what is given, cheaply: nothing here waits for a database."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from getpass import getuser
from uuid import uuid4

from leaflet_app import __version__
from leaflet_app.delivery.register.entry import LONGEST_NAME
from leaflet_app.delivery.register.journal import append
from leaflet_app.domain.given import Given, GivenTopic, Way
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import RegisterSettings
from leaflet_app.services.desk import Desk
from leaflet_app.services.editions import keep
from leaflet_app.services.make_leaflet import Made
from leaflet_app.services.settings import load

NOBODY = "unknown"
"""Who was at a desk whose computer names nobody."""


def note_given(desk: Desk, way: Way, made: Made, selection: Selection, *, copies: int = 1, corrects: str = "") -> Given:
    """Note that a leaflet left the desk. Raises NotNoted."""
    return note(desk, given_of(desk, way, made, selection, copies=copies, corrects=corrects))


def note_copies(desk: Desk, leaflet: Leaflet, selection: Selection, *, pages: int, copies: int) -> Given:
    """Note once that the copies for a list of people were saved. Raises NotNoted."""
    return note(desk, replace(_entry(desk, Way.SAVE, leaflet, selection), pages=pages, copies=copies, reference=""))


def note(desk: Desk, given: Given) -> Given:
    """Write an entry into the journal, and keep the library that it names. Raises NotNoted."""
    append(desk.home, given)
    keep(desk, given.edition)
    return given


def given_of(desk: Desk, way: Way, made: Made, selection: Selection, *, copies: int = 1, corrects: str = "") -> Given:
    """Return the entry for a leaflet that leaves the desk now. It names nobody."""
    digest = "" if selection != selection.impersonal() else hashlib.sha256(made.rendered.pdf).hexdigest()
    entry = _entry(desk, way, made.leaflet, selection)
    return replace(entry, pages=made.rendered.pages, copies=copies, digest=digest, corrects=corrects)


def _entry(desk: Desk, way: Way, leaflet: Leaflet, selection: Selection) -> Given:
    wanted = load(desk).register
    topics = desk.library.in_language(selection.language).topics
    return Given(
        id=uuid4().hex,
        given_at=desk.now(),
        desk=desk_name(wanted),
        user=user_name(),
        way=way,
        passport=leaflet.code,
        edition=leaflet.edition or desk.edition,
        program=__version__,
        topics=tuple(GivenTopic(each, topics[each].review.version) for each in selection.topics),
        selection=selection.impersonal(),
        pages=0,
        reference=_written(selection.recipient.reference) if wanted.keep_reference else "",
    )


def desk_name(wanted: RegisterSettings) -> str:
    """Return what this desk is called: as its practice says, or as the computer does."""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return _written(wanted.desk or host) or NOBODY


def user_name() -> str:
    """Return the name of the account that the program runs in."""
    try:
        return _written(getuser())
    except (ImportError, KeyError, OSError):
        return NOBODY


def _written(name: str) -> str:
    """Return a name as every file and database can hold it, whatever bytes a system gave it."""
    return name.encode(errors="replace").decode()[:LONGEST_NAME]
