"""Thunderbird: how it is started here, and how it reads what it is given."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from leaflet_app.domain.value import value

OPENS_DRAFTS = 153
"""The version that was seen to open a file with X-Unsent for writing. Older ones may only show it."""

_VERSION = re.compile(r"bird (\d+)\.")
_NAME = re.compile(r"(?:thunderbird|betterbird)", re.IGNORECASE)
_APP_ID = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]+)+")


@value
class Launcher:
    """How Thunderbird is started. One that is confined may read no hidden folders, and not those of other programs."""

    command: tuple[str, ...]
    is_confined: bool


def launcher(desktop_file: str) -> Launcher | None:
    """Return how to start the program of a desktop file, where it is Thunderbird or its sister Betterbird."""
    found = _NAME.search(desktop_file)
    if not found:
        return None
    name = found[0].lower()
    program = shutil.which(name)
    if program:
        is_snap = f"{name}_" in desktop_file or program.startswith("/snap/")
        return Launcher((program,), is_snap)
    app_id = desktop_file.removesuffix(".desktop")
    flatpak = shutil.which("flatpak")
    return Launcher((flatpak, "run", app_id), is_confined=True) if flatpak and _APP_ID.fullmatch(app_id) else None


def version_in(said: str) -> int:
    """Return the version from what Thunderbird says of itself, or 0 where it says nothing of the kind."""
    found = _VERSION.search(said)
    return int(found[1]) if found else 0


def compose(address: str, subject: str, text: Path, attachment: Path) -> str:
    """Return what an older Thunderbird is to compose, as its one argument.

    Every user of the computer can list arguments: the text, which may greet a patient by name, goes by a file. The
    address cannot. Fields end at a comma outside of quotes, and a quote ends before a comma only
    (GetArgs in MsgComposeCommands.js).
    """
    fields = {
        "to": address,
        "subject": subject.replace("'", "’"),
        "format": "text",
        "message": os.fspath(text),
        "attachment": attachment.as_uri(),
    }
    return ",".join(f"{name}={_quoted(given)}" for name, given in fields.items())


def _quoted(given: str) -> str:
    quote = '"' if "'" in given else "'"
    return f"{quote}{given}{quote}"
