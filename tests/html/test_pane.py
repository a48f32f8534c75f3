"""Panes of the window: few tags, glossary words to click, links between topics."""

from hypothesis import given

from leaflet_app.domain.blocks import Bullets, Glance, Paragraph, Run, words
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.topic import Section, SectionKey, Urgency
from leaflet_app.html import fragment
from leaflet_app.services.show_text import glance_html, pane_html
from tests.builders import a_library, a_section, a_topic, an_urgent_line
from tests.html.reader import Page
from tests.html.strategies import BLOCKS

GLOSSARY = Glossary((Term("Hormone", "a message", ("hormones",)), Term("carcinoid syndrome", "what it does")))


def test_a_glossary_word_is_a_link_to_its_meaning():
    assert fragment((Paragraph(words("Too many hormones.")),), GLOSSARY) == (
        '<p>Too many <a href="word:Hormone">hormones</a>.</p>'
    )


def test_a_word_is_explained_once_in_a_pane():
    lines = (words("A hormone."), words("The hormone again."))

    assert fragment((Bullets(lines),), GLOSSARY).count("word:Hormone") == 1


def test_a_term_of_two_words_is_percent_encoded():
    assert 'href="word:carcinoid%20syndrome"' in fragment((Paragraph(words("Carcinoid syndrome")),), GLOSSARY)


def test_a_link_is_not_linked_again():
    run = Run("hormones", link="topic:endocrine-system")

    assert fragment((Paragraph((run,)),), GLOSSARY) == '<p><a href="topic:endocrine-system">hormones</a></p>'


def test_the_facts_at_a_glance_are_a_plain_table():
    assert fragment((Glance("At a glance", (("Where", words("Pancreas")),)),)) == (
        "<table><tr><td><b>Where</b></td><td>Pancreas</td></tr></table>"
    )


def test_a_topic_without_facts_has_no_table():
    assert glance_html(a_library(), a_topic(facts={})) == ""
    assert "<td>About 1 in 10 people</td>" in glance_html(a_library(), a_topic())


def test_a_pane_shows_the_section_as_written():
    topic = a_topic()

    assert pane_html(a_library(), topic, topic.sections[0]) == "<p>It is a small growth.</p>"


def test_the_urgent_pane_shows_999_first():
    same_day = an_urgent_line("you have a fever", Urgency.SAME_DAY, "fever")
    topic = a_topic(urgent=(same_day, an_urgent_line()))

    shown = Page(pane_html(a_library(), topic, Section(SectionKey.URGENT, "Get help fast", ()))).text

    assert shown.index("Call 999 if:") < shown.index("someone passes out") < shown.index("you have a fever")


def test_the_questions_pane_shows_own_and_banked_questions():
    topic = a_topic(bank=("spread",))

    shown = pane_html(a_library(), topic, a_section(SectionKey.QUESTIONS, "Questions"))

    assert shown == "<ul><li>Has it spread?</li><li>Has my tumour spread?</li></ul>"


@given(BLOCKS)
def test_any_blocks_become_sound_html_of_few_tags(blocks):
    read_back = Page(fragment(blocks, GLOSSARY))

    assert {name for name, _ in read_back.elements} <= {"p", "b", "a", "ul", "li", "table", "tr", "td"}
    for link in read_back.all("a"):
        assert link["href"].startswith(("https://", "tel:", "mailto:", "#", "topic:", "word:"))
