"""Read a folder of content into a Library. Sound topics are usable whatever is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeVar

from leaflet_app import paths
from leaflet_app.domain.errors import LibraryUnreadable
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import STANDARD_DISCLAIMER, Disclaimer, Practice
from leaflet_app.library import where
from leaflet_app.library.diagrams import read_diagrams
from leaflet_app.library.disclaimers import read_disclaimer, read_other_disclaimers
from leaflet_app.library.files import LARGEST_TOPIC, Entry, Files, FileUnreadable, read_text
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.ids import ID_REMEDY, is_id
from leaflet_app.library.lists import read_bank, read_glossary, read_organisations, read_sources
from leaflet_app.library.practice import read_other_practices, read_practice
from leaflet_app.library.references import Known
from leaflet_app.library.report import Report
from leaflet_app.library.schema import LibraryRow
from leaflet_app.library.sets import read_sets
from leaflet_app.library.tables import Lines, convert, load
from leaflet_app.library.topics import read_shared, read_topic
from leaflet_app.library.translations import read_translations
from leaflet_app.library.wording import read_wording

_Read = TypeVar("_Read")
_Entry = TypeVar("_Entry")


class Beside(NamedTuple):
    """The ids of texts that are known without being read: others may name them."""

    topics: Collection[str] = ()
    sound_topics: Collection[str] = ()
    shared: Collection[str] = ()
    faulty_shared: Collection[str] = ()


NOTHING_BESIDE = Beside()


def read_library(files: Files, resources: Files | None = None, beside: Beside = NOTHING_BESIDE) -> Library:
    """Return the library of these files, with the faults of what could not be read; its drawings are the program's own.

    `resources` are those of another version of the program; `beside` are the texts that are known, and not read here.
    Raises LibraryUnreadable where the files are no library, or its wording, practice or disclaimer has a fault.
    """
    english = _read_english(files, resources or FolderFiles(paths.resources()), beside)
    translations, faults = read_translations(files, english, beside.sound_topics)
    return replace(english, translations=translations, faults=tuple(sorted((*english.faults, *faults))))


def _read_english(files: Files, resources: Files, beside: Beside) -> Library:
    _must(files, where.LIBRARY, _read_schema)
    wording = _must(files, where.WORDING, read_wording)
    borne = _read_borne(files)
    lists = (where.SOURCES, where.ORGANISATIONS, where.GLOSSARY, where.QUESTIONS, where.SETS)
    of_sources, of_organisations, of_glossary, of_bank, of_sets = reports = tuple(map(Report, lists))
    sources = read_sources(files, of_sources)
    organisations = read_organisations(files, of_organisations)
    glossary = read_glossary(files, of_glossary)
    bank = read_bank(files, of_bank)
    diagrams, of_diagrams = read_diagrams(resources)
    topics_room, shared_room = _Room(files, where.TOPICS), _Room(files, where.SHARED)
    topic_ids, shared_ids = {*topics_room.ids, *beside.topics}, {*shared_room.ids, *beside.shared}
    shared, faulty_shared = shared_room.read(lambda files, each: read_shared(files, each, sources, topic_ids))
    known = Known(topic_ids, shared_ids, organisations, bank, diagrams, {*faulty_shared, *beside.faulty_shared})
    topics, faulty = topics_room.read(lambda files, each: read_topic(files, each, sources, known))
    sets = read_sets(files, of_sets, topic_ids)
    told = (of_diagrams, borne.faults, *(report.faults for report in reports))
    others = chain(*told, *faulty.values(), *faulty_shared.values())
    return Library(
        topics=topics,
        shared=shared,
        glossary=glossary,
        organisations=organisations,
        bank=bank,
        practice=borne.practice,
        disclaimer=borne.disclaimer,
        wording=wording,
        sets=sets,
        diagrams=diagrams,
        faults=tuple(sorted((*others, *topics_room.strays, *shared_room.strays))),
        faulty=faulty,
        practices=borne.practices,
        disclaimers=borne.disclaimers,
    )


class _Borne(NamedTuple):
    """What leaflets bear: the first practice, all practices and disclaimers, and the faults of those that cannot be."""

    practice: Practice
    practices: dict[str, Practice]
    disclaimers: dict[str, Disclaimer]
    faults: tuple[Fault, ...]

    @property
    def disclaimer(self) -> Disclaimer:
        """Return the one that the first practice chose; the standard one where that is retired."""
        own = self.disclaimers[self.practice.disclaimer or STANDARD_DISCLAIMER]
        return self.disclaimers[STANDARD_DISCLAIMER] if own.is_retired else own


def _read_borne(files: Files) -> _Borne:
    disclaimers, faulty = read_other_disclaimers(files, _must(files, where.DISCLAIMER, read_disclaimer))
    practice = _must(files, where.PRACTICE, lambda files, report: read_practice(files, report, disclaimers))
    practices, others = read_other_practices(files, practice, disclaimers)
    return _Borne(practice, practices, disclaimers, (*faulty, *others))


class _Room:
    """A folder in which each topic or shared text has a folder of its own, named by its id."""

    def __init__(self, files: Files, name: str) -> None:
        self._files, self._name = files, name
        self.ids: list[str] = []
        self.strays: list[Fault] = []
        for entry in self._entries():
            file = f"{name}/{entry.name}"
            if not entry.is_folder:
                self.strays.append(Fault(file, 1, "this file is not in a folder of its own", "move or remove it"))
            elif is_id(entry.name):
                self.ids.append(entry.name)
            else:
                self.strays.append(Fault(file, 1, "the name of this folder cannot be an id", ID_REMEDY))

    def read(
        self, reader: Callable[[Files, Report], _Entry | None]
    ) -> tuple[dict[str, _Entry], dict[str, tuple[Fault, ...]]]:
        """Return what the room holds by id, and the faults of each that cannot be used."""
        sound: dict[str, _Entry] = {}
        faulty: dict[str, tuple[Fault, ...]] = {}
        for each in self.ids:
            report = Report(where.text_file(self._name, each))
            entry = reader(self._files, report)
            if entry is None:
                faulty[each] = tuple(sorted(report.faults))
            else:
                sound[each] = entry
        return sound, faulty

    def _entries(self) -> Iterable[Entry]:
        try:
            return self._files.entries(self._name)
        except FileUnreadable as fault:
            self.strays.append(Fault(self._name, 1, fault.wrong, fault.remedy))
            return ()


def _must(files: Files, file: str, reader: Callable[[Files, Report], _Read | None]) -> _Read:
    """Return what no leaflet can do without. Raises LibraryUnreadable."""
    report = Report(file)
    read = reader(files, report)
    if read is None:
        first = report.faults[0]
        raise LibraryUnreadable(files.name, f"{first.file}:{first.line}: {first.wrong}", f"Mend it: {first.remedy}.")
    return read


def _read_schema(files: Files, report: Report) -> LibraryRow | None:
    text = read_text(files, report, LARGEST_TOPIC)
    lines = Lines(text or "")
    table = None if text is None else load(text, report, lines)
    row = None if table is None else convert(table, LibraryRow, report, lines)
    if row is not None and (row.schema, row.default_lang) != (1, ENGLISH):
        report.add(lines.of("schema"), "this library was made by a newer program", "install the newest Clinic Leaflets")
        return None
    return row
