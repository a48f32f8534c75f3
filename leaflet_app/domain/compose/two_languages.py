"""Two leaflets that say the same in two languages become one: part beside part, each in its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from leaflet_app.domain.blocks import (
    Beside,
    Block,
    Box,
    Heading,
    InLanguage,
    Paragraph,
    QrCode,
    Run,
    TearOff,
    rewritten,
    texts,
)
from leaflet_app.domain.leaflet import Frame, Leaflet

_Part = TypeVar("_Part")
_Blocks = tuple[Block, ...]


class _Chunk(NamedTuple):
    """A heading, or a box, with what stands below it. Chunks of one key say the same."""

    key: str
    blocks: _Blocks


class _Langs(NamedTuple):
    """The language at the left, and the leaflet's own at the right, with the words by which each names a page."""

    first: InLanguage
    own: InLanguage

    def beside(self, left: Iterable[Block], right: Iterable[Block]) -> Beside:
        """Return two parts beside each other."""
        return Beside((replace(self.first, blocks=tuple(left)), replace(self.own, blocks=tuple(right))))


def in_two(own: Leaflet, other: Leaflet) -> Leaflet:
    """Return the leaflet with the other, which says the same, beside it: the other at the left, and read first.

    What stands in the own leaflet in the other's language is printed once, on the other's side.
    """
    langs = _Langs(
        InLanguage(other.lang, (), other.page_reference),
        InLanguage(own.lang, (), own.page_reference),
    )
    left = _of_other(other.blocks, other.lang)
    return replace(
        own,
        blocks=tuple(_paired(left, own.blocks, langs)),
        beside=Frame(other.lang, other.title, other.purpose, other.footer),
        needs_review=own.needs_review or other.needs_review,
    )


def anchor_of_other(anchor: str, lang: str) -> str:
    """Return the name of a heading at the left: that at the right keeps the one that both had."""
    return f"{lang}:{anchor}"


def _of_other(blocks: Iterable[Block], lang: str) -> _Blocks:
    """Return blocks whose headings, and links to them, have names of their own."""
    named = rewritten(blocks, lambda text: tuple(_linked(run, lang) for run in text))
    return tuple(_named(block, lang) for block in named)


def _linked(run: Run, lang: str) -> Run:
    return replace(run, link=f"#{anchor_of_other(run.link[1:], lang)}") if run.link.startswith("#") else run


def _named(block: Block, lang: str) -> Block:
    match block:
        case Heading():
            return replace(block, anchor=anchor_of_other(block.anchor, lang))
        case Box() | InLanguage() | TearOff():
            return replace(block, blocks=tuple(_named(each, lang) for each in block.blocks))
        case _:
            return block


def _paired(left: Iterable[Block], right: Iterable[Block], langs: _Langs) -> Iterator[Block]:
    """Yield two leaflets' blocks as one row of blocks, chunk beside chunk."""
    first = tuple(_chunks(left, f"{langs.first.lang}:"))
    own = tuple(_chunks(_loose(right, langs.first.lang), f"{langs.first.lang}:"))
    for here, there in _matched(first, own, [each.key for each in first], [each.key for each in own]):
        yield from _rows(here.blocks if here else (), there.blocks if there else (), langs)


def _chunks(blocks: Iterable[Block], prefix: str) -> Iterator[_Chunk]:
    """Cut blocks before each heading and each box; a heading at the left is known by what stands after `prefix`."""
    key, held = "", list[Block]()
    for block in blocks:
        opened = _key(block, prefix)
        if opened and held:
            yield _Chunk(key, tuple(held))
        if opened:
            key, held = opened, []
        held.append(block)
    if held:
        yield _Chunk(key, tuple(held))


