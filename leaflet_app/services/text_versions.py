"""Compare two versions of a text, and bring one back. What was written stays written."""

from __future__ import annotations

from typing import NamedTuple

from leaflet_app.domain.days import written_time
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.versions import Version
from leaflet_app.domain.word_changes import WordChange, word_changes
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import bytes_at, change, history, newest_files, text_at
from leaflet_app.services.named_texts import version_named
from leaflet_app.services.practice_removing import pictures_beside
from leaflet_app.services.text_forms import draft_again
from leaflet_app.services.text_titles import title_of


class Compared(NamedTuple):
    """What became of the words of a text between two versions; `old` is None where there was none before."""

    old: Version | None
    new: Version
    changes: tuple[WordChange, ...]


def compare(desk: Desk, file: str, old: str = "", new: str = "") -> Compared:
    """Return what changed in a text: between two versions, since one, or in its last change.

    Raises UnknownVersion, StoreUnusable.
    """
    versions = history(desk, file)
    after = version_named(desk, file, new) if new else versions[0]
    earlier = versions[versions.index(after) + 1 :] if after in versions else ()
    before = version_named(desk, file, old) if old else (earlier[0] if earlier else None)
    texts = [_text(desk, file, each) for each in (before, after)]
    return Compared(before, after, word_changes(*texts))


def restore(desk: Desk, file: str, version: Version, author: str = "") -> str:
    """Bring a text back as it stood in a version, as a new version; return that. A practice comes with its logo.

    Raises EditRefused where it stands so anyway, EditedMeanwhile, StoreUnusable.
    """
    here, title = newest_files(desk), title_of(desk.library, file)
    content = bytes_at(desk, file, version.commit)
    message = f"Brought back the version of {written_time(version.at.astimezone())}"
    changes = {file: content, **pictures_beside(desk, file, version.commit)}
    commit = change(desk, changes, message, base=here.commit, author=author)
    if commit == here.commit:
        raise EditRefused(f"{title} stands as in that version already", "Choose another version.")
    return commit


def draft_again_by_last_change(desk: Desk, file: str) -> str:
    """Return what to say where the last change of a text took it out of its review; nothing where it did not."""
    now, *before = history(desk, file, most=2)
    return draft_again(_text(desk, file, before[0] if before else None), _text(desk, file, now))


def _text(desk: Desk, file: str, version: Version | None) -> str:
    if version is None:
        return ""
    try:
        return text_at(desk, file, version.commit)
    except EditRefused:
        return ""  # the version took the file away
