"""What a leaflet is called: its title and purpose, its band, its version and its code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leaflet_app.domain.compose.phrasing import say_list
from leaflet_app.domain.leaflet import Band
from leaflet_app.domain.library import Library
from leaflet_app.domain.passport import passport
from leaflet_app.domain.practice import Practice
from leaflet_app.domain.topic import Topic
from leaflet_app.domain.wording import Wording

LONGEST_TITLE = 60


class Named(NamedTuple):
    """What a leaflet is called."""

    title: str
    title_lang: str
    purpose: str
    band: Band
    version: str


def version(topics: Sequence[Topic]) -> str:
    """Name the version of all topics, or the oldest and the newest: the footer is one line, the review names each."""
    versions = sorted(
        {topic.review.version for topic in topics}, key=lambda each: [int(part) for part in each.split(".")]
    )
    return versions[0] if len(versions) == 1 else f"{versions[0]}–{versions[-1]}"


def title(topics: Sequence[Topic], wording: Wording) -> str:
    """Join the titles where they read well as one; a question, or a title with its own "and", would not."""
    titles = [topic.title for topic in topics]
    joined = say_list(titles, wording)
    joint = wording.listed.format(first="", last="")
    are_plain = not any(joint in title or set("?:,;؟،؛") & set(title) for title in titles)
    is_spoken = all(topic.lang == wording.lang for topic in topics)
    reads_well = are_plain and is_spoken and len(joined) <= LONGEST_TITLE
    return joined if len(titles) == 1 or reads_well else wording.several_title


def title_lang(topics: Sequence[Topic], wording: Wording) -> str:
    """Return the language of the one topic that names the leaflet; nothing where it is the leaflet's own."""
    return topics[0].lang if len(topics) == 1 and topics[0].lang != wording.lang else ""


def purpose(topics: Sequence[Topic], wording: Wording) -> str:
    """Say for whom the one topic is, or name them all."""
    if len(topics) == 1:
        return topics[0].purpose
    return wording.several_purpose.format(topics=" · ".join(topic.title for topic in topics))


def band(practice: Practice) -> Band:
    """Return the words of the header band."""
    person = " · ".join(filter(None, (practice.consultant_name if practice.name else "", practice.consultant_role)))
    return Band(practice.publisher, person, practice.brand)


def named(topics: Sequence[Topic], library: Library) -> Named:
    """Return what the leaflet of these topics is called."""
    wording = library.wording
    return Named(
        title=title(topics, wording),
        title_lang=title_lang(topics, wording),
        purpose=purpose(topics, wording),
        band=band(library.practice),
        version=version(topics),
    )


def code(words: Iterable[str]) -> str:
    """Return the passport of a leaflet's words: any other word makes it another, and so does their order."""
    digest = hashlib.sha256("\n".join(words).encode()).digest()
    return passport(int.from_bytes(digest[:4], "big"))


def words_around(named: Named, wording: Wording) -> tuple[str, ...]:
    """Return the words above, below and beside the blocks."""
    band = named.band
    above = (named.title, named.purpose, band.name, band.person, band.brand.logo_alt)
    return (*above, named.version, wording.footer, wording.page_reference, wording.left_blank)
