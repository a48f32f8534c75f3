"""Rules of plain language for a whole topic or shared text, one small function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from leaflet_app.domain.blocks import lines_of
from leaflet_app.domain.faults import Weight
from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.long_words import long_words
from leaflet_app.domain.readability import HARDEST_GRADE, Score, reading, score
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.library.addresses import TOPIC
from leaflet_app.library.printed import Said

MOST_PASSIVE = 0.25
FEWEST_SENTENCES = 12
"""Below so many sentences a share says nothing."""

Finding = tuple[int, str, str]
"""The line, what is wrong, and what to do."""

Rule = Callable[[Topic | SharedBlock, Sequence[Said], Glossary], Iterator[Finding]]
"""Looks at a text, at all it prints, and at the words that leaflets explain."""


def hard_prose(text: Topic | SharedBlock, said: Sequence[Said], _glossary: Glossary) -> Iterator[Finding]:
    """Find prose above grade 6, and the paragraph that does most to make it so."""
    prose = reading(text).prose
    if prose.grade > HARDEST_GRADE:
        paragraphs = ((score([each.words]), each.line) for each in said if each.is_prose)
        hardest, line = max(paragraphs, key=lambda pair: _burden(pair[0]), default=(prose, said[0].line))
        wrong = (
            f"the prose reads at grade {prose.grade:.1f} (age {prose.age:.0f}), this paragraph at {hardest.grade:.1f}"
        )
        yield line, wrong, f"begin here: shorter words and sentences, grade {HARDEST_GRADE:.0f} at most"


def unexplained_words(text: Topic | SharedBlock, said: Sequence[Said], glossary: Glossary) -> Iterator[Finding]:
    """Find long words that neither the text nor the glossary explains."""
    for number, word in long_words([each.words for each in said], glossary, tuple(_names(text))):
        yield said[number].line, f"the long word “{word}” is not explained", "say it plainly, or add it to the glossary"


def passive_prose(text: Topic | SharedBlock, said: Sequence[Said], _glossary: Glossary) -> Iterator[Finding]:
    """Find prose in which things are done by nobody."""
    prose = reading(text).prose
    if prose.sentences >= FEWEST_SENTENCES and prose.passive_share > MOST_PASSIVE:
        first = next((each for each in said if each.is_prose and score([each.words]).passives), said[0])
        yield first.line, f"{prose.passive_share:.0%} of the sentences are passive, this one first", "say who does what"


RULES: tuple[tuple[Weight, Rule], ...] = (
    (Weight.WARNING, hard_prose),
    (Weight.WARNING, unexplained_words),
    (Weight.WARNING, passive_prose),
)


def _names(text: Topic | SharedBlock) -> Iterator[str]:
    """Yield what a text is called and what it leads to: other topics, which explain themselves."""
    yield text.title
    yield from text.aliases if isinstance(text, Topic) else ()
    parts = text.sections if isinstance(text, Topic) else (text,)
    blocks = (block for each in parts for block in each.blocks)
    yield from (run.text for line in lines_of(blocks) for run in line if run.link.startswith(TOPIC))


def _burden(paragraph: Score) -> float:
    return (paragraph.grade - HARDEST_GRADE) * paragraph.words
