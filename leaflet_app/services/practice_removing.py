"""Take a practice out of the library, and bring one back. Leaflets that were given stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from leaflet_app.domain.errors import EditRefused, UnknownPractice
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.practice import FIRST_PRACTICE, Practice
from leaflet_app.domain.sentences import sentence
from leaflet_app.domain.toml_text import toml_of
from leaflet_app.domain.value import value
from leaflet_app.domain.versions import Version
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept, keep, list_practices
from leaflet_app.services.signing import signed

# Imports inside functions are late on purpose: practices are rarely removed.

ENDING = ".toml"


@value
class Removed:
    """A practice that was taken out of the library: its name, and when."""

    id: str
    label: str
    at: datetime


def remove(desk: Desk, practice_id: str, author: str = "", base: str = "") -> str:
    """Take a practice out with the logo that no other shows, and return its name. The first one stays.

    Raises EditRefused, UnknownPractice, EditedMeanwhile for one that was changed since `base`, StoreUnusable.
    """
    from leaflet_app.library.practice_logos import logo_in, unneeded  # noqa: PLC0415
    from leaflet_app.library.where import PRACTICES, practice_file  # noqa: PLC0415

    if practice_id == FIRST_PRACTICE:
        raise EditRefused("the first practice stands in wherever no other is chosen", "Change its details instead.")
    editor, now = signed(desk, author), library_store.newest(desk)
    labels = {each.id: each.label for each in list_practices(desk)}
    if practice_id not in labels:
        raise UnknownPractice(practice_id, tuple(labels))
    file = practice_file(practice_id)
    changes: dict[str, bytes | None] = {file: None}
    logo = logo_in(library_store.text_at(desk, file, now.commit))
    if unneeded(now.files, practice_id, logo):
        changes[f"{PRACTICES}/{logo}"] = None
    message = f"Remove the practice {labels[practice_id]}"
    library_store.change(desk, changes, message, base=base or now.commit, author=editor)
    return labels[practice_id]


def removed(desk: Desk) -> tuple[Removed, ...]:
    """Return the practices that can be brought back, the last to go first. Raises StoreUnusable, LibraryUnreadable."""
    from leaflet_app.library.practice import practice_ids  # noqa: PLC0415

    there = set(practice_ids(library_store.newest(desk).files))
    steps: dict[str, list[Version]] = {}
    for version in library_store.history(desk):
        for each in _practices_in(version):
            steps.setdefault(each, []).append(version)
    gone = ((each, those) for each, those in steps.items() if each not in there and len(those) > 1)
    return tuple(Removed(each, _label(desk, each, before), last.at) for each, (last, before, *_) in gone)


def bring_back(desk: Desk, practice_id: str, author: str = "") -> Kept:
    """Bring a practice back as it was before it was removed, its logo with it. Raises EditRefused, StoreUnusable."""
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    file, now = practice_file(practice_id), library_store.newest(desk)
    versions = library_store.history(desk, file, most=2)
    if now.files.holds(file) or len(versions) != 2:  # noqa: PLR2004  (its last change, and its removal)
        raise EditRefused(f"no practice “{practice_id}” was removed", "Choose one that was.")
    before = versions[1].commit
    practice = _read(desk, file, before)
    bare = replace(practice, brand=replace(practice.brand, logo=b"", logo_alt=""))
    was = Kept(practice_id, bare, now.commit, library_store.text_at(desk, file, before))
    return keep(desk, was, practice, author, f"Bring back the practice {practice.publisher}")


def pictures_beside(desk: Desk, file: str, commit: str) -> dict[str, bytes | None]:
    """Return the logo that a practice's file shows in a version, where it is not there any more."""
    from leaflet_app.library.practice_logos import logo_in  # noqa: PLC0415
    from leaflet_app.library.where import PRACTICES  # noqa: PLC0415

    folder, _, name = file.rpartition("/")
    logo = logo_in(library_store.text_at(desk, file, commit)) if folder == PRACTICES and name.endswith(ENDING) else ""
    picture = f"{PRACTICES}/{logo}"
    if not logo or library_store.newest_files(desk).holds(picture):
        return {}
    return {picture: library_store.bytes_at(desk, picture, commit)}


def _read(desk: Desk, file: str, commit: str) -> Practice:
    """Return a practice as it stood in a version, fit for the library of today. Raises EditRefused."""
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.library.practice import read_practice  # noqa: PLC0415
    from leaflet_app.library.practice_logos import logo_in  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415
    from leaflet_app.library.where import PRACTICES  # noqa: PLC0415

    now, content = library_store.newest(desk), library_store.bytes_at(desk, file, commit)
    then = {file: content}
    if logo := logo_in(text_shown(content)):
        then[f"{PRACTICES}/{logo}"] = library_store.bytes_at(desk, f"{PRACTICES}/{logo}", commit)
    report = Report(file)
    practice = read_practice(ChangedFiles(now.files, then), report, now.library.disclaimers)
    if practice is None:
        fault = min(report.faults)
        raise EditRefused(fault.wrong, sentence(fault.remedy))
    return practice


def _practices_in(version: Version) -> Iterator[str]:
    from leaflet_app.library.where import PRACTICES  # noqa: PLC0415

    for file in version.texts:
        folder, _, name = file.rpartition("/")
        if folder == PRACTICES and name.endswith(ENDING):
            yield name.removesuffix(ENDING)


def _label(desk: Desk, practice_id: str, version: Version) -> str:
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    try:
        table = toml_of(library_store.text_at(desk, practice_file(practice_id), version.commit))
    except ValueError:
        return practice_id
    return str(table.get("name") or table.get("consultant_name") or practice_id)
