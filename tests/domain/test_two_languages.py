"""A leaflet in two languages says all that both say, part beside part."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Beside, Box, Drawing, Heading, QrCode, TearOff, flat, headings, texts
from leaflet_app.domain.bounds import check_bounds
from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import LanguageNotBeside
from leaflet_app.domain.selection import Detail, Recipient
from tests.builders import a_selection
from tests.languages import a_leaflet_in, a_library_in, a_topic_in

ALL = ("cy", "pl", "ar", "ur")
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "is_summary": st.booleans(),
        "tear_off": st.booleans(),
        "body_map": st.booleans(),
        "note": st.sampled_from(["", "Bring your diary.\n\nAnd a friend."]),
        "recipient": st.just(Recipient("Zoë", "A1")),
        "detail": st.sampled_from(Detail),
        "without": st.sets(st.sampled_from(["questions", "sources", "glance", "what"])).map(frozenset),
    },
)


def said(leaflet):
    """Return every text of a leaflet's blocks, and how often each is said; but its own code."""
    return Counter(text.replace(leaflet.code, "") for text in texts(leaflet.blocks))


def pairs(leaflet):
    """Return the texts at the left and at the right of each pair."""
    held = [block for block in leaflet.blocks for block in (block.blocks if isinstance(block, Box) else (block,))]
    return [tuple(tuple(texts(part.blocks)) for part in block.parts) for block in held if isinstance(block, Beside)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ALL), CHOICES, st.booleans())
def test_nothing_that_either_leaflet_says_is_lost(lang, choices, is_translated):
    library = a_library_in(lang)
    if not is_translated:
        there = replace(library.translations[lang], topics={})
        library = replace(library, translations={lang: there})
    both, own, english = (
        said(a_leaflet_in(each, library, **choices, beside=beside))
        for each, beside in ((lang, "en-GB"), (lang, ""), ("en-GB", ""))
    )

    assert not set(own) - set(both)
    assert not english - both
    assert set(both) == set(own) | set(english)


@pytest.mark.parametrize("lang", ALL)
def test_what_says_the_same_stands_beside_each_other_and_english_at_the_left(lang):
    told = pairs(a_leaflet_in(lang, beside="en-GB"))
    english, own = a_topic_in("en-GB"), a_topic_in(lang)

    assert ((english.title,), (own.title,)) in told
    for one, other in zip(english.sections, own.sections, strict=True):
        for block, its in zip(one.blocks, other.blocks, strict=True):
            assert (tuple(texts((block,))), tuple(texts((its,)))) in told


def test_the_title_the_purpose_and_the_foot_are_in_both():
    leaflet = a_leaflet_in("cy", beside="en-GB")

    assert (leaflet.lang, leaflet.beside.lang) == ("cy", "en-GB")
    assert (leaflet.title, leaflet.beside.title) == ("Genir pawb yn rhydd", "All human beings")
    assert "tudalen {page}" in leaflet.footer
    assert "page {page}" in leaflet.beside.footer
    assert leaflet.code in leaflet.footer
    assert leaflet.code in leaflet.beside.footer


def test_its_code_is_that_of_neither_leaflet_alone():
    codes = {a_leaflet_in("cy", beside=beside).code for beside in ("", "en-GB")} | {a_leaflet_in("en-GB").code}

    assert len(codes) == 3


def test_each_heading_has_a_name_of_its_own_and_links_lead_within_their_language():
    leaflet = a_leaflet_in("cy", beside="en-GB", tear_off=True)
    anchors = [heading.anchor for heading in headings(leaflet.blocks)]

    assert len(set(anchors)) == len(anchors)
    assert {"contact", "en-GB:contact"} < set(anchors)
    check_bounds(leaflet)


def test_a_box_and_a_sheet_to_tear_off_hold_both_languages_and_a_square_code_stands_once():
    leaflet = a_leaflet_in("cy", beside="en-GB", tear_off=True)
    [sheet] = [block for block in leaflet.blocks if isinstance(block, TearOff)]

    assert all(isinstance(block, Beside) for block in sheet.blocks)
    assert len([block for block in flat(leaflet.blocks) if isinstance(block, QrCode)]) == 1


def test_a_part_that_nobody_has_translated_stands_once_at_the_left():
    library = a_library_in("cy")
    english_only = replace(library, translations={"cy": replace(library.translations["cy"], topics={})})
    leaflet = a_leaflet_in("cy", english_only, beside="en-GB")
    first = a_topic_in("en-GB").sections[0].blocks[0]
    [text] = texts((first,))

    assert ((text,), ()) in pairs(leaflet)
    notices = {left for left, right in pairs(leaflet) if right and "not yet in the language" in "".join(left)}
    assert notices == {("This part is not yet in the language of this leaflet. It is printed in English.",)}


def test_a_drawing_with_english_words_stands_once(library):
    leaflet = compose(library, a_selection("insulinoma", language="cy", beside="en-GB"))
    drawn = [block for block in flat(leaflet.blocks) if isinstance(block, Drawing)]

    assert len(drawn) == len(set(drawn))


def test_english_beside_itself_is_a_leaflet_in_english():
    assert a_leaflet_in("en-GB", beside="en-GB") == a_leaflet_in("en-GB")


def test_it_is_the_same_whichever_of_the_two_was_named_first():
    library = a_library_in("cy")

    assert a_leaflet_in("", library, beside="cy") == a_leaflet_in("cy", library, beside="en-GB")


def test_only_english_stands_beside_another_language():
    with pytest.raises(LanguageNotBeside, match="“cy” cannot stand beside another language"):
        a_leaflet_in("pl", a_library_in("cy", "pl"), beside="cy")


def test_it_awaits_review_where_either_does():
    assert a_leaflet_in("cy", beside="en-GB").needs_review


def test_a_heading_stands_beside_the_heading_of_the_same_part():
    for pair in (block for block in a_leaflet_in("ur", beside="en-GB").blocks if isinstance(block, Beside)):
        names = [head.anchor.removeprefix("en-GB:") for head in pair.parts[0].blocks if isinstance(head, Heading)]
        assert names == [head.anchor for head in pair.parts[1].blocks if isinstance(head, Heading)]
