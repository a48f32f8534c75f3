"""The file. ReportLab makes the objects; here they are packed, as it cannot do itself (ISO 32000-1 §7.5.7-7.5.8)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream

from leaflet_app.pdf.document import Document
from leaflet_app.pdf.written import Object, Stream, deflated, number_of

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
A_STREAM = 200
"""Objects in one object stream: few enough that most streams of a changed leaflet are as they were."""

FREE, PLAIN, PACKED = range(3)
"""What an entry of the cross-reference stream tells of an object."""

FIELDS = (1, 3, 2)
"""Bytes of an entry's kind, of the offset or the object stream, and of the place in that."""

LAST_GENERATION = 65535
ID_DIGITS = 32


def packed(document: Document) -> bytes:
    """Return the file of a document in which everything stands."""
    root, info = (number_of(document, document.Reference(each)) for each in (document.Catalog, document.info))
    streams, plain = list(document.streams), list(document.plain)
    for number, kept in _registered(document):
        (streams if isinstance(kept, PDFStream) else plain).append(Object(number, kept.format(document)))
    plain.sort()
    return _file([*streams, *_object_streams(plain, document.objectcounter + 1)], plain, (root, info))


def _registered(document: Document) -> Iterator[tuple[int, PDFObject]]:
    """Yield what ReportLab numbered; being formatted, an object may bring others."""
    number = 0
    while number < document.objectcounter:
        number += 1
        if number in document.numberToId:
            yield number, document.idToObject[document.numberToId[number]]


def _object_streams(objects: Sequence[Object], first: int) -> Iterator[Object]:
    for number, start in enumerate(range(0, len(objects), A_STREAM), first):
        held = objects[start : start + A_STREAM]
        yield Object(number, _object_stream(held))


def _object_stream(held: Sequence[Object]) -> bytes:
    at, places = 0, []
    for number, source in held:
        places.append(f"{number} {at}")
        at += len(source) + 1
    index = f"{' '.join(places)} ".encode()
    content = deflated(index + b"\n".join(source for _, source in held))
    return Stream(content, f"/Type/ObjStm/N {len(held)}/First {len(index)}").source()


def _file(streams: Sequence[Object], objects: Sequence[Object], root_and_info: tuple[int, int]) -> bytes:
    """Lay the streams one behind the other, and tell where every object stands."""
    parts, at = [HEAD], len(HEAD)
    entries = {0: _entry(FREE, 0, LAST_GENERATION)}
    for number, source in streams:
        entries[number] = _entry(PLAIN, at)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, source))
        at += len(parts[-1])
    first = streams[-1].number - (len(objects) - 1) // A_STREAM
    for place, (number, _) in enumerate(objects):
        entries[number] = _entry(PACKED, first + place // A_STREAM, place % A_STREAM)
    body = b"".join(parts)
    own = len(entries)
    entries[own] = _entry(PLAIN, at)
    return b"%b%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, own, _index(entries, body, root_and_info), at)


def _index(entries: Mapping[int, bytes], body: bytes, root_and_info: tuple[int, int]) -> bytes:
    """Return the cross-reference stream; the file's ID is made from all that stands before it."""
    root, info = root_and_info
    digest = hashlib.sha256(body).hexdigest()[:ID_DIGITS]
    widths = " ".join(map(str, FIELDS))
    head = f"/Type/XRef/Size {len(entries)}/W[{widths}]/Root {root} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]"
    return Stream(deflated(b"".join(entries[number] for number in range(len(entries)))), head).source()


def _entry(kind: int, first: int, second: int = 0) -> bytes:
    of_first, of_second = 8 * (FIELDS[1] + FIELDS[2]), 8 * FIELDS[2]
    return (kind << of_first | first << of_second | second).to_bytes(sum(FIELDS), "big")
