"""Authors' pictures in a leaflet: where they stand, when they are left out, and what the code covers."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import Heading, InLanguage, Picture, Run, flat, plain, words
from leaflet_app.domain.bounds import MOST_PICTURES, check_bounds
from leaflet_app.domain.errors import LeafletTooLong
from leaflet_app.domain.selection import Detail
from leaflet_app.domain.topic import SectionKey, TopicPicture
from tests.builders import a_fact, a_leaflet, a_section, a_topic

SCAN = TopicPicture("scan.png", SectionKey.TESTS, b"scan", "A scan.", words("Each scan takes an hour."))
SECTIONS = (a_section(), a_section(SectionKey.TESTS, "How it is found"))


def a_pictured(*pictures: TopicPicture, **changes):
    return a_topic(sections=SECTIONS, pictures=pictures or (SCAN,), **changes)


def pictures(leaflet):
    return [block for block in flat(leaflet.blocks) if isinstance(block, Picture)]


def test_a_picture_stands_below_its_section():
    blocks = a_leaflet(a_pictured()).blocks
    [at] = (number for number, block in enumerate(blocks) if isinstance(block, Picture))

    assert blocks[at] == Picture(b"scan", "A scan.", words("Each scan takes an hour."))
    assert blocks[at - 2] == Heading("How it is found", 2, "insulinoma/tests")


@pytest.mark.parametrize("left_out", ["images", "insulinoma/images", "tests"])
def test_a_picture_goes_with_its_section_or_with_all_images(left_out):
    assert pictures(a_leaflet(a_pictured(), without=frozenset({left_out}))) == []


def test_a_summary_has_no_pictures():
    assert pictures(a_leaflet(a_pictured(), is_summary=True)) == []


@pytest.mark.parametrize(
    "changed", [replace(SCAN, alt="Another."), replace(SCAN, caption=words("Other words.")), replace(SCAN, caption=())]
)
def test_other_words_of_a_picture_make_another_leaflet(changed):
    assert a_leaflet(a_pictured()).code != a_leaflet(a_pictured(changed)).code


def test_a_caption_says_its_figures_in_words_where_the_leaflet_does():
    fact = a_fact("9 in 10", low=9, per=10, words="most")
    caption = (Run("It finds "), Run("9 in 10", fact="found"))
    topic = a_pictured(replace(SCAN, caption=caption), facts={"found": fact})

    assert plain(pictures(a_leaflet(topic, detail=Detail.WORDS))[0].text) == "It finds most"
    assert plain(pictures(a_leaflet(topic))[0].text) == "It finds 9 in 10"


def test_the_source_of_a_caption_is_listed():
    topic = a_pictured(replace(SCAN, caption=(Run("9 in 10", fact="found"),)), facts={"found": a_fact("9 in 10")})

    assert any(isinstance(block, Heading) and block.anchor == "sources" for block in a_leaflet(topic).blocks)


def test_words_in_another_language_are_held_apart():
    leaflet = a_leaflet(a_pictured(replace(SCAN, lang="ur")))
    [held] = (block for block in leaflet.blocks if isinstance(block, InLanguage))

    assert (held.lang, pictures(leaflet)) == ("ur", [*held.blocks])


@pytest.mark.parametrize("many", [(SCAN,) * (MOST_PICTURES + 1), (replace(SCAN, content=bytes(17 << 20)),) * 2])
def test_a_leaflet_holds_only_so_many_pictures(many):
    with pytest.raises(LeafletTooLong, match="picture"):
        check_bounds(a_leaflet(a_pictured(*many)))
