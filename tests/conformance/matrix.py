"""One leaflet of everything that the program can print: each format, theme, language, option and kind of file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from typing import NamedTuple

from leaflet_app.domain.blocks import words
from leaflet_app.domain.compose import compose
from leaflet_app.domain.languages import ENGLISH, LANGUAGES
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.selection import Detail, Recipient
from leaflet_app.domain.topic import SectionKey, Site, TopicPicture
from leaflet_app.library.read import read_library
from leaflet_app.pdf.copies.master import SlotMaster
from leaflet_app.pdf.copies.one_file import BoundFile
from leaflet_app.pdf.protect import protect
from leaflet_app.pdf.render import render
from tests.builders import SHIPPED_FILES, a_selection
from tests.languages import a_leaflet_in
from tests.pdf.authors_pictures import a_drawing, a_photograph
from tests.pdf.rich import a_rich_leaflet

UA, A = "ua1", "2a"
"""PDF/UA-1 and PDF/A-2a, as validators name them."""

PASSWORD = "otter candle Łódź"  # noqa: S105

THEMES = tuple(Theme)
STANDARD = Look()

STAMPED = "For: Łukasz Ångström-O’Neill · (7\\8)"
ARAB = Recipient("محمد علي", "A1")

OPTIONS = {
    **{f"detail-{detail.value}": {"detail": detail} for detail in Detail},
    "without-outlook": {"detail": Detail.PICTURES, "without_outlook": True},
    "without-parts": {"without": frozenset({"questions", "glossary", "insulinoma/glance"})},
    "body-map": {"body_map": True},
    "body-map-marked": {"body_map": True, "body_mark": Site.LUNG, "body_note": "Yours is at the top."},
    "note": {"note": "Bring your diary.\n\nAnd a friend, if you like."},
    "recipient": {"recipient": Recipient("Zoë Łucka", "A1")},
    "tear-off": {"tear_off": True},
    "summary": {"is_summary": True},
    "summary-marked-tear-off": {"is_summary": True, "tear_off": True, "recipient": Recipient("Zoë Łucka")},
}
"""Each option of a selection, as the choices that turn it on."""


class Sample(NamedTuple):
    """A file to validate: its name, how it is made, which profiles it keeps, and the password that opens it."""

    name: str
    make: Callable[[], bytes]
    profiles: tuple[str, ...] = (UA, A)
    password: str = ""


@cache
def made(sample: Sample) -> bytes:
    """Return a sample's file, made once for all tests."""
    return sample.make()


@cache
def shipped() -> Library:
    """Return the shipped library with an address for every QR code."""
    library = read_library(SHIPPED_FILES)
    practice = replace(
        library.practice, website="https://example.org/leaflets", contact_form="https://example.org/contact"
    )
    return replace(library, practice=practice)


def samples() -> Iterator[Sample]:
    """Yield the whole matrix; each theme meets each format and each language."""
    for turn, page_format in enumerate(Format):
        look = Look(page_format, THEMES[turn % len(THEMES)])
        name = f"{page_format.value}-{look.theme.value}"
        yield _drawn(f"everything-{name}", a_rich_leaflet, look)
        yield Sample(f"copy-{name}", partial(_stamped, look))
        for further, language in enumerate(LANGUAGES):
            look = Look(page_format, THEMES[(turn + further) % len(THEMES)])
            name = f"{language.tag}-{page_format.value}-{look.theme.value}"
            yield _drawn(name, partial(a_leaflet_in, language.tag), look)
    for language in LANGUAGES[1:]:
        for page_format in (Format.STANDARD, Format.LARGE, Format.BOOKLET):
            name = f"{language.tag}-beside-english-{page_format.value}"
            both = partial(a_leaflet_in, language.tag, beside=ENGLISH, format=page_format, tear_off=True)
            yield _drawn(name, both, Look(page_format))
    for name, choices in OPTIONS.items():
        yield _drawn(name, partial(_chosen, "insulinoma", **choices))
    lent = partial(_chosen, "insulinoma", note="See → here, ✓ done. Дуа µ and μ.")
    yield _drawn("letters-lent-by-another-face", lent, Look(theme=Theme.LEGIBLE))
    yield _drawn("words-from-the-right", partial(_chosen, "insulinoma", note="محمد (1948) علي", recipient=ARAB))
    yield _drawn("all-topics", lambda: _chosen(*shipped().topics, body_map=True, detail=Detail.PICTURES))
    yield _drawn("authors-pictures", _pictured)
    yield _drawn("authors-pictures-in-ar-large", partial(_pictured, "ar"), Look(Format.LARGE, Theme.LEGIBLE))
    for page_format in (Format.STANDARD, Format.BOOKLET):
        yield Sample(f"copies-{page_format.value}", partial(_bound, Look(page_format)))
    yield _protected("protected", lambda: render(a_rich_leaflet(), STANDARD).pdf)
    yield _protected("protected-copy", partial(_stamped, STANDARD))


def _drawn(name: str, composed: Callable[[], Leaflet], look: Look = STANDARD) -> Sample:
    return Sample(name, lambda: render(composed(), look).pdf)


def _stamped(look: Look) -> bytes:
    return SlotMaster(a_rich_leaflet(), look).stamp(STAMPED)


def _bound(look: Look) -> bytes:
    """Return one file of a stamped copy, one that is laid out afresh, and another stamped one."""
    file = BytesIO()
    bound = BoundFile(file, SlotMaster(a_rich_leaflet(), look))
    for number, line in enumerate((STAMPED, "For: محمد علي", STAMPED), 1):
        bound.add(line, f"Line {number}")
    bound.close()
    return file.getvalue()


def _protected(name: str, plain: Callable[[], bytes]) -> Sample:
    return Sample(name, lambda: protect(plain(), PASSWORD), (UA,), PASSWORD)


def _pictured(language: str = "") -> Leaflet:
    """Return a leaflet with a photograph and a drawing of its author's, in a language beside their English words."""
    library = shipped()
    pictures = (
        TopicPicture("scan.jpg", SectionKey.TESTS, a_photograph(), "A scan of the pancreas.", words("A scan.")),
        TopicPicture("grey.jpg", SectionKey.TESTS, a_photograph(mode="L"), "The same scan without colours."),
        TopicPicture("lump.png", SectionKey.WHAT, a_drawing(), "A round lump.", words("A lump seen from above.")),
    )
    topic = replace(library.topics["insulinoma"], pictures=pictures)
    in_english = {lang: replace(its, topics={}) for lang, its in library.translations.items()}
    pictured = replace(library, topics={**library.topics, topic.id: topic}, translations=in_english)
    return compose(pictured, a_selection(topic.id, language=language))


def _chosen(*topics: str, **choices) -> Leaflet:
    return compose(shipped(), a_selection(*topics, **choices))
