"""The paper that a clinician signs is tagged as a leaflet is, and says aloud what became of its words."""

import pytest

from leaflet_app.domain.compose.to_sign import Signing, to_sign
from leaflet_app.domain.look import Look
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet
from tests.conformance.checks import faults
from tests.languages import RIGHTS
from tests.pdf.tagged_pdf import TaggedPdf

BEFORE = "## What is it? {#what}\n\nIt is a small lump.\n\n## Get help fast {#urgent}\n\n**Call 999 if:**\n\n- you fall"
NOW = BEFORE.replace("small lump", "**little** lump").replace("- you fall", "- you fall\n- you faint")


def paper(before, now, lang="en-GB"):
    signing = Signing("Insulinoma: what changed", "Version 1.0.0.", (("Facts", ("a", "b")),), lang, "0123456789")
    return render(to_sign(a_leaflet(), signing, before, now), Look()).pdf


def test_it_keeps_every_rule_and_is_the_same_each_time():
    made = paper(BEFORE, NOW)

    assert list(faults(TaggedPdf(made))) == []
    assert paper(BEFORE, NOW) == made


def test_what_is_struck_through_or_underlined_is_said_in_words():
    read = TaggedPdf(paper(BEFORE, NOW))
    spans = read.document.all("Span")
    said = [str(span.entry.ActualText).strip() for span in spans if "/ActualText" in span.entry]

    assert said[-3:] == ["[taken out: small]", "[new: little]", "[new: you faint]"]


@pytest.mark.parametrize("lang", sorted(set(RIGHTS) - {"en-GB"}))
def test_a_text_of_another_language_says_that_it_is_and_loses_no_word(lang):
    first, second = RIGHTS[lang]
    read = TaggedPdf(paper(first, f"{first} {second}", lang))
    [section] = [each for each in read.document.all("Sect") if str(each.entry.get("/Lang", "")) == lang]

    assert list(faults(read)) == []
    assert first in _said(section)
    assert second in _said(section)


def _said(section):
    """Return what is read out: the words of a tag that says them, else its glyphs."""
    aloud = [str(span.entry.get("/ActualText", "")) for span in section.all("Span")]
    return " ".join((section.text, *aloud))
