"""The order of a leaflet, and the rules that hold for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from leaflet_app.domain.blocks import Block, Paragraph, words
from leaflet_app.domain.bounds import check_typed
from leaflet_app.domain.compose import addressing, body, closing, diagrams, naming, opening
from leaflet_app.domain.compose.body import IMAGES
from leaflet_app.domain.compose.detail import at_detail, leaves_figures_out, people_in
from leaflet_app.domain.compose.languages import apart, stale, told_apart
from leaflet_app.domain.compose.links import resolved
from leaflet_app.domain.compose.naming import Named
from leaflet_app.domain.compose.parts import Fixed, Varying, for_nobody, in_order, said, signed
from leaflet_app.domain.compose.summary import in_short
from leaflet_app.domain.compose.two_languages import in_two
from leaflet_app.domain.errors import LanguageNotBeside, NothingChosen, SectionMustStay, UnknownSection
from leaflet_app.domain.facts import Fact, Source
from leaflet_app.domain.languages import ENGLISH, Translated
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.review import Review
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.domain.topic import SectionKey, SharedBlock, Topic
from leaflet_app.domain.typed import typed, typed_line

TOPIC_PARTS = ("glance", "more", "support")
"""Parts that no author types and a clinician may leave out, of one topic or of all."""

LEAFLET_PARTS = ("glossary", "sources")
"""Parts that no author types and a clinician may leave out, for all topics together."""

GENERATED_PARTS = (*TOPIC_PARTS, IMAGES, *LEAFLET_PARTS)

MUST_STAY = (SectionKey.URGENT.value, "contact", "about", "review", "disclaimer")
"""Parts that are always printed."""

Translations = tuple[tuple[str, Translated | None], ...]
"""Each printed text's title, and what it is a translation of."""

Reviews = tuple[tuple[str, Review], ...]
"""Each printed text's title and review."""


class Basis(NamedTuple):
    """What a leaflet rests on: the title and review of every text, and every fact, that it prints."""

    reviews: Reviews
    facts: tuple[Fact, ...]


def compose(library: Library, selection: Selection) -> Leaflet:
    """Join the chosen topics into one leaflet.

    Raises NothingChosen, UnknownTopic, TopicHasFaults, UnknownSection, SectionMustStay, LanguageNotOffered,
    LanguageNotBeside, UnknownPractice, UnknownDisclaimer, LeafletTooLong.
    """
    check_typed(selection)
    selection = _as_printed(selection)
    told = [_told(seen_by(library, each), each) for each in in_each_language(selection)]
    code = naming.code(chain.from_iterable(each.words for each in told))
    own, *others = (_signed(each, selection, code) for each in told)
    return in_two(own, others[0]) if others else own


def in_each_language(selection: Selection) -> tuple[Selection, ...]:
    """Return the selection for each language that its leaflet is in, its own first. Raises LanguageNotBeside."""
    own = replace(selection, beside="")
    if selection.beside in {"", selection.language or ENGLISH}:
        return (own,)
    if selection.beside != ENGLISH and selection.language not in {"", ENGLISH}:
        raise LanguageNotBeside(selection.beside)
    other = replace(own, language=selection.beside)
    return (own, other) if selection.beside == ENGLISH else (other, own)


class Told(NamedTuple):
    """What a leaflet says in one language. `words` are what it says to everyone on every day."""

    library: Library
    named: Named
    fixed: Fixed
    varying: Varying
    words: tuple[str, ...]
    awaits: bool


def _told(library: Library, selection: Selection) -> Told:
    topics = tuple(library.topic(each) for each in selection.topics)
    if not topics:
        raise NothingChosen
    _check_left_out(topics, selection)
    in_figures = in_short(library, selection)
    reviews = _reviews(in_figures, selection)
    awaits = [not library.wording.is_checked, *(its.is_locked for _, its in _stale(in_figures, selection))]
    named = naming.named(topics, in_figures)
    spoken = at_detail(in_figures, selection)
    resting = _resting(in_figures, spoken, selection)
    for_everyone = _varying(spoken, for_nobody(selection), resting)
    fixed = _fixed(spoken, selection, reviews, resting, for_everyone.drawn)
    impersonal = said(in_order(fixed, for_everyone, is_summary=selection.is_summary))
    return Told(
        library,
        named,
        fixed,
        _varying(spoken, selection, resting),
        (*naming.words_around(named, library.wording), *impersonal),
        any(awaits) or not all(review.is_approved for _, review in reviews),
    )


