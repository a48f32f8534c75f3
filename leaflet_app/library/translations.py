"""Read what a library holds in other languages. A fault in a translation leaves its English text as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from leaflet_app.domain.blocks import Text
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.translations import Translations
from leaflet_app.library import where
from leaflet_app.library.disclaimers import read_disclaimer
from leaflet_app.library.files import Entry, Files, FileUnreadable
from leaflet_app.library.lists import read_bank, read_glossary
from leaflet_app.library.report import Report
from leaflet_app.library.translated import read_translated_shared, read_translated_topic
from leaflet_app.library.wording import read_wording

_Text = TypeVar("_Text", Topic, SharedBlock)


def read_translations(
    files: Files, library: Library, beside: Collection[str] = ()
) -> tuple[dict[str, Translations], tuple[Fault, ...]]:
    """Return what there is by language beside English, and the faults of what could not be read.

    `beside` are topics that texts may name, and that the library does not hold.
    """
    known = {*library.topics, *beside}
    faults: list[Fault] = []
    langs = [lang for lang in _langs(files, where.WORDINGS, ".toml") if lang != ENGLISH]
    read = {lang: _Reader(files, library, lang, faults).read(known) for lang in langs}
    for room in (where.TOPICS, where.SHARED):
        faults += _without_wording(files, room, langs)
    return {lang: there for lang, there in read.items() if there}, tuple(faults)


class _Reader:
    """Reads one language, noting the faults of every file."""

    def __init__(self, files: Files, library: Library, lang: str, faults: list[Fault]) -> None:
        self._files, self._library, self._lang, self._faults = files, library, lang, faults

    def read(self, known: Collection[str]) -> Translations | None:
        """Return what there is in the language, where texts may name known topics; None without a sound wording."""
        report = Report(where.wording_file(self._lang))
        wording = read_wording(self._files, report)
        self._faults += report.faults
        if wording is None:
            return None
        return Translations(
            wording,
            topics=self._texts(
                where.TOPICS,
                self._library.topics,
                lambda report, topic: read_translated_topic(self._files, report, topic, wording, known),
            ),
            shared=self._texts(
                where.SHARED,
                self._library.shared,
                lambda report, block: read_translated_shared(self._files, report, block, known),
            ),
            bank=self._bank(),
            glossary=self._glossary(),
            disclaimers=dict(self._disclaimers()),
        )

    def _texts(
        self, room: str, english: Mapping[str, _Text], reader: Callable[[Report, _Text], _Text | None]
    ) -> dict[str, _Text]:
        read = {}
        for each, text in english.items():
            report = self._report(where.text_file(room, each, self._lang))
            if report and (translated := reader(report, text)):
                read[each] = translated
            if report:
                self._faults += report.told
        return read

    def _bank(self) -> Mapping[str, Text]:
        report = self._report(where.questions_file(self._lang))
        bank = read_bank(self._files, report) if report else {}
        if report:
            for each in (each for each in bank if each not in self._library.bank):
                report.add(1, f"the English questions have no “{each}”", f"use an id of {where.QUESTIONS}")
            self._faults += report.faults
        return {each: text for each, text in bank.items() if each in self._library.bank}

    def _glossary(self) -> Glossary:
        report = self._report(where.glossary_file(self._lang))
        glossary = read_glossary(self._files, report) if report else Glossary()
        self._faults += report.faults if report else ()
        return glossary

    def _disclaimers(self) -> Iterator[tuple[str, Disclaimer]]:
        for each, english in self._library.disclaimers.items():
            report = self._report(where.disclaimer_file(self._lang, each))
            disclaimer = read_disclaimer(self._files, report, self._lang, english) if report else None
            if disclaimer is not None and not disclaimer.is_retired:
                yield each, disclaimer
            self._faults += report.faults if report else ()

    def _report(self, file: str) -> Report | None:
        """Return a report for a file; None where it is not there."""
        return Report(file) if self._files.holds(file) else None


def _without_wording(files: Files, room: str, langs: list[str]) -> Iterator[Fault]:
    """Yield translations into languages that the leaflet's own words are not in."""
    for folder in _folders(files, room):
        for lang in _langs(files, f"{room}/{folder}", ".md"):
            if lang not in (ENGLISH, *langs):
                file = where.text_file(room, folder, lang)
                wrong = f"there is no {where.wording_file(lang)}"
                yield Fault(file, 1, wrong, "translate the leaflet's own words first, or remove this file")


def _folders(files: Files, room: str) -> list[str]:
    return [entry.name for entry in _entries(files, room) if entry.is_folder]


def _langs(files: Files, folder: str, ending: str) -> list[str]:
    return [entry.name.removesuffix(ending) for entry in _entries(files, folder) if entry.name.endswith(ending)]


def _entries(files: Files, folder: str) -> Iterable[Entry]:
    """Return what stands in a folder; nothing for one that cannot be read: reading its English texts tells of it."""
    try:
        return files.entries(folder)
    except FileUnreadable:
        return ()
