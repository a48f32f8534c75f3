"""What changed between two leaflets of one selection, and the page that tells it to whoever has the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain, groupby
from typing import NamedTuple

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Definitions,
    Glance,
    Heading,
    Holder,
    InLanguage,
    OwnPage,
    Paragraph,
    Run,
    Tone,
    flat,
    plain,
    runs,
    texts,
    words,
)
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.sentences import sentences
from leaflet_app.domain.value import value
from leaflet_app.domain.wording import Wording

ANCHOR = "changed"

NOT_TOLD = frozenset(("review", "sources"))
"""Parts that tell what a leaflet rests on; a person who reads it does nothing differently for them."""


ENDS_WITH_ITSELF = "body-map"
"""A part below which others stand that are no parts of it, and bear no heading."""


class Sentence(NamedTuple):
    """A sentence, and its language where that is not the leaflet's."""

    text: str
    lang: str = ""


@value
class Change:
    """Sentences that follow each other in a part, before and now; either may be none."""

    before: tuple[Sentence, ...]
    now: tuple[Sentence, ...]


@value
class ChangedPart:
    """A part of a leaflet by its anchor and title. `is_new` and `is_gone` tell of the part as a whole.

    `lang` is the language of the title where that is not the leaflet's.
    """

    anchor: str
    title: str
    lang: str
    changes: tuple[Change, ...]
    is_new: bool = False
    is_gone: bool = False


class _Part(NamedTuple):
    title: Sentence
    said: list[Sentence]


def changes(old: Leaflet, new: Leaflet) -> tuple[ChangedPart, ...]:
    """Return the parts that say something else: those of the new leaflet in its order, then those that are gone."""
    before, now = _parts(old), _parts(new)
    found = [_compared(anchor, before.get(anchor), part) for anchor, part in now.items()]
    gone = (
        ChangedPart(anchor, *part.title, (Change(tuple(part.said), ()),), is_gone=True)
        for anchor, part in before.items()
        if anchor not in now
    )
    return tuple(part for part in (*found, *gone) if part.changes)


def corrected(old: Leaflet, new: Leaflet, wording: Wording) -> Leaflet:
    """Return the new leaflet with a first page that says what has changed since the old one."""
    told = tuple(part for part in changes(old, new) if part.anchor not in NOT_TOLD)
    page = (
        Heading(wording.changed, 2, ANCHOR),
        Paragraph(words(wording.changed_what)),
        *_told(told, _Page(wording, _numbers(old, new))),
    )
    banner = [block for block in new.blocks[:1] if isinstance(block, Box) and block.tone is Tone.DRAFT]
    return replace(new, blocks=(OwnPage((*banner, *page)), *new.blocks[len(banner) :]))


class _Page(NamedTuple):
    """The set words of the page, and the numbers that must stay whole on it."""

    wording: Wording
    numbers: frozenset[str]

    def paragraph(self, said: str) -> Paragraph:
        """Return a paragraph in which no number is parted: in a text from right to left its halves would change."""
        whole = "|".join(map(re.escape, sorted(self.numbers, key=len, reverse=True)))
        parts = re.split(f"({whole})", said) if whole else [said]
        return Paragraph(tuple(Run(each, whole=each in self.numbers) for each in parts if each))

    def said(self, sentences_said: Iterable[Sentence], template: str) -> Iterator[Block]:
        """Yield sentences in a template; those of another language stand below its words, and run their own way."""
        for lang, group in groupby(sentences_said, key=lambda each: each.lang):
            said = " ".join(each.text for each in group)
            lead = template.replace("{text}", "").strip() if lang else ""
            if lead:
                yield self.paragraph(lead)
            yield from _apart(lang, self.paragraph(said if lang else template.replace("{text}", said)))

    def change(self, change: Change) -> Iterator[Block]:
        """Yield what is said now, then what it replaced."""
        yield from self.said(change.now, "{text}")
        yield from self.said(change.before, self.wording.changed_before if change.now else self.wording.changed_gone)


def _numbers(*leaflets: Leaflet) -> frozenset[str]:
    blocks = (block for leaflet in leaflets for block in flat(leaflet.blocks))
    return frozenset(run.text for block in blocks for run in runs(block) if run.whole)


def _told(parts: Iterable[ChangedPart], page: _Page) -> Iterator[Block]:
    told, wording = tuple(parts), page.wording
    if not told:
        yield page.paragraph(wording.changed_none)
    for part in told:
        yield from _apart(part.lang, Heading(part.title, 3, f"{ANCHOR}/{part.anchor}"))
        if part.is_new or part.is_gone:
            yield page.paragraph(wording.changed_new_part if part.is_new else wording.changed_gone_part)
        else:
            yield from chain.from_iterable(map(page.change, part.changes))


def _apart(lang: str, block: Block) -> tuple[Block, ...]:
    return (InLanguage(lang, (block,)),) if lang else (block,)


def _compared(anchor: str, before: _Part | None, now: _Part) -> ChangedPart:
    if before is None:
        return ChangedPart(anchor, *now.title, (Change((), tuple(now.said)),), is_new=True)
    titles = (before.title, now.title) if before.title != now.title else ()
    old, new = [*titles[:1], *before.said], [*titles[1:], *now.said]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = (Change(tuple(old[a:b]), tuple(new[c:d])) for step, a, b, c, d in steps if step != "equal")
    return ChangedPart(anchor, *now.title, tuple(found))


def _parts(leaflet: Leaflet) -> dict[str, _Part]:
    """Return what each part says, by its heading's anchor; what stands below no heading is a part of the title's."""
    named = Sentence(leaflet.title, leaflet.title_lang)
    parts = {"": _Part(named, [named, Sentence(leaflet.purpose, leaflet.title_lang)])}
    at, above = "", Heading("", 2, "")
    for block, lang in _spoken(leaflet.blocks, ""):
        heading = Heading(block.label, 3, f"{above.anchor}/glance") if isinstance(block, Glance) else block
        if isinstance(heading, Heading):
            at = heading.anchor
            is_within = heading.level > above.level and above.text
            title = f"{above.text}: {heading.text}" if is_within else heading.text
            above = above if heading.level > above.level else heading
            parts.setdefault(at, _Part(Sentence(title, lang), []))
            above = Heading("", 2, "") if above.anchor == ENDS_WITH_ITSELF else above
        if heading is not block or not isinstance(block, Heading):
            parts[at].said.extend(Sentence(each, lang) for each in _said_in(block))
    return parts


def _said_in(block: Block) -> Iterator[str]:
    """Yield the sentences of a block; a row of a table is one, its label with it."""
    if isinstance(block, Glance | Definitions):
        rows = block.rows if isinstance(block, Glance) else block.entries
        yield from (f"{label}{'' if label.endswith(('?', '؟')) else ':'} {plain(text)}" for label, text in rows)
    else:
        yield from (each for text in texts((block,)) for each in sentences(text))


def _spoken(blocks: Iterable[Block], lang: str) -> Iterator[tuple[Block, str]]:
    """Yield every block that holds no others, and its language where that is not the leaflet's.

    What stands below a box is no part of it: there the leaflet begins anew.
    """
    for block in blocks:
        if isinstance(block, Holder):
            yield from _spoken(block.blocks, block.lang if isinstance(block, InLanguage) else lang)
            if isinstance(block, Box):
                yield Heading("", 2, ""), ""
        else:
            yield block, lang
