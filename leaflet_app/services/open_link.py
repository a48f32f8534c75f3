"""Read a link from a patient record. Whoever wrote it may mean harm: it can choose, but never print or send."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, urlsplit

from leaflet_app.domain.errors import LinkNotUnderstood
from leaflet_app.domain.launch import INFOBUTTON_KEYS, LANGUAGE, OWN_KEYS, REFERENCE, TOPICS, Launch, launch_of
from leaflet_app.domain.library import Library

SCHEME = "leaflet"
LONGEST_LINK = 4_000
MOST_KEYS = 40


def link_of(topics: Sequence[str], reference: str = "", language: str = "") -> str:
    """Return a link of our own that asks for these topics."""
    asked = {TOPICS: ",".join(topics), REFERENCE: reference, LANGUAGE: language}
    return f"{SCHEME}:?" + "&".join(f"{key}={_quoted(text)}" for key, text in asked.items() if text)


def _quoted(text: str) -> str:
    """Write a text as a link holds it; bytes that are no text stay as they are, for the reader to refuse."""
    return quote(text, safe=",", errors="surrogatepass")


def is_link(word: str) -> bool:
    """Tell whether a word of the command line is a link of our own, as a browser hands it over."""
    return word.casefold().startswith(f"{SCHEME}:")


def read_link(untrusted: str, library: Library) -> Launch:
    """Return what a link asks for. Raises LinkNotUnderstood, UnknownTopic, TopicHasFaults, TopicRetired."""
    if len(untrusted) > LONGEST_LINK:
        raise LinkNotUnderstood(f"it is longer than {LONGEST_LINK:,} characters")
    try:
        link = urlsplit(untrusted)
        pairs = parse_qsl(link.query, keep_blank_values=True, errors="strict", max_num_fields=MOST_KEYS)
    except ValueError as fault:
        raise LinkNotUnderstood("it is damaged") from fault
    asked = dict(pairs)
    if len(asked) < len(pairs):
        raise LinkNotUnderstood("it asks twice for the same thing")
    if link.scheme == SCHEME and OWN_KEYS.issuperset(asked):
        return launch_of(asked, library)
    if link.scheme in {SCHEME, "http", "https"} and not INFOBUTTON_KEYS.isdisjoint(asked):
        return launch_of({key: asked[key] for key in INFOBUTTON_KEYS & asked.keys()}, library)
    raise LinkNotUnderstood("it asks for what no link may ask for")
