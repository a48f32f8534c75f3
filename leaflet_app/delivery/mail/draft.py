"""Drafts on their way to the person's own mail program: private files, swept away once they are a day old."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path

from leaflet_app import paths
from leaflet_app.delivery.save import told_of
from leaflet_app.domain.mail import Letter
from leaflet_app.domain.value import value

FOLDER = "unsent letters"
SEEN_FOLDER = "Clinic Leaflets unsent"
"""Where programs look that may read no hidden folders: snaps and flatpaks."""

SECONDS_KEPT = 24 * 60 * 60
"""A mail program reads the attachment when the person presses Send, which may be after lunch."""

DRAFT = "letter.eml"


@value
class DraftFiles:
    """A letter still to be sent, and the leaflet by itself. Neither name tells anything."""

    draft: Path
    attachment: Path


def write_draft(home: Path, letter: Letter) -> DraftFiles:
    """Write a letter where only this person may read it. Raises CannotSave, MailRefused."""
    from leaflet_app.delivery.mail.message import draft_of  # noqa: PLC0415  (sweeping, at each start, needs no mail)

    content = draft_of(letter)
    with told_of(Path(DRAFT)):
        folder = _new_folder(home / FOLDER)
        files = DraftFiles(folder / DRAFT, folder / letter.file_name)
        write_private(files.draft, content)
        write_private(files.attachment, letter.pdf)
    return files


def shown(file: Path) -> Path:
    """Copy a file to where a snap or flatpak may read it. Raises OSError."""
    copy = _new_folder(paths.downloads() / SEEN_FOLDER) / file.name
    write_private(copy, file.read_bytes())
    return copy


def write_private(file: Path, content: bytes) -> None:
    """Write a new file that nobody else may read. Raises OSError."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)


def discard(files: DraftFiles) -> None:
    """Take a draft away that no program took."""
    folder = files.draft.parent
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.parent.rmdir()


def sweep(home: Path) -> None:
    """Take away drafts that are more than a day old."""
    too_old = time.time() - SECONDS_KEPT
    for folder in (home / FOLDER, paths.downloads() / SEEN_FOLDER):
        with contextlib.suppress(OSError):
            for draft in folder.iterdir():
                if draft.stat().st_mtime < too_old:
                    shutil.rmtree(draft, ignore_errors=True)
            folder.rmdir()


def _new_folder(parent: Path) -> Path:
    paths.make_private(parent)
    folder = parent / os.urandom(8).hex()
    folder.mkdir(mode=0o700)
    return folder