def _signed(told: Told, selection: Selection, code: str) -> Leaflet:
    """Return the leaflet with its code."""
    named, wording = told.named, told.library.wording
    return Leaflet(
        title=named.title,
        purpose=named.purpose,
        for_person=addressing.for_person(selection.recipient, wording),
        lang=wording.lang,
        band=named.band,
        blocks=resolved(in_order(signed(told.fixed, code), told.varying, is_summary=selection.is_summary)),
        code=code,
        version=named.version,
        footer=wording.footer.replace("{code}", code).replace("{version}", named.version),
        page_reference=wording.page_reference,
        left_blank=wording.left_blank,
        made_on=selection.made_on,
        needs_review=told.awaits,
        is_summary=selection.is_summary,
        title_lang=named.title_lang,
        edition=told.library.edition,
    )


def seen_by(library: Library, selection: Selection) -> Library:
    """Return the library as the leaflet of a selection sees it: its practice, disclaimer and language.

    Raises UnknownPractice, UnknownDisclaimer, LanguageNotOffered.
    """
    return library.bearing(selection.practice, selection.disclaimer).in_language(selection.language)


def basis(library: Library, selection: Selection) -> Basis:
    """Return what the leaflet of a selection rests on. Raises as compose does."""
    printed = [(in_short(seen_by(library, each), each), each) for each in in_each_language(selection)]
    facts = (fact for each, chosen in printed for fact in _facts(at_detail(each, chosen), chosen))
    reviews = (review for each, chosen in printed for review in _reviews(each, chosen))
    return Basis(tuple(reviews), tuple(facts))


def printed_texts(library: Library, selection: Selection) -> tuple[Topic | SharedBlock, ...]:
    """Return every text that the leaflet of a selection prints, be it one line. Raises as compose does."""
    return tuple(
        text for each in in_each_language(selection) for text in _texts(in_short(seen_by(library, each), each), each)
    )


def printed_translations(library: Library, selection: Selection) -> Translations:
    """Return the title of every printed text, and what it is a translation of. Raises as compose does."""
    return tuple(
        text
        for each in in_each_language(selection)
        for text in _translated(in_short(seen_by(library, each), each), each)
    )


class Resting(NamedTuple):
    """The facts that a leaflet prints, the numbers of their sources, and whether it says some in words instead."""

    facts: Sequence[Fact]
    numbers: Mapping[Source, int]
    figures_left_out: bool


def _resting(in_figures: Library, library: Library, selection: Selection) -> Resting:
    facts = _facts(library, selection)
    numbers = {} if selection.is_summary or "sources" in selection.without else _source_numbers(facts)
    figures_left_out = leaves_figures_out(_facts(in_figures, selection), selection)
    return Resting(facts, numbers, figures_left_out=figures_left_out)


def _fixed(
    library: Library, selection: Selection, reviews: Reviews, resting: Resting, drawn: tuple[Block, ...]
) -> Fixed:
    """Return what is so for everyone; words are explained that stand in these parts or on these drawings."""
    wording, practice = library.wording, library.practice
    topics = tuple(library.topics[each] for each in selection.topics)
    out_of = people_in(resting.facts) if selection.detail is Detail.PICTURES else 0
    setting = body.Setting(library, selection, resting.numbers, out_of)
    opened = tuple(opening.get_help_fast(topics, library))
    main = (*_topics(topics, setting), *_shared(library, topics, selection))
    asked = tuple(closing.questions(library, topics, selection))
    is_draft = not all(review.is_approved for _, review in reviews)
    is_torn_off = bool(selection.tear_off and asked)
    return Fixed(
        banner=tuple(opening.banner(library, is_draft=is_draft, stale=_stale(library, selection))),
        opened=opened,
        topics=main,
        asked=asked,
        glossary=tuple(closing.glossary(library, (*opened, *drawn, *main, *asked), selection)),
        contact=closing.contact(practice, wording, is_summary=selection.is_summary),
        about=tuple(closing.about(library)),
        torn_off=(closing.tear_off(asked, practice, wording),) if is_torn_off else (),
    )


def _varying(library: Library, selection: Selection, resting: Resting) -> Varying:
    topics = tuple(library.topics[each] for each in selection.topics)
    return Varying(
        note=(opening.note(selection.note, library.wording),) if selection.note else (),
        drawn=tuple(diagrams.body_map(library, topics, selection)) if selection.body_map else (),
        support=tuple(closing.support(library, topics, selection)),
        standing=tuple(_standing(library, selection, resting)),
    )


