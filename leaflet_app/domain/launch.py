"""What a patient record may ask of the program: topics, a reference and a language, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from leaflet_app.domain.codes import Code, CodeSystem
from leaflet_app.domain.errors import LinkNotUnderstood
from leaflet_app.domain.library import Library
from leaflet_app.domain.recipients import LONGEST_REFERENCE
from leaflet_app.domain.typed import typed_line
from leaflet_app.domain.value import value

TOPICS, REFERENCE, LANGUAGE = "topics", "reference", "language"
OWN_KEYS = frozenset((TOPICS, REFERENCE, LANGUAGE))
"""What a link of our own may hold."""

CODE, SYSTEM, NAME = "mainSearchCriteria.v.c", "mainSearchCriteria.v.cs", "mainSearchCriteria.v.dn"
SPOKEN = "informationRecipient.languageCode.c"
INFOBUTTON_KEYS = frozenset((CODE, SYSTEM, NAME, SPOKEN))
"""What is read of an HL7 Infobutton request (URL-based implementation guide, release 4); the rest is passed over."""

MOST_TOPICS = 30
NO_LETTER = "\ufffd"
"""What stands where bytes were no text."""


@value
class Launch:
    """What a link asks for. `topics` were named by id and are ticked; `offered` only fit a code or a name.

    `asked` is the code and name as the record gave them, to be shown. `language` is empty where the library has no
    words in the one asked for, and `unknown_language` then tells which that was.
    """

    topics: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    asked: str = ""
    reference: str = ""
    language: str = ""
    unknown_language: str = ""


def launch_of(untrusted: Mapping[str, str], library: Library) -> Launch:
    """Return what the keys of a link ask for. Raises LinkNotUnderstood, UnknownTopic, TopicHasFaults, TopicRetired."""
    typed = {key: _line(text) for key, text in untrusted.items() if text}
    language = typed.get(LANGUAGE) or typed.get(SPOKEN, "")
    tag = _spoken(language, library)
    return Launch(
        topics=_named(typed.get(TOPICS, ""), library),
        offered=_coded(typed, library),
        asked=" · ".join(filter(None, (typed.get(CODE, ""), typed.get(NAME, "")))),
        reference=_reference(typed.get(REFERENCE, "")),
        language=tag or "",
        unknown_language=language if tag is None else "",
    )


def _line(untrusted: str) -> str:
    if NO_LETTER in untrusted or not all(letter.isprintable() for letter in untrusted):
        raise LinkNotUnderstood("it holds characters that cannot be shown")
    return typed_line(untrusted).strip()


def _named(ids: str, library: Library) -> tuple[str, ...]:
    """Return the topics of these ids in the order that a leaflet has them."""
    asked = tuple(dict.fromkeys(each.strip() for each in ids.split(",") if each.strip()))
    if len(asked) > MOST_TOPICS:
        raise LinkNotUnderstood(f"it names more than {MOST_TOPICS} topics")
    chosen: tuple[str, ...] = ()
    for each in asked:
        chosen = library.placed(chosen, each)
    return chosen


def _coded(typed: Mapping[str, str], library: Library) -> tuple[str, ...]:
    """Return the topics of just this name, then those that carry the code, the closest first."""
    carrying: dict[str, int] = {}
    if system := _system(typed.get(SYSTEM, "")):
        asked = Code(system, typed.get(CODE, "").upper())
        for topic in library.offered.values():
            for code in topic.codes:
                if code.holds(asked):
                    carrying[topic.id] = max(len(code.code), carrying.get(topic.id, 0))
    closest = sorted(carrying, key=lambda each: -carrying[each])
    return tuple(dict.fromkeys((*_called(typed.get(NAME, ""), library), *closest)))


def _called(name: str, library: Library) -> tuple[str, ...]:
    """Return the topics with exactly this title or other name."""
    said = name.casefold()
    return tuple(
        topic.id
        for topic in library.offered.values()
        if said and said in {each.casefold() for each in (topic.title, *topic.aliases)}
    )


def _system(identifier: str) -> CodeSystem | None:
    return next((each for each in CodeSystem if each.value == identifier), None)


def _reference(typed: str) -> str:
    if len(typed) > LONGEST_REFERENCE:
        raise LinkNotUnderstood(f"its reference has more than {LONGEST_REFERENCE} letters")
    return typed


def _spoken(language: str, library: Library) -> str | None:
    """Return the tag that the library has for a language, empty for its own; None where it has no words in it."""
    own = library.wording.lang
    if not language:
        return ""
    for tag in (own, *library.translations):
        if language.casefold() in {tag.casefold(), tag.partition("-")[0].casefold()}:
            return "" if tag == own else tag
    return "" if language.partition("-")[0].casefold() == own.partition("-")[0] else None
