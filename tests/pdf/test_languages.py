"""Words in another language than the leaflet's are told to whoever reads it aloud (PDF/UA-1, 7.2)."""

from dataclasses import replace

from leaflet_app.domain.blocks import Heading, InLanguage, Paragraph, Run, words
from leaflet_app.domain.look import Look
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet
from tests.pdf.tagged_pdf import TaggedPdf


def spoken(*blocks) -> list[tuple[str, str, str]]:
    """Return the role, language and words of each element that names a language."""
    leaflet = replace(a_leaflet(), blocks=(Heading("Here", 2, "here"), *blocks))
    read = TaggedPdf(render(leaflet, Look()).pdf)
    return [
        (each.role, str(each.entry.Lang), each.text.strip()) for each in read.document.walk() if "/Lang" in each.entry
    ]


def test_blocks_in_another_language_stand_in_a_part_that_names_it():
    polish = InLanguage("pl", (Paragraph(words("Wszyscy ludzie")), Paragraph(words("rodzą się wolni."))))

    assert spoken(polish) == [("Sect", "pl", "Wszyscy ludzierodzą się wolni.")]


def test_words_in_another_language_name_it_within_their_line():
    text = (Run("Ask "), Run("Cancer Research UK", lang="en-GB"), Run(" today."))

    assert spoken(Paragraph(text)) == [("Span", "en-GB", "Cancer Research UK")]


def test_a_link_in_another_language_names_it_itself():
    text = (Run("Zob. "), Run("page", link="https://example.org/page", lang="en-GB"))

    assert spoken(Paragraph(text))[0][:2] == ("Link", "en-GB")


def test_words_in_the_leaflet_s_own_language_name_none():
    assert spoken(Paragraph(words("Plain words."))) == []


def test_a_part_in_another_language_names_pages_in_its_own_words():
    link = (Run("Scans", link="#scans"),)
    there = Heading("Scans", 2, "scans")
    part = InLanguage("pl", (Paragraph(link),), "strona {page}")
    leaflet = replace(a_leaflet(), blocks=(Paragraph(link), part, there))

    read = TaggedPdf(render(leaflet, Look()).pdf)

    assert [text for text in read.texts() if text.startswith("Scans (")] == ["Scans (page 1)", "Scans (strona 1)"]


def test_a_title_in_another_language_names_it():
    leaflet = replace(a_leaflet(), lang="pl", title_lang="en-GB")

    read = TaggedPdf(render(leaflet, Look()).pdf)

    [part] = [each for each in read.document.all("Sect") if str(each.entry.get("/Lang", "")) == "en-GB"]
    assert [kid.role for kid in part.kids] == ["H1", "P"]
