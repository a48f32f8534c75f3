"""Everything a leaflet can be made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from leaflet_app.domain.blocks import Text, said_in
from leaflet_app.domain.diagrams import Diagram
from leaflet_app.domain.errors import (
    LanguageNotOffered,
    TopicHasFaults,
    TopicRetired,
    UnknownDisclaimer,
    UnknownPractice,
    UnknownTopic,
)
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.listed import Listed, Overlaid, Part, listed_in
from leaflet_app.domain.organisations import Organisation
from leaflet_app.domain.practice import FIRST_PRACTICE, STANDARD_DISCLAIMER, Disclaimer, Practice
from leaflet_app.domain.review import Status
from leaflet_app.domain.sets import TopicSet
from leaflet_app.domain.topic import Kind, SharedBlock, Site, Topic
from leaflet_app.domain.translations import Translations
from leaflet_app.domain.value import value
from leaflet_app.domain.wording import Wording


@value
class Library:
    """All topics that can be printed, what they share, and the faults of those that cannot.

    `faulty` maps the id of a topic to its faults; such a topic is not in `topics`. A retired one is, for the leaflets
    made from it before. `translations` maps a language to what is there in it; `english` is the library that this one
    is a translation of, None where it is in English itself. `practices` and `disclaimers` are all there are, by id;
    `practice` and `disclaimer` those that its leaflets bear. `edition` names exactly the bytes it was read from.
    """

    topics: Mapping[str, Topic]
    shared: Mapping[str, SharedBlock]
    glossary: Glossary
    organisations: Mapping[str, Organisation]
    bank: Mapping[str, Text]
    practice: Practice
    disclaimer: Disclaimer
    wording: Wording
    sets: tuple[TopicSet, ...] = ()
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    faulty: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    translations: Mapping[str, Translations] = field(default_factory=dict)
    english: Library | None = None
    practices: Mapping[str, Practice] = field(default_factory=dict)
    disclaimers: Mapping[str, Disclaimer] = field(default_factory=dict)
    edition: str = field(default="", compare=False)

    @property
    def offered(self) -> Mapping[str, Topic]:
        """Return the topics that a new leaflet may have by id: all but the retired ones."""
        return Part(self.topics, self.listed)

    @property
    def listed(self) -> Mapping[str, Listed]:
        """Return what lists show of the topics that a new leaflet may have, by id."""
        return {each: line for each, line in listed_in(self.topics).items() if line.is_offered}

    @property
    def offered_disclaimers(self) -> Mapping[str, Disclaimer]:
        """Return the disclaimers that a new leaflet may bear by id: all but the retired ones."""
        known = self.disclaimers or {self.disclaimer.id: self.disclaimer}
        return {each: disclaimer for each, disclaimer in known.items() if not disclaimer.is_retired}

    def is_offered(self, topic_id: str) -> bool:
        """Tell whether a new leaflet may have a topic."""
        return topic_id in self.topics and self.topics[topic_id].review.status is not Status.RETIRED

    def topic(self, topic_id: str) -> Topic:
        """Return a topic. Raises UnknownTopic, TopicHasFaults."""
        if topic_id in self.topics:
            return self.topics[topic_id]
        if topic_id in self.faulty:
            raise TopicHasFaults(topic_id, self.faulty[topic_id])
        raise UnknownTopic(topic_id, self._nearest(topic_id))

    def in_language(self, lang: str) -> Library:
        """Return the library as a leaflet in a language sees it; nothing named is English. Raises LanguageNotOffered.

        What nobody has translated stays in English and says so by its `lang`, or by that of its runs.
        """
        english = self.english or self
        if lang in ("", english.wording.lang):
            return english
        if lang not in english.translations:
            raise LanguageNotOffered(lang, (english.wording.lang, *english.translations))
        there = english.translations[lang]
        return replace(
            english,
            topics=Overlaid(english.topics, there.topics),
            shared=Overlaid(english.shared, there.shared),
            bank={
                **{each: said_in(text, english.wording.lang) for each, text in english.bank.items()},
                **there.bank,
            },
            glossary=there.glossary,
            disclaimer=there.disclaimers.get(english.disclaimer.id, english.disclaimer),
            wording=there.wording,
            english=english,
        )

    def bearing(self, practice: str, disclaimer: str) -> Library:
        """Return the library as leaflets of a practice see it; with nothing named of the first, with its disclaimer.

        Where that of a practice is retired, the standard one stands in.

        Raises UnknownPractice, UnknownDisclaimer.
        """
        english = self.english or self
        known = english.practices or {FIRST_PRACTICE: english.practice}
        if practice and practice not in known:
            raise UnknownPractice(practice, tuple(known))
        chosen = known[practice] if practice else english.practice
        notices = english.offered_disclaimers
        is_retired = chosen.disclaimer in english.disclaimers.keys() - notices.keys()
        notice = disclaimer or ("" if is_retired else chosen.disclaimer) or STANDARD_DISCLAIMER
        if notice not in notices:
            raise UnknownDisclaimer(notice, tuple(notices))
        bears = replace(english, practice=chosen, disclaimer=notices[notice])
        return bears.in_language(self.wording.lang) if self.english else bears

    def worded_in(self, lang: str) -> Library:
        """Return the same library with its set words in English where `lang` is, for a part that is in English."""
        return (
            self if lang == self.wording.lang or self.english is None else replace(self, wording=self.english.wording)
        )

    def by_site(self) -> Iterator[tuple[Site, tuple[Topic, ...]]]:
        """Yield each site that has topics to offer, with these by kind and title."""
        for site, lines in self.listed_by_site():
            yield site, tuple(self.topics[line.id] for line in lines)

    def listed_by_site(self) -> Iterator[tuple[Site, tuple[Listed, ...]]]:
        """Yield each site that has topics to offer, with what lists show of these, by kind and title."""
        kinds = {kind: rank for rank, kind in enumerate(Kind)}
        there: dict[Site, list[Listed]] = {site: [] for site in Site}
        for line in self.listed.values():
            there[line.site].append(line)
        for site, lines in there.items():
            if lines:
                yield site, tuple(sorted(lines, key=lambda line: (kinds[line.kind], line.title.casefold())))

    def placed(self, chosen: tuple[str, ...], topic_id: str) -> tuple[str, ...]:
        """Return the chosen ids with one more: after the last of its kind or of an earlier kind.

        Raises UnknownTopic, TopicHasFaults, TopicRetired.
        """
        if topic_id in chosen:
            return chosen
        topic = self.topic(topic_id)
        if not self.is_offered(topic_id):
            raise TopicRetired(topic.title)
        rank = list(Kind).index(topic.kind)
        ranks = [list(Kind).index(self.topic(each).kind) for each in chosen]
        at = max((index + 1 for index, each in enumerate(ranks) if each <= rank), default=0)
        return (*chosen[:at], topic_id, *chosen[at:])

    def _nearest(self, text: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415  (most topics are named as they are)

        names = {
            name.casefold(): topic.id
            for topic in self.offered.values()
            for name in (*topic.aliases, topic.title, topic.id)
        }
        near = get_close_matches(text.casefold(), names, n=1)
        return names[near[0]] if near else ""
