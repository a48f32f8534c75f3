"""Finding topics while someone types."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.topic import SectionKey
from leaflet_app.library import search
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


SAID = ("insulinoma", "kidney stones", "sugar", "insulimona", "a", "two", "renamed", "shakey")


def a_later(library, number):
    """Return a library in which a topic has come, one has gone, one has another title and one other words."""
    topics = dict(library.topics)
    names = sorted(topics)
    del topics[names[number % len(names)]]
    renamed, reworded = names[(number + 1) % len(names)], names[(number + 2) % len(names)]
    topics[renamed] = replace(topics[renamed], title=f"{'ZAM'[number % 3]} renamed {number}")
    section = a_section(SectionKey.WHAT, "What is it?", f"shakey words {number}")
    topics[reworded] = replace(topics[reworded], sections=(section,), aliases=(f"alias {number}", "insulinoma"))
    came = a_topic(f"came-{number}", title=f"Kidney stones {number}")
    return replace(library, topics={**topics, came.id: came}), {renamed, reworded}


def test_a_change_is_taken_in_as_if_all_were_indexed_anew(library):
    index = TopicIndex(library)
    for number in range(25):
        library, changed = a_later(library, number)
        assert index.take(library, changed)
        anew = TopicIndex(library)

        for typed in SAID:
            assert sorted(index.find(typed, 50)) == sorted(anew.find(typed, 50))
            assert index.find(typed, 50)[:1] == anew.find(typed, 50)[:1]
        assert index.find("a", 50) == anew.find("a", 50)


def test_only_what_changed_is_indexed_again(library, monkeypatch):
    index = TopicIndex(library)
    bodies = []
    body = search._body
    monkeypatch.setattr(search, "_body", lambda topic: bodies.append(topic.id) or body(topic))
    title = replace(library.topics["vipoma"], title="Another name")

    assert index.take(replace(library, topics={**library.topics, "vipoma": title}), {"vipoma"})

    assert bodies == ["vipoma"]
    assert index.find("another name")[0] == "vipoma"


def test_where_no_room_is_left_between_two_titles_all_is_indexed_anew(monkeypatch):
    monkeypatch.setattr(search, "_APART", 1)
    index = TopicIndex(a_library(a_topic("a", title="A"), a_topic("c", title="C")))
    between = a_library(*(a_topic(each, title=each.upper()) for each in "abc"))

    assert not index.take(between, ())


def test_another_thread_indexes_anew(library):
    index = TopicIndex(library)
    with ThreadPoolExecutor(1) as others:
        assert not others.submit(index.take, library, ()).result()
