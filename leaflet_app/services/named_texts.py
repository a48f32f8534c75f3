"""Find a text, and a version of it, by what a person would type."""

from __future__ import annotations

from leaflet_app.domain.errors import UnknownText, UnknownVersion
from leaflet_app.domain.versions import Version
from leaflet_app.library import where
from leaflet_app.library.files import Files
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import history, newest_files

SHORTEST = 4
"""Letters that must be given of a version's name."""


def text_named(desk: Desk, named: str) -> str:
    """Return the file of a text: named by the topic, by `shared/` and its id, or as it is kept. Raises UnknownText.

    A file that is gone is found by its whole name, as long as it has a history.
    """
    files = newest_files(desk)
    room, _, rest = named.partition("/")
    kept = files.ids()
    possible = (named, where.text_file(where.TOPICS, named), where.text_file(room, rest))
    found = next((file for file in possible if file in kept), None)
    if found is None and "/" in named and history(desk, named, most=1):
        found = named
    if found is None:
        raise UnknownText(named, _nearest(files, named))
    return found


def version_named(desk: Desk, file: str, named: str) -> Version:
    """Return the version of a file that begins with these letters. Raises UnknownVersion, StoreUnusable."""
    found = [each for each in history(desk, file) if each.commit.startswith(named.casefold())]
    if len(named) < SHORTEST or len(found) != 1:
        raise UnknownVersion(named, file)
    return found[0]


def _nearest(files: Files, named: str) -> str:
    from leaflet_app.library.near import NearNames  # noqa: PLC0415  (only what was mistyped needs it)

    texts = [file.split("/") for file in files.ids() if file.endswith(".md")]
    names = [(parts[1], parts[1] if parts[0] == where.TOPICS else "/".join(parts[:2])) for parts in texts if parts[1:]]
    near = NearNames(names).nearest(named.rpartition("/")[2], 1)
    return near[0] if near else ""
