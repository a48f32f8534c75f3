"""What comes last: questions, words explained, who can help, contact, and what the leaflet rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Heading,
    Numbered,
    Paragraph,
    QrCode,
    Questions,
    Run,
    TearOff,
    Text,
    Tone,
    bare_address,
    plain,
    texts,
    words,
)
from leaflet_app.domain.compose.languages import apart, by_language, english_in, in_both, told_apart
from leaflet_app.domain.compose.phrasing import fill, say_date
from leaflet_app.domain.facts import Source
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.phones import ringing
from leaflet_app.domain.practice import Practice
from leaflet_app.domain.review import Review
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.sentences import ended
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.wording import Wording

MOST_QUESTIONS = 12


def questions(library: Library, topics: Sequence[Topic], selection: Selection) -> Iterator[Block]:
    """Yield the questions of all topics, own ones first, each once, twelve at most."""
    asking = [topic for topic in topics if not selection.leaves_out(topic.id, "questions")]
    own = [(topic.lang, line) for topic in asking for line in topic.questions]
    banked = [library.bank[each] for topic in asking for each in topic.bank]
    listed = (*own, *((line[0].lang or library.wording.lang, line) for line in banked))
    once = {plain(line).casefold(): (lang, line) for lang, line in listed}
    if once:
        yield Heading(library.wording.questions, 2, "questions")
    for lang, lines in by_language(tuple(once.values())[:MOST_QUESTIONS], library.wording):
        yield from told_apart(lang, (Questions(lines),), library)


def glossary(library: Library, printed: Sequence[Block], selection: Selection) -> Iterator[Block]:
    """Yield the terms that really occur in what is printed."""
    if selection.is_summary or "glossary" in selection.without:
        return
    spoken = {each.wording.lang: each for each in (library, library.english) if each}
    used = {lang: each.glossary.used_in(texts(printed)) for lang, each in spoken.items()}
    if any(used.values()):
        yield Heading(library.wording.glossary, 2, "glossary")
    for lang, terms in used.items():
        entries = tuple((term.word, words(term.meaning)) for term in terms)
        yield from apart(lang, (Definitions(entries),) if entries else (), library.wording)


def support(library: Library, topics: Sequence[Topic], selection: Selection) -> Iterator[Block]:
    """Yield the organisations of all topics, those named most often first."""
    named = [each for topic in topics if not selection.leaves_out(topic.id, "support") for each in topic.support]
    order = sorted(dict.fromkeys(named), key=lambda each: -named.count(each))
    if order:
        yield Heading(library.wording.support, 2, "support")
        lines = (_organisation(library.organisations[each], library.wording, selection.made_on) for each in order)
        yield Bullets(tuple(lines))


def tear_off(asked: Sequence[Block], practice: Practice, wording: Wording) -> TearOff:
    """Put the questions on a sheet to take along, with the number to ring."""
    heading, *questions = asked
    said = Paragraph(words(wording.tear_off))
    return TearOff((heading, said, Paragraph(_number(practice, wording)), *questions))


def contact(practice: Practice, wording: Wording, *, is_summary: bool = False) -> Box:
    """Box the practice's contact details; empty ones vanish.

    On a summary a sentence says how to get the full leaflet, and there the web address stands.
    """
    names = " · ".join(filter(None, (practice.consultant_name, practice.qualifications, practice.consultant_role)))
    blocks: list[Block] = [Heading(wording.contact, 2, "contact")]
    blocks += (Paragraph(_english(line, wording)) for line in (practice.name, names) if line)
    full_leaflet = (_full_leaflet(practice.web_address, wording),) if is_summary else ()
    said = {run.link for line in full_leaflet for run in line if run.link}
    ways = (line for line in _ways(practice, wording) if said.isdisjoint(run.link for run in line))
    blocks += (Paragraph(line) for line in (*full_leaflet, *ways))
    notes = (words(practice.other_formats), words(practice.emergency_note, bold=True))
    blocks += apart(ENGLISH, (Paragraph(each) for each in notes if plain(each)), wording)
    if practice.web_address:
        alt = wording.qr_alt.format(address=practice.web_address)
        blocks.append(QrCode(practice.web_address, alt))
    return Box(Tone.CONTACT, tuple(blocks))


def about(library: Library) -> Iterator[Block]:
    """Yield the disclaimer in full."""
    disclaimer = library.disclaimer
    yield Heading(library.wording.about, 2, "about")
    said = disclaimer.said_by(library.practice, library.worded_in(disclaimer.lang).wording)
    yield from told_apart(disclaimer.lang, map(Paragraph, said), library)


def below_about(library: Library, privacy: str) -> Iterator[Block]:
    """Yield the version of the disclaimer, then the privacy note of a copy that names a person."""
    wording = library.wording
    yield Paragraph(words(wording.disclaimer_version.format(version=library.disclaimer.version)))
    if privacy:
        yield from apart(ENGLISH, (Paragraph(words(privacy)),), wording)


def review(library: Library, printed: Sequence[Topic | SharedBlock], on: date) -> Iterator[Block]:
    """Yield the state of every text, the date and where to send feedback: last, where the disclaimer says it is."""
    wording, feedback = library.wording, library.practice.feedback
    yield Heading(wording.review, 2, "review")
    yield Bullets(tuple(_reviewed(text, wording, on) for text in printed))
    if any(each.translated for each in (*printed, library.disclaimer)):
        yield from in_both(library, lambda each: each.english_counts)
    yield Paragraph(words(wording.made_on.format(date=say_date(on, wording))))
    if feedback:
        yield Paragraph(fill(wording.feedback, "address", (Run(feedback, link=_address(feedback)),)))


def sources(numbers: Mapping[Source, int], wording: Wording, *, left_out: bool) -> Iterator[Block]:
    """Yield the sources by number, or say that they can be asked for."""
    if left_out:
        yield Paragraph(words(wording.sources_left_out))
    elif numbers:
        yield Heading(wording.sources, 2, "sources")
        yield Numbered(tuple(_source(source, wording) for source in numbers))


def _organisation(organisation: Organisation, wording: Wording, on: date) -> Text:
    phone = organisation.phone_on(on)
    lang = english_in(wording)
    what = f". {ended(organisation.what)}"
    parts: list[Run] = [Run(organisation.name, bold=True, lang=lang), Run(what, lang=lang)]
    if phone:
        parts += (
            Run(f" {wording.phone}: "),
            _phone(phone),
            *_aside(organisation.hours, wording),
            Run(wording.full_stop),
        )
    if organisation.url:
        parts += (Run(" "), Run(bare_address(organisation.url), link=organisation.url))
    return tuple(parts)


def _full_leaflet(web_address: str, wording: Wording) -> Text:
    if not web_address:
        return words(wording.summary)
    return fill(wording.summary_web, "address", (Run(bare_address(web_address), link=web_address),))


def _number(practice: Practice, wording: Wording) -> Text:
    return (Run(f"{wording.phone}: "), _phone(practice.phone), *_aside(practice.phone_note, wording))


def _ways(practice: Practice, wording: Wording) -> Iterator[Text]:
    yield _number(practice, wording)
    labelled = (
        (wording.secretary, practice.secretary_name, ""),
        (wording.email, practice.email, f"mailto:{practice.email}"),
        (wording.contact_form, practice.contact_form, practice.contact_form),
        (wording.website, practice.website, practice.website),
        (wording.address, ", ".join(practice.address), ""),
        (wording.hours, practice.hours, ""),
        (wording.out_of_hours, practice.out_of_hours, ""),
        (wording.languages, practice.languages, ""),
    )
    for label, said, link in labelled:
        if said:
            yield (Run(f"{label}: "), Run(said, link=link, lang=english_in(wording)))


def _phone(number: str) -> Run:
    return Run(number, bold=True, link=ringing(number), whole=True)


def _address(said: str) -> str:
    return said if said.startswith("https://") else f"mailto:{said}"


def _reviewed(text: Topic | SharedBlock, wording: Wording, on: date) -> Text:
    said = _standing(text.review, wording, on)
    if text.lang == wording.lang:
        return words(said.replace("{title}", text.title, 1))
    return fill(said, "title", (Run(text.title, lang=text.lang),))


def _standing(review: Review, wording: Wording, on: date) -> str:
    """Say how a review stands; the text's `{title}` keeps its place."""
    title = "{title}"
    if not review.is_approved or review.last_reviewed is None or review.next_review is None:
        return wording.review_draft.format(title=title, version=review.version)
    template = wording.review_overdue if review.is_overdue(on) else wording.review_approved
    return template.format(
        title=title,
        version=review.version,
        reviewer=review.clinical_reviewer,
        reviewed=say_date(review.last_reviewed, wording),
        next=say_date(review.next_review, wording),
    )


def _source(source: Source, wording: Wording) -> Text:
    read = wording.source_read.format(date=say_date(source.accessed, wording))
    published = f", {source.published}" if source.published else ""
    said = f"{source.publisher}: {source.title}{published}"
    link = (Run(bare_address(source.url), link=source.url), Run(" ")) if source.url else ()
    return (*_english(ended(said), wording), Run(" "), *link, Run(f"({read})"))


def _aside(text: str, wording: Wording) -> Text:
    """Return English words in brackets; the space before them is not theirs, and stands where the line runs."""
    return (Run(" "), *_english(f"({text})", wording)) if text else ()


def _english(text: str, wording: Wording) -> Text:
    return (Run(text, lang=english_in(wording)),)
