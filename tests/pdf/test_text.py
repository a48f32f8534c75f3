"""What goes in comes out: every word, once, in reading order."""

import re
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Bullets, Paragraph, Run, texts
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.topic import Section, SectionKey
from leaflet_app.pdf.fonts.families import family_of, missing
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet, a_topic
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

FAMILY = family_of(Theme.STANDARD, "en-GB")
PRINTABLE = st.characters(max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Zs", "Zl", "Zp")).filter(
    lambda character: not missing(character, FAMILY)
)
WORDS = st.lists(st.text(PRINTABLE, min_size=1, max_size=14), min_size=1, max_size=12).map(" ".join)
FOR_PAPER = re.compile(r" \((page \d+|example\.org/(page|treatment))\)")
LINKS = st.sampled_from(["", "", "", "https://example.org/page", "tel:+441234567890"])
TEXTS = st.lists(st.builds(Run, WORDS, bold=st.booleans(), link=LINKS), min_size=1, max_size=4).map(tuple)
BLOCKS = st.builds(Paragraph, TEXTS) | st.builds(Bullets, st.lists(TEXTS, min_size=1, max_size=4).map(tuple))


def test_the_tree_says_what_the_leaflet_says(read_back):
    leaflet = a_rich_leaflet()
    expected = [leaflet.title, leaflet.purpose, leaflet.for_person, *texts(leaflet.blocks)]

    assert _words(_without_labels(read_back)) == _words(expected)


def test_another_library_reads_the_same_words(rendered):
    pages = pypdfium2.PdfDocument(BytesIO(rendered.pdf))
    seen = _bare(_as_written(" ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())))

    for text in texts(a_rich_leaflet().blocks):
        assert _bare(text)[:60] in seen


@settings(max_examples=30, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=3), st.sampled_from(Format))
def test_any_printable_text_comes_out_as_it_went_in(blocks, page_format):
    leaflet = a_leaflet(a_topic(sections=(Section(SectionKey.WHAT, "What is it?", tuple(blocks)),)))

    read_back = TaggedPdf(render(leaflet, Look(page_format)).pdf)

    assert "".join(map(_bare, texts(blocks))) in _bare("".join(_without_labels(read_back)))
    assert read_back.unmarked == []


def _without_labels(read_back) -> list[str]:
    """Return the spoken texts without bullets, the band, and what is added for paper: page numbers and addresses."""
    labels = {"•", *(f"{number}." for number in range(1, 100))}
    spoken = [text.strip() for text in read_back.texts()[2 if len(read_back.document.all("Figure")) > 1 else 1 :]]
    return [_as_written(text) for text in spoken if text not in labels]


def _as_written(text: str) -> str:
    return FOR_PAPER.sub("", text)


def _words(spoken) -> list[str]:
    return " ".join(spoken).replace(": ", " ").split()


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("hidden", ["\ufeff", "\u00ad", "\u200b"])
def test_a_hidden_character_is_never_printed(hidden):
    assert missing(f"a{hidden}b", FAMILY) == hidden
