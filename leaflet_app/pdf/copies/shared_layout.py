"""The layout that many copies in one file share: what stands in the file once, and templates of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.pdf.copies.copy_parts import CopyParts, Key, Own, Part, Template, numbered, parsed, template
from leaflet_app.pdf.file.written import stream_source


class SharedLayout:
    """What the copies of one layout share, and a template of everything that each has of its own.

    A copy's own objects are, in this order: its page node, its parts, a blank page where its last sheet has an empty
    back, its leaf of the ParentTree, and its slot. `node`, `page`, `top` and `tree` are the places of some of them.
    `document` and `all_pages` are the numbers of what all copies hang in; shared objects are numbered from `first` on.
    """

    def __init__(self, pdf: bytes, first: int, document: int, all_pages: int) -> None:
        self._parts = parts = CopyParts(pdf)
        self._document, self._all_pages = document, all_pages
        self._shared = numbered(parts.shared, first)
        self._own = numbered((parts.node, *parts.own), 0)
        self._blanks = [len(self._own)] if len(parts.pages) % 2 else []
        self.tree = len(self._own) + len(self._blanks)
        self._own[parts.slot] = self.tree + 1
        self.node, self.page, self.top = (self._own[each] for each in (parts.node, parts.pages[0], parts.top))
        self.info = self._shared[parts.info]
        self.pages = len(parts.pages) + len(self._blanks)
        self.keys = 1 + max(key for key, _ in parts.parents)
        blanks = (self._blank_page() for _ in self._blanks)
        self.templates = (self._node(), *map(self._template, parts.own), *blanks, self._parent_tree())

    def shared_objects(self) -> Iterator[tuple[int, bytes]]:
        """Yield what stands in the file once, by its new number."""
        for number, new in self._shared.items():
            source, content = self._plain(number), self._parts.content(number)
            yield new, source if content is None else stream_source(source, content)

    def catalog(self) -> bytes:
        """Return what a catalog says of the copies: their language, their standards, how to show them."""
        return b"".join(b"%b %b" % (name, self._plain_source(source)) for name, source in self._parts.said_of_all)

    def _plain(self, number: int) -> bytes:
        return self._plain_source(self._parts.source(number))

    def _plain_source(self, source: bytes) -> bytes:
        return b"".join(part for part in parsed(source, self._stands_for) if isinstance(part, bytes))

    def _stands_for(self, number: int) -> Part:
        """Return what a reference becomes."""
        if number == self._parts.root_of_tree:
            return b"%d" % self._document
        return Own(self._own[number]) if number in self._own else b"%d" % self._shared[number]

    def _template(self, number: int) -> Template:
        source = self._parts.source(number)
        if number == self._parts.top:
            source = source.replace(b"/S /Document", b"/S /Part", 1)
        return template(parsed(source, self._stands_for))

    def _node(self) -> Template:
        parts: list[Part] = [b"<</Type/Pages/Parent %d 0 R/Kids[" % self._all_pages]
        for place in (*(self._own[page] for page in self._parts.pages), *self._blanks):
            parts += [Own(place), b" 0 R "]
        return template([*parts, b"]/Count %d>>" % self.pages])

    def _blank_page(self) -> Template:
        box = self._parts.media_box
        return template([b"<</Type/Page/Parent ", Own(self.node), b" 0 R/MediaBox %b/Resources<<>>>>" % box])

    def _parent_tree(self) -> Template:
        keys = [key for key, _ in self._parts.parents]
        held: list[Part] = []
        for key, source in self._parts.parents:
            held += [b" ", Key(key), b" ", *parsed(source, self._stands_for)]
        limits: list[Part] = [b"<</Limits[", Key(min(keys)), b" ", Key(max(keys)), b"]/Nums["]
        return template([*limits, *held, b"]>>"])
