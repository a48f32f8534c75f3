"""What a leaflet is called: its title and purpose, its band, its version and its code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from leaflet_app.domain.compose.phrasing import say_list
from leaflet_app.domain.leaflet import Band
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import Practice
from leaflet_app.domain.review import Review
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Topic
from leaflet_app.domain.wording import Wording

LONGEST_TITLE = 60
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to misread


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


def code(library: Library, reviews: Iterable[tuple[str, Review]], selection: Selection) -> str:
    """Name the leaflet's text: the same topics, versions and parts give the same code; no personal part counts."""
    parts = (
        *selection.topics,
        *sorted(selection.without),
        selection.detail.value,
        "" if not selection.without_outlook else "without outlook",
        *(("body-map",) if selection.body_map else ()),
        *(("summary",) if selection.is_summary else ()),
        *(("tear-off",) if selection.tear_off else ()),
        *((library.wording.lang,) if library.english else ()),
        *(f"{title}@{review.version}" for title, review in reviews),
    )
    number = int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest()[:4], "big")
    return "CL-" + "".join(_CODE_LETTERS[number >> shift & 31] for shift in range(0, 30, 5))
