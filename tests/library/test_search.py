"""Finding topics while someone types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.topic import SectionKey
from leaflet_app.library.search import TopicIndex
from tests.builders import RETIRED, a_library, a_section, a_topic


@pytest.fixture(scope="module")
def index(library):
    return TopicIndex(library)


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("ins", "insulinoma"),
        ("INSULINOMA", "insulinoma"),
        ("verner mor", "vipoma"),
        ("pheocromocitoma", "phaeochromocytoma"),
        ("insulimona", "insulinoma"),
        ("vimopa", "vipoma"),
        ("parathiroid", "parathyroid-overactive"),
        ("parathiroid cancer", "parathyroid-cancer"),
        ("wermer", "men1"),
        ("sipple", "men2"),
        ("von recklinghausen", "nf1"),
        ("hippel landau", "vhl"),
        ("family", "causes-inherited"),
        ("v", "vipoma"),
        ("net", "net-overview"),
        ("zollinger", "gastrinoma"),
        ("insulinoma surgery", "insulinoma"),
        ("  gastrinoma  ", "gastrinoma"),
    ],
)
def test_what_is_typed_finds_the_topic_first(index, typed, best):
    assert index.find(typed)[:1] == (best,)


@pytest.mark.parametrize("typed", ["", "   ", "'\"*", "\0", "😀", "-", "()", "x" * 10_000, "qqqqqq"])
def test_what_means_nothing_finds_nothing(index, typed):
    assert index.find(typed) == ()


@pytest.mark.parametrize(
    "typed", ['"insulinoma', "insulinoma*", "^insulinoma\0", "(insulinoma", "insulinoma'", ":insulinoma;"]
)
def test_marks_of_the_query_language_are_only_marks(index, typed):
    assert index.find(typed)[0] == "insulinoma"


@pytest.mark.parametrize("typed", ["insulinoma AND", "insulinoma OR vipoma", "NOT insulinoma", "title : insulinoma"])
def test_words_of_the_query_language_are_only_words(index, typed):
    assert "vipoma" not in index.find(typed)


def test_titles_come_before_other_names_and_those_before_the_text():
    in_text = a_topic(
        "in-text", title="Aaa", sections=(a_section(SectionKey.WHAT, "What is it?", "Gastrin is made here."),)
    )
    in_alias = a_topic("in-alias", title="Bbb", aliases=("gastrin tumour",))
    in_title = a_topic("in-title", title="Gastrin and you")

    assert TopicIndex(a_library(in_text, in_alias, in_title)).find("gastrin") == ("in-title", "in-alias", "in-text")


def test_a_misspelt_word_finds_every_topic_that_it_names():
    topics = (a_topic("cancer", title="Parathyroid cancer"), a_topic("overactive", title="Overactive parathyroid"))

    assert set(TopicIndex(a_library(*topics)).find("parathiroid")) == {"cancer", "overactive"}


def test_a_name_typed_in_full_comes_first():
    short = a_topic("overview", title="Zzz", aliases=("NET",))
    long = a_topic("netherlands", title="Net and more")

    assert TopicIndex(a_library(short, long)).find("net") == ("overview", "netherlands")


def test_only_the_beginning_of_a_very_long_query_counts(index):
    assert index.find("vip" + " " * 200 + "insulinoma") == index.find("vip")


def test_accents_need_not_be_typed():
    assert TopicIndex(a_library(a_topic("meniere", title="Ménière"))).find("menie") == ("meniere",)


def test_no_more_are_found_than_asked_for(index):
    assert len(index.find("a", limit=3)) == 3
    assert index.find("a", limit=0) == ()


def test_a_topic_with_faults_is_not_found():
    assert TopicIndex(a_library(faulty={"vipoma": ()})).find("vipoma") == ()


@given(st.text(max_size=300))
def test_any_text_may_be_typed(index, typed):
    found = index.find(typed)

    assert len(found) == len(set(found)) <= 20


@given(st.data())
def test_every_beginning_of_a_title_finds_its_topic(index, library, data):
    topic = data.draw(st.sampled_from(list(library.topics.values())))
    length = data.draw(st.integers(1, len(topic.title)))

    assert topic.id in index.find(topic.title[:length])


@pytest.mark.parametrize("typed", ["vip", "vimopa"])
def test_a_retired_topic_is_not_found(typed):
    assert TopicIndex(a_library(a_topic("vipoma", review=RETIRED))).find(typed) == ()
