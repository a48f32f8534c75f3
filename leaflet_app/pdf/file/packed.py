"""The file. ReportLab makes some of the objects; here all are packed, as it cannot do itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from struct import pack

from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream

from leaflet_app.pdf.file.cross_reference import (
    HEAD,
    NO_OBJECT,
    PACKED,
    PLAIN,
    entry,
    file_end,
    index_of,
    object_stream,
)
from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import deflated, number_of

A_STREAM = 200
"""Objects in one object stream: few enough that most streams of a changed leaflet are as they were."""


def packed(document: Document) -> bytes:
    """Return the file of a document in which everything stands."""
    root, info = (number_of(document, document.Reference(each)) for each in (document.Catalog, document.info))
    streams, plain = list(document.streams), list(document.plain)
    for number, kept in _registered(document):
        if isinstance(kept, PDFStream):
            streams.append((number, kept.format(document)))
        else:
            plain.append((number, kept.format(document).decode("latin-1")))
    plain.sort()
    held = [plain[start : start + A_STREAM] for start in range(0, len(plain), A_STREAM)]
    first = document.reserve(len(held) + 1)
    entries = _packed_entries(held, first)
    body = _body([*streams, *((number, _object_stream(each)) for number, each in enumerate(held, first))], entries)
    return body + _index(entries, body, f"/Root {root} 0 R/Info {info} 0 R")


def _registered(document: Document) -> Iterator[tuple[int, PDFObject]]:
    """Yield what ReportLab numbered; being formatted, an object may bring others."""
    number = 0
    while number < document.objectcounter:
        number += 1
        if number in document.numberToId:
            yield number, document.idToObject[document.numberToId[number]]


def _packed_entries(held: Sequence[Sequence[tuple[int, str]]], first: int) -> dict[int, int]:
    holders = [entry(PACKED, number) for number in range(first, first + len(held))]
    return {
        of: holder | place
        for holder, objects in zip(holders, held, strict=True)
        for place, (of, _) in enumerate(objects)
    }


def _object_stream(held: Sequence[tuple[int, str]]) -> bytes:
    sources = [source for _, source in held]
    index = index_of([number for number, _ in held], map(len, sources))
    return object_stream(len(held), index, deflated("\n".join((index, *sources))))


def _body(streams: Iterable[tuple[int, bytes]], entries: dict[int, int]) -> bytes:
    """Lay the streams one behind the other, and tell where each stands."""
    parts, at = [HEAD], len(HEAD)
    for number, source in streams:
        entries[number] = entry(PLAIN, at)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, source))
        at += len(parts[-1])
    return b"".join(parts)


def _index(entries: dict[int, int], body: bytes, known: str) -> bytes:
    """Return the cross-reference stream and the file's end; its ID is made from all that stands before."""
    entries |= {0: NO_OBJECT, len(entries) + 1: entry(PLAIN, len(body))}
    table = pack(f">{len(entries)}Q", *map(entries.__getitem__, range(len(entries))))
    return file_end(table, len(body), known, hashlib.sha256(body).hexdigest())
