"""Everything that can be read of a small library, and whether it is what was written."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from leaflet_app.domain.errors import StoreDamaged, StoreUnusable
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.store.kept_files import KeptFiles
from leaflet_app.library.store.repository import Store
from tests.faults.library.soundness import git

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
LARGEST = 10**6


@dataclass(frozen=True)
class Kept:
    """A library on the disk, and what was written to it: the texts and the words of each version, the last first."""

    folder: Path
    texts: dict[str, dict[str, bytes]]
    words: dict[str, tuple[str, str]]

    @property
    def head(self) -> str:
        """Return the newest version."""
        return next(iter(self.texts))

    def copied(self, folder: Path) -> "Kept":
        """Copy the library to another folder."""
        shutil.copytree(self.folder, folder)
        return Kept(folder, self.texts, self.words)


def kept(folder: Path, *, is_packed: bool = False) -> Kept:
    """Make a library of a few versions: texts and approvals, loose and in a pack, or packed by Git itself."""
    texts: dict[str, dict[str, bytes]] = {}
    words: dict[str, tuple[str, str]] = {}
    now: dict[str, bytes] = {}
    with Store.create(folder) as store:
        for number in range(6):
            many = range(30) if number == 0 else range(number, number + 2)
            changes = {f"topics/t{each}/en-GB.md": f"Text {each} of {number}. ".encode() * 40 for each in many}
            changes[f"topics/t{number}/approval.toml"] = f'[en-GB]\ncontent = "{number:040x}"\n'.encode()
            said = (f"Ann {number}", f"Change {number}")
            head = store.save(changes, *said, base=store.head, at=NOON + timedelta(minutes=number))
            now |= changes
            texts, words = {head: dict(now)} | texts, {head: said} | words
    if is_packed:
        git(folder, "gc", "--quiet", "--aggressive", "--prune=now")
    return Kept(folder, texts, words)


def readings(library: Kept, versions: list[str]) -> tuple[bool, list[str]]:
    """Read all of some versions: tell whether a fault was told, and what was given that was never written."""
    told, wrong = False, []
    try:
        with Store.open(library.folder) as store:
            head = store.head
            if head != library.head:
                store.ids(head)  # tells the damage, as any reading of the newest version would
                wrong.append(f"the newest version is {head}")
            for commit in versions:
                was_told, strange = _version(store, library, commit)
                told, wrong = told or was_told, wrong + strange
    except (StoreDamaged, StoreUnusable):
        told = True
    return told, wrong


def _version(store: Store, library: Kept, commit: str) -> tuple[bool, list[str]]:
    told, wrong, files = False, [], KeptFiles(store, commit)
    try:
        version = store.version(commit)
        if (version.author, version.message) != library.words[commit]:
            wrong.append(f"{commit} says {version}")
        if files.ids().keys() != library.texts[commit].keys():
            wrong.append(f"{commit} has other files")
    except StoreDamaged:
        return True, wrong
    for file, text in library.texts[commit].items():
        try:
            if files.read(file, LARGEST) != text:
                wrong.append(f"{file} of {commit} is another text")
        except FileUnreadable:
            told = True
    return told, wrong
