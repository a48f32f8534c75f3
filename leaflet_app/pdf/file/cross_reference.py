"""Where each object of a file stands: object streams, and the stream that ends a file (ISO 32000-1 §7.5.7-7.5.8)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import accumulate

from leaflet_app.pdf.file.written import Stream

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

FREE, PLAIN, PACKED = range(3)
"""What an entry of the cross-reference stream tells of an object."""

FIELDS = "1 5 2"
ENTRY_BYTES = 8
"""Bytes of an entry's kind, of its offset or object stream, and of its place in that; and of all three."""

_KIND, _WHERE = 56, 16
"""How many bits lie behind the first two."""

LAST_GENERATION = 65535
ID_DIGITS = 32


def entry(kind: int, where: int, place: int = 0) -> int:
    """Return what the cross-reference stream tells of an object, as one number."""
    return kind << _KIND | where << _WHERE | place


NO_OBJECT = entry(FREE, 0, LAST_GENERATION)
"""The entry of number 0, which no object has."""


def index_of(numbers: Iterable[int], lengths: Iterable[int]) -> str:
    """Return how an object stream begins: the number of each object and where it starts, one byte behind the last."""
    starts = accumulate([length + 1 for length in lengths], initial=0)
    return " ".join([f"{number} {start}" for number, start in zip(numbers, starts, strict=False)])


def object_stream(count: int, index: str, compressed: bytes) -> bytes:
    """Return the source of an object stream; its content is the index, a line end and the objects."""
    return Stream(compressed, f"/Type/ObjStm/N {count}/First {len(index) + 1}").source()


def file_end(table: bytes, at: int, known: str, digest: str) -> bytes:
    """Return the cross-reference stream, the last object, which stands `at` a place; the digest names the file."""
    count, named = len(table) // ENTRY_BYTES, digest[:ID_DIGITS]
    head = f"/Type/XRef/Size {count}/W[{FIELDS}]{known}/ID[<{named}><{named}>]"
    stream = Stream(zlib.compress(table), head).source()
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (count - 1, stream, at)
