"""A finished leaflet taken apart: what all its copies may share, and what each must have of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf

from leaflet_app.pdf.slot import SLOT_BYTES

_TOKEN = re.compile(rb"(\((?:[^()\\]|\\.)*\))|(/StructParents? )(\d+)|(\d+) 0 R", re.DOTALL)
"""Strings, which may hold anything; keys of the ParentTree; references (ISO 32000-1 §7.3.10)."""

SAID_OF_ALL = ("/Lang", "/MarkInfo", "/Metadata", "/OutputIntents", "/ViewerPreferences")
"""Entries of the catalog that hold for all copies."""


class Own(NamedTuple):
    """The number of an object of the copy's own, counted from its first."""

    place: int


class Key(NamedTuple):
    """A key of the ParentTree, counted from the copy's first."""

    key: int


Part = bytes | Own | Key


class Template(NamedTuple):
    """An object's source with room for the numbers that differ from copy to copy."""

    source: bytes
    numbers: tuple[Own | Key, ...]

    def filled(self, first: int, first_key: int) -> bytes:
        """Return the source for a copy whose objects and keys begin with these numbers."""
        return self.source % tuple(
            first + number.place if isinstance(number, Own) else first_key + number.key for number in self.numbers
        )


def template(parts: Iterable[Part]) -> Template:
    """Return a template of parts."""
    held = list(parts)
    source = b"".join(part.replace(b"%", b"%%") if isinstance(part, bytes) else b"%d" for part in held)
    return Template(source, tuple(part for part in held if not isinstance(part, bytes)))


def parsed(source: bytes, of: Callable[[int], Part]) -> Iterator[Part]:
    """Yield the parts of an object's source; `of` says what stands for the number of a reference."""
    at = 0
    for found in _TOKEN.finditer(source):
        string, named, key, reference = found.groups()
        if string:
            continue
        yield source[at : found.start()]
        if key:
            yield named
            yield Key(int(key))
        else:
            yield of(int(reference))
            yield b" 0 R"
        at = found.end()
    yield source[at:]


class CopyParts:
    """The objects of a finished leaflet by their numbers in its file; `slot` is 0 where it has none."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pikepdf.open(BytesIO(pdf))
        root, structure = self._pdf.Root, self._pdf.Root.StructTreeRoot
        self.pages = [page.obj.objgen[0] for page in self._pdf.pages]
        self.media_box = _source(self._pdf.pages[0].obj.MediaBox)
        self.node, self.root_of_tree, self.top = (each.objgen[0] for each in (root.Pages, structure, structure.K))
        self.info = self._pdf.trailer.Info.objgen[0]
        self.said_of_all = [(name.encode(), _source(root[name])) for name in SAID_OF_ALL if name in root]
        numbers = list(structure.ParentTree.Nums)
        self.parents = [(int(key), _source(held)) for key, held in zip(numbers[::2], numbers[1::2], strict=True)]
        inside = set(self._reached((*self.pages, self.top)))
        self.slot = next((number for number in inside if self._is_slot(number)), 0)
        own = self._referring(inside)
        outside = (number for _, source in self.said_of_all for number in references(source))
        self.own = tuple(sorted(own - {self.slot}))
        self.shared = tuple(sorted((inside - own).union(self._reached((*outside, self.info)))))

    def source(self, number: int) -> bytes:
        """Return an object's source; of a stream, that of its dictionary."""
        held = self._pdf.get_object(number, 0)
        return _source(held.stream_dict if isinstance(held, pikepdf.Stream) else held, resolved=True)

    def content(self, number: int) -> bytes | None:
        """Return the bytes of a stream as they stand in the file; None for another object."""
        held = self._pdf.get_object(number, 0)
        return held.read_raw_bytes() if isinstance(held, pikepdf.Stream) else None

    def _reached(self, first: Iterable[int]) -> Iterator[int]:
        """Yield objects and all that they refer to, but not what they hang in."""
        seen = {self.node, self.root_of_tree}
        waiting = list(first)
        while waiting:
            number = waiting.pop()
            if number not in seen:
                seen.add(number)
                yield number
                waiting += references(self.source(number))

    def _referring(self, inside: set[int]) -> set[int]:
        """Return what belongs to one copy: pages, elements and links, and whatever refers to such."""
        referring: dict[int, set[int]] = {}
        for number in inside:
            for reference in references(self.source(number)):
                referring.setdefault(reference, set()).add(number)
        waiting = [number for number in inside if b"/StructParent" in self.source(number)]
        waiting += [*self.pages, self.top, self.slot]
        own: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number not in own:
                own.add(number)
                waiting += referring.get(number, ())
        return own - {0}

    def _is_slot(self, number: int) -> bool:
        return len(self.content(number) or b"") == SLOT_BYTES and b"/Filter" not in self.source(number)


def numbered(numbers: Iterable[int], first: int) -> dict[int, int]:
    """Return a new number for each, from the first on."""
    return {number: new for new, number in enumerate(numbers, first)}


def references(source: bytes) -> list[int]:
    """Return the numbers of the objects that an object's source refers to."""
    return [int(found[4]) for found in _TOKEN.finditer(source) if found[4]]


def _source(held: pikepdf.Object, *, resolved: bool = False) -> bytes:
    return held.unparse(resolved=resolved) if isinstance(held, pikepdf.Object) else str(held).encode()
