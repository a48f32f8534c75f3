"""The file. ReportLab makes the objects; here they are packed, as it cannot do itself (ISO 32000-1 §7.5.7-7.5.8)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from struct import pack

from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream

from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import Stream, deflated, number_of

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

A_STREAM = 200
"""Objects in one object stream: few enough that most streams of a changed leaflet are as they were."""

FREE, PLAIN, PACKED = range(3)
"""What an entry of the cross-reference stream tells of an object."""

FIELDS = "1 5 2"
"""Bytes of an entry's kind, of its offset or object stream, and of its place in that."""

KIND, WHERE = 56, 16
"""How many bits lie behind the first two."""

LAST_GENERATION = 65535
ID_DIGITS = 32


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
    return {
        of: PACKED << KIND | number << WHERE | place
        for number, objects in enumerate(held, first)
        for place, (of, _) in enumerate(objects)
    }


def _object_stream(held: Sequence[tuple[int, str]]) -> bytes:
    sources = [source for _, source in held]
    ends = accumulate([len(source) + 1 for source in sources], initial=0)
    index = " ".join([f"{number} {at}" for (number, _), at in zip(held, ends, strict=False)])
    content = "\n".join((index, *sources))
    entries = f"/Type/ObjStm/N {len(held)}/First {len(index) + 1}"
    return Stream(deflated(content), entries).source()


def _body(streams: Iterable[tuple[int, bytes]], entries: dict[int, int]) -> bytes:
    """Lay the streams one behind the other, and tell where each stands."""
    parts, at = [HEAD], len(HEAD)
    for number, source in streams:
        entries[number] = PLAIN << KIND | at << WHERE
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, source))
        at += len(parts[-1])
    return b"".join(parts)


def _index(entries: dict[int, int], body: bytes, known: str) -> bytes:
    """Return the cross-reference stream and the file's end; its ID is made from all that stands before."""
    own = len(entries) + 1
    entries |= {0: FREE << KIND | LAST_GENERATION, own: PLAIN << KIND | len(body) << WHERE}
    table = pack(f">{len(entries)}Q", *map(entries.__getitem__, range(len(entries))))
    digest = hashlib.sha256(body).hexdigest()[:ID_DIGITS]
    head = f"/Type/XRef/Size {len(entries)}/W[{FIELDS}]{known}/ID[<{digest}><{digest}>]"
    stream = Stream(zlib.compress(table), head).source()
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream, len(body))
