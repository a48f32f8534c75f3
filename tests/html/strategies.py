"""Any block tree an author could think of, and many that none would."""

from hypothesis import strategies as st

from leaflet_app.domain.blocks import (
    Box,
    Bullets,
    Definitions,
    Drawing,
    Glance,
    Heading,
    InLanguage,
    Numbered,
    OwnPage,
    Paragraph,
    People,
    Picture,
    QrCode,
    Questions,
    Run,
    TearOff,
    Tone,
)
from tests.builders import a_diagram

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=30) | st.sampled_from(
    ["<b>", "</main>", "&amp;", "<script>alert(1)</script>", '" onload="x', "]]>", "<!-- -->", "john@example.org"]
)
LINKS = st.sampled_from(
    ["", "https://example.org/a?b=1&c=2", "tel:+441234", "mailto:a@example.org", "#nowhere", "topic:vipoma"]
) | ANY_TEXT.map("javascript:{}".format)
LANGS = st.sampled_from(["pl", "ur", '" onload="x']) | ANY_TEXT.filter(bool)
RUNS = st.builds(Run, ANY_TEXT, bold=st.booleans(), link=LINKS, whole=st.booleans(), lang=LANGS | st.just(""))
TEXTS = st.lists(RUNS, min_size=1, max_size=3).map(tuple)
LINES = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
ROWS = st.lists(st.tuples(ANY_TEXT, TEXTS), min_size=1, max_size=3).map(tuple)


def _drawing(alt, text):
    return Drawing(a_diagram(), alt, (("pancreas", text),))


LEAVES = st.one_of(
    st.builds(Heading, ANY_TEXT, st.integers(1, 9), st.uuids().map(str)),
    st.builds(Paragraph, TEXTS),
    st.builds(Bullets, LINES),
    st.builds(Numbered, LINES),
    st.builds(Questions, LINES),
    st.builds(Glance, ANY_TEXT, ROWS),
    st.builds(Definitions, ROWS),
    st.builds(QrCode, LINKS, ANY_TEXT),
    st.builds(_drawing, ANY_TEXT, TEXTS),
    st.builds(Picture, st.binary(max_size=20), ANY_TEXT, TEXTS | st.just(())),
    st.builds(People, st.integers(0, 4), st.integers(4, 10), st.just(10), ANY_TEXT, TEXTS),
)


def _holders(inner):
    held = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Box, st.sampled_from(Tone), held),
        st.builds(InLanguage, LANGS, held),
        st.builds(OwnPage, held),
        st.builds(TearOff, held),
    )


BLOCKS = st.lists(st.recursive(LEAVES, _holders, max_leaves=6), max_size=5).map(tuple)