def _key(block: Block, prefix: str) -> str:
    """Return what a block that opens a chunk is known by; nothing for one that does not."""
    match block:
        case Heading(anchor=anchor):
            return f"heading {anchor.removeprefix(prefix)}"
        case InLanguage(blocks=(Heading(anchor=anchor), *_)):
            return f"heading {anchor.removeprefix(prefix)}"
        case Box(tone=tone):
            return f"box {tone.value}"
        case TearOff():
            return type(block).__name__
        case _:
            return ""


def _rows(left: _Blocks, right: _Blocks, langs: _Langs) -> Iterator[Block]:
    """Yield the blocks of two chunks side by side; a box or a sheet that both open with is one for both."""
    match (left[:1], right[:1]):
        case ((Box() as first,), (Box() as own,)):
            yield replace(own, blocks=tuple(_inside(first.blocks, own.blocks, langs)))
        case ((TearOff() as leaf,), (TearOff() as its,)):
            yield TearOff(tuple(_paired(leaf.blocks, its.blocks, langs)))
        case ((Box() | TearOff() as alone,), ()) | ((), (Box() | TearOff() as alone,)):
            here, there = (alone.blocks, ()) if left else ((), alone.blocks)
            yield replace(alone, blocks=tuple(_paired(here, there, langs)))
        case _:
            yield from _beside(left, right, langs)
            return
    yield from _beside(left[1:], right[1:], langs)


def _inside(left: _Blocks, right: _Blocks, langs: _Langs) -> Iterator[Block]:
    """Yield what a box holds; a square code is the same for both."""
    codes = [block for block in right if isinstance(block, QrCode)]
    yield from _paired(
        [block for block in left if not isinstance(block, QrCode)],
        [block for block in right if not isinstance(block, QrCode)],
        langs,
    )
    yield from codes


def _beside(left: Sequence[Block], right: Sequence[Block], langs: _Langs) -> Iterator[Beside]:
    """Yield what stands below one heading, kind by kind."""
    first, own = _on_its_side(left, right)
    here, there = [each.kind for each in first], [each.kind for each in own]
    for one, other in _matched(first, own, here, there):
        yield langs.beside((one.block,) if one else (), (other.block,) if other else ())


class _Placed(NamedTuple):
    """A block on its side, and what kind of block it stands beside."""

    kind: str
    block: Block


def _on_its_side(left: Sequence[Block], right: Sequence[Block]) -> tuple[list[_Placed], list[_Placed]]:
    """Put what the own leaflet says in the other's language on the other's side, once."""
    first = [_Placed(_kind(block), block) for block in left]
    own: list[_Placed] = []
    said, at = set(texts(left)), 1 if first and isinstance(first[0].block, Heading) else 0
    for block in right:
        if not isinstance(block, InLanguage):
            own.append(_Placed(_kind(block), block))
        elif said.issuperset(texts(block.blocks)):
            at = max(at, *(number for number, each in enumerate(first, 1) if each.block in block.blocks), at)
        else:
            kind = f"said in both {len(own)}"
            if own and isinstance(own[-1].block, Paragraph):
                own[-1] = own[-1]._replace(kind=kind)
            at = max(at, min(len(own) - 1, len(first)))
            first.insert(at, _Placed(kind, block.blocks[0]))
            at += 1
    return first, own


def _loose(blocks: Iterable[Block], lang: str) -> Iterator[Block]:
    """Yield blocks with each that is in the other's language by itself."""
    for block in blocks:
        if isinstance(block, InLanguage):
            yield from (InLanguage(lang, _of_other((each,), lang)) for each in block.blocks)
        else:
            yield block


def _kind(block: Block) -> str:
    """Say what kind of block it is; lists of another length are no less the same list."""
    return type(block).__name__


def _matched(
    first: Sequence[_Part], own: Sequence[_Part], here: Sequence[str], there: Sequence[str]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Yield the parts of both sides in order, those of one key together."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (most leaflets are in one language)

    for step, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if step == "equal":
            yield from zip(first[a:b], own[c:d], strict=True)
        else:
            yield from zip_longest(first[a:b], (), fillvalue=None)
            yield from ((None, each) for each in own[c:d])