def _standing(library: Library, selection: Selection, resting: Resting) -> Iterator[Block]:
    """Yield what the leaflet rests on and how it stands, below the disclaimer."""
    wording = library.wording
    privacy = library.practice.privacy if selection.recipient != Recipient() else ""
    yield from closing.below_about(library, privacy)
    if resting.figures_left_out:
        yield Paragraph(words(wording.figures_left_out))
    if not selection.is_summary:
        yield from closing.sources(resting.numbers, wording, left_out="sources" in selection.without)
    yield from closing.review(library, _texts(library, selection), selection.made_on)


def _topics(topics: Sequence[Topic], setting: body.Setting) -> Iterator[Block]:
    said: set[str] = set()
    drawn: set[str] = set()
    for topic in topics:
        recaps = [each for each in _recapped(setting.library, (topic,), setting.selection) if each.id not in said]
        said.update(each.id for each in recaps)
        images = [] if setting.selection.leaves_out(topic.id, IMAGES) else [i for i in topic.images if i not in drawn]
        drawn.update(images)
        library = setting.library.worded_in(topic.lang)
        lines = (block for each in recaps for block in apart(each.lang, _recap(each), library.wording))
        drawings = apart(ENGLISH, (diagrams.drawing(library.diagrams[each]) for each in images), library.wording)
        blocks = body.topic_blocks(topic, replace(setting, library=library), (*lines, *drawings))
        yield from told_apart(topic.lang, blocks, setting.library)


def _recap(topic: Topic) -> tuple[Block, ...]:
    return (Paragraph(words(topic.recap)),)


def _recapped(library: Library, topics: Sequence[Topic], selection: Selection) -> Iterator[Topic]:
    """Yield the topics of which the leaflet prints only one line, because these topics need them."""
    for each in dict.fromkeys(needed for topic in topics for needed in topic.needs):
        if library.is_offered(each) and each not in selection.topics and library.topics[each].recap:
            yield library.topics[each]


def _shared(library: Library, topics: Sequence[Topic], selection: Selection) -> Iterator[Block]:
    return body.more_blocks(body.shared_by(library, topics, selection), library)


def _check_left_out(topics: Sequence[Topic], selection: Selection) -> None:
    keys = {topic.id: _keys(topic) for topic in topics}
    whole = set(LEAFLET_PARTS).union(*keys.values())
    single = {f"{topic_id}/{key}" for topic_id, its_own in keys.items() for key in its_own}
    for key in sorted(selection.without):
        if key.rpartition("/")[2] in MUST_STAY:
            raise SectionMustStay(key)
        if key not in whole | single:
            raise UnknownSection(key, sorted(whole - set(MUST_STAY)))


def _keys(topic: Topic) -> set[str]:
    """Name the parts of one topic."""
    asked = (SectionKey.QUESTIONS.value,) if topic.questions or topic.bank else ()
    drawn = (IMAGES,) if topic.images or topic.pictures else ()
    return {*TOPIC_PARTS, *drawn, *asked, *(section.key.value for section in topic.sections)}


def _reviews(library: Library, selection: Selection) -> Reviews:
    """Return the title and review of every text that is printed."""
    return tuple((text.title, text.review) for text in _texts(library, selection))


def _texts(library: Library, selection: Selection) -> tuple[Topic | SharedBlock, ...]:
    topics = tuple(library.topic(each) for each in selection.topics)
    return (*topics, *_recapped(library, topics, selection), *body.shared_by(library, topics, selection))


def _translated(library: Library, selection: Selection) -> Translations:
    """Return the title of every text that is printed, and what it is a translation of."""
    about = (library.wording.about, library.disclaimer.translated)
    return (*((text.title, text.translated) for text in _texts(library, selection)), about)


def _stale(library: Library, selection: Selection) -> tuple[tuple[str, Translated], ...]:
    return stale(_translated(library, selection))


def _facts(library: Library, selection: Selection) -> list[Fact]:
    """Return every fact that the leaflet prints."""
    topics = [library.topics[each] for each in selection.topics]
    facts = [fact for topic in topics for fact in body.printed_facts(topic, selection)]
    facts += (fact for block in body.shared_by(library, topics, selection) for fact in body.shared_facts(block))
    return facts


def _source_numbers(facts: Iterable[Fact]) -> dict[Source, int]:
    once = dict.fromkeys(source for fact in facts for source in fact.sources)
    return {source: number for number, source in enumerate(once, 1)}


def _as_printed(selection: Selection) -> Selection:
    """Return the selection with each topic once and the words for this person fit to print."""
    person = addressing.fit_to_print(selection.recipient)
    topics = tuple(dict.fromkeys(selection.topics))
    note, body_note = typed(selection.note), typed_line(selection.body_note)
    return replace(selection, topics=topics, note=note, recipient=person, body_note=body_note)
