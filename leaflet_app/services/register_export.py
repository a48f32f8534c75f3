"""Give the register to other programs: as a table, as FHIR, or as plain JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import Enum

from leaflet_app.delivery.register.as_csv import as_csv
from leaflet_app.delivery.register.as_fhir import as_fhir
from leaflet_app.delivery.register.entry import written
from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles
from leaflet_app.domain.library import Library
from leaflet_app.domain.listed import listed_in
from leaflet_app.domain.sought import Counts
from leaflet_app.services.desk import Desk


class ExportAs(Enum):
    """What the register is written as. The value is the name on the command line."""

    CSV = "csv"
    FHIR = "fhir"


def export(desk: Desk, entries: Iterable[Given], kind: ExportAs) -> bytes:
    """Return entries as a file of this kind."""
    titles = titles_of(desk.library)
    return as_csv(entries, titles) if kind is ExportAs.CSV else as_fhir(entries, titles, desk.now())


def titles_of(library: Library) -> Titles:
    """Return the titles of all topics of the library."""
    return {each: line.title for each, line in listed_in(library.topics).items()}


def described(given: Given) -> object:
    """Return an entry as JSON knows it."""
    plain: object = json.loads(written(given))
    return plain


def described_counts(counts: Counts) -> Mapping[str, object]:
    """Return counts as JSON knows them."""
    return {
        "entries": counts.entries,
        "leaflets": counts.leaflets,
        "by_topic": dict(counts.by_topic),
        "by_way": {way.value: number for way, number in counts.by_way.items()},
        "by_month": dict(counts.by_month),
    }
