"""Check a library before anyone relies on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from leaflet_app.domain.faults import Fault
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.topic import Topic
from leaflet_app.library import where
from leaflet_app.library.approval_check import faults_of_approvals
from leaflet_app.library.check import faults_of_style
from leaflet_app.library.files import LARGEST_TOPIC, Files, read_text
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.front_matter import part
from leaflet_app.library.one_text import check_kept
from leaflet_app.library.read import read_library
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines
from leaflet_app.library.where import text_at
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_beginning import shipped_files
from leaflet_app.services.library_store import newest_files, store_folder


def check_folder(folder: Path) -> tuple[Fault, ...]:
    """Check the library in a folder. Raises LibraryUnreadable."""
    return check(FolderFiles(folder))


def check_newest(desk: Desk) -> tuple[Fault, ...]:
    """Check the newest library that a desk keeps, or the one it came with. Raises LibraryUnreadable, StoreUnusable."""
    return check(newest_files(desk) if store_folder(desk).exists() else shipped_files())


def check(files: Files) -> tuple[Fault, ...]:
    """Return what keeps topics from printing and what should not be printed so: faults first, each by file and line.

    Raises LibraryUnreadable.
    """
    library = read_library(files)
    faults = (
        *library.faults,
        *faults_of_style(files, library),
        *faults_of_approvals(files),
        *_damaged_logo(files, library.practice.brand),
        *chain.from_iterable(_damaged_pictures(files, topic) for topic in library.topics.values() if topic.pictures),
    )
    return tuple(sorted(faults, key=lambda fault: (fault.weight, fault)))


def check_one(files: Files, library: Library, file: str) -> tuple[Fault, ...]:
    """Return what `check` finds in one text of the library that these files hold, without reading the others again."""
    found, topic = list(check_kept(files, file, library).faults), text_at(library, file)
    if isinstance(topic, Topic) and topic.lang == ENGLISH and topic.pictures:
        found += _damaged_pictures(files, topic)
    return tuple(sorted(found, key=lambda fault: (fault.weight, fault)))


def _damaged_logo(files: Files, brand: Brand) -> Iterator[Fault]:
    """Yield the logo where not every pixel of it can be read: no leaflet can be printed with it."""
    if not brand.logo:
        return
    from leaflet_app.pdf.images import is_whole  # noqa: PLC0415  (brings the decoder)

    if not is_whole(brand.logo):
        lines = Lines(read_text(files, Report(where.PRACTICE), LARGEST_TOPIC) or "")
        yield Fault(where.PRACTICE, lines.of("brand.logo"), "the logo is damaged", "save it again as PNG, or remove it")


def _damaged_pictures(files: Files, topic: Topic) -> Iterator[Fault]:
    """Yield the pictures of a topic of which not every pixel can be read."""
    from leaflet_app.pdf.images import is_whole  # noqa: PLC0415  (brings the decoder)

    file = where.text_file(where.TOPICS, topic.id)
    parted = part(read_text(files, Report(file), LARGEST_TOPIC) or "", Report(file))
    for index, picture in enumerate(topic.pictures):
        if not is_whole(picture.content):
            line = parted.lines.of(f"pictures[{index}].file") if parted else 1
            yield Fault(file, line, f"“{picture.file}” is damaged", "add it again in the editor, or remove it")
