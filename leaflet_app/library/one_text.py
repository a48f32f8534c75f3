"""Check one text as if it stood in the library, while somebody writes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from leaflet_app.domain.faults import Fault
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.value import value
from leaflet_app.library import where
from leaflet_app.library.changed_files import ChangedFiles
from leaflet_app.library.check import faults_of_style
from leaflet_app.library.disclaimers import is_disclaimer, read_disclaimer
from leaflet_app.library.files import Files
from leaflet_app.library.report import Report
from leaflet_app.library.reread import read_changed


@value
class Checked:
    """A text as it was read, None while it has a fault that keeps it from being used, and all that is found in it.

    `library` is the library with this text in place of its own.
    """

    text: Topic | SharedBlock | Disclaimer | None
    faults: tuple[Fault, ...]
    library: Library


def check_text(files: Files, file: str, text: str, library: Library) -> Checked:
    """Return what is found in a text that is to stand in these files. Raises LibraryUnreadable."""
    return check_kept(ChangedFiles(files, {file: text.encode()}), file, library)


def check_kept(files: Files, file: str, library: Library) -> Checked:
    """Return what is found in a text as these files hold it. Raises LibraryUnreadable."""
    if is_disclaimer(file):
        return _check_disclaimer(files, file, library)
    again, whole = read_changed(library, files, [file])
    own = [fault for fault in again.faults if fault.file == file]
    own += [fault for fault in faults_of_style(files, again) if fault.file == file]
    ordered = sorted(dict.fromkeys(own), key=lambda fault: (fault.weight, fault))
    return Checked(_read(again, file), tuple(ordered), whole)


def _check_disclaimer(files: Files, file: str, library: Library) -> Checked:
    """Read a disclaimer alone: no other text names one."""
    own, lang, report = where.disclaimer_id(file), PurePosixPath(file).stem, Report(file)
    there = library.translations.get(lang)
    english = library.disclaimers.get(own) if there is not None else None
    read = read_disclaimer(files, report, lang, english)
    if read is not None and there is not None:
        there = replace(there, disclaimers={**there.disclaimers, own: read})
        library = replace(library, translations={**library.translations, lang: there})
    elif read is not None:
        borne = read if library.disclaimer.id == own else library.disclaimer
        library = replace(library, disclaimers={**library.disclaimers, own: read}, disclaimer=borne)
    return Checked(read, tuple(sorted(report.told, key=lambda fault: (fault.weight, fault))), library)


def _read(library: Library, file: str) -> Topic | SharedBlock | None:
    room, text_id, name = (*file.split("/"), "", "")[:3]
    lang = name.removesuffix(".md")
    there = library if lang == library.wording.lang else library.translations.get(lang)
    if there is None:
        return None
    return {"topics": there.topics.get(text_id), "shared": there.shared.get(text_id)}.get(room)
