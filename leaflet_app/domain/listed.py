"""What a list shows of a topic, without the rest of it: a large library would be slow to rebuild for a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar, runtime_checkable

from leaflet_app.domain.review import Status
from leaflet_app.domain.topic import Kind, Site, Topic
from leaflet_app.domain.value import value

_Value = TypeVar("_Value")


@value
class Listed:
    """One line of a list of topics."""

    id: str
    title: str
    purpose: str
    kind: Kind
    site: Site
    status: Status
    is_approved: bool

    @property
    def is_offered(self) -> bool:
        """Tell whether a new leaflet may have the topic."""
        return self.status is not Status.RETIRED


@runtime_checkable
class Listing(Protocol):
    """Topics that know what lists show of them, and wait with the rest."""

    @property
    def listed(self) -> Mapping[str, Listed]:
        """Return what lists show, by id."""
        ...


def line_of(topic: Topic) -> Listed:
    """Return what a list shows of a topic."""
    review = topic.review
    return Listed(topic.id, topic.title, topic.purpose, topic.kind, topic.site, review.status, review.is_approved)


def listed_in(topics: Mapping[str, Topic]) -> Mapping[str, Listed]:
    """Return what a list shows of topics; those that wait go on waiting."""
    return topics.listed if isinstance(topics, Listing) else {each: line_of(topics[each]) for each in topics}


class Part(Mapping[str, Topic]):
    """Some of the topics that there are, in their order."""

    def __init__(self, topics: Mapping[str, Topic], listed: Mapping[str, Listed]) -> None:
        self._topics = topics
        self.listed = listed

    def __getitem__(self, name: str) -> Topic:
        """Return a topic. Raises KeyError."""
        if name not in self.listed:
            raise KeyError(name)
        return self._topics[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether a topic is among them, and leave it waiting."""
        return name in self.listed

    def __iter__(self) -> Iterator[str]:
        """Yield the ids in order."""
        return iter(self.listed)

    def __len__(self) -> int:
        """Count them."""
        return len(self.listed)


class Overlaid(Mapping[str, _Value]):
    """Values by name, of which some are said in other words; none is touched before it is asked for."""

    def __init__(self, below: Mapping[str, _Value], above: Mapping[str, _Value]) -> None:
        self._below = below
        self._above = above

    def __getitem__(self, name: str) -> _Value:
        """Return a value. Raises KeyError."""
        return self._above[name] if name in self._above else self._below[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a value."""
        return name in self._below or name in self._above

    def __iter__(self) -> Iterator[str]:
        """Yield the names in order."""
        yield from self._below
        yield from (name for name in self._above if name not in self._below)

    def __len__(self) -> int:
        """Count the values."""
        return len(self._below.keys() | self._above.keys())
