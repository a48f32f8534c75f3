"""Who signed a text, and what a leaflet says of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leaflet_app.domain.review import Status
from tests.builders import APPROVED, DRAFT, RETIRED, a_leaflet, a_library, a_shared_block, a_topic
from tests.domain.reading import said

BANNER = "Awaiting clinical review. Not yet checked by a clinician. Do not give to patients."


def test_a_draft_topic_marks_the_whole_leaflet():
    leaflet = a_leaflet(a_topic(), a_topic("vipoma", review=DRAFT))

    assert leaflet.needs_review
    assert said(leaflet)[0] == BANNER


def test_an_approved_leaflet_carries_no_banner():
    leaflet = a_leaflet(a_topic())

    assert not leaflet.needs_review
    assert BANNER not in said(leaflet)


def test_a_draft_shared_text_marks_the_leaflet():
    topic = a_topic(shared=("treat-surgery",))
    library = a_library(topic, shared={"treat-surgery": a_shared_block(review=DRAFT)})

    assert a_leaflet(topic, library=library).needs_review


def test_a_draft_topic_of_which_one_line_is_printed_marks_the_leaflet():
    overview = a_topic("net-overview", recap="A NET is a growth.", review=DRAFT)
    topic = a_topic(needs=("net-overview",))

    assert a_leaflet(topic, library=a_library(topic, overview)).needs_review


def test_a_draft_that_shares_its_title_with_an_approved_text_still_marks_the_leaflet():
    draft = a_topic("surgery", title="Surgery", review=DRAFT, shared=("treat-surgery",))

    assert a_leaflet(draft).needs_review


@pytest.mark.parametrize("missing", [{"clinical_reviewer": ""}, {"last_reviewed": None}, {"next_review": None}])
def test_an_approval_without_name_or_dates_is_none(missing):
    leaflet = a_leaflet(a_topic(review=replace(APPROVED, **missing)))

    assert leaflet.needs_review
    assert "Insulinoma: version 1.0.0, awaiting clinical review." in said(leaflet)


def test_an_overdue_review_says_since_when():
    late = replace(APPROVED, last_reviewed=APPROVED.last_reviewed.replace(year=2023))
    leaflet = a_leaflet(a_topic(review=replace(late, next_review=late.last_reviewed.replace(year=2026))))

    assert "Insulinoma: version 1.0.0, review overdue since 1 June 2026." in said(leaflet)


def test_a_review_holds_up_to_its_last_day():
    last_day = APPROVED.next_review

    assert "Insulinoma: version 1.0.0, reviewed by Dr A Reviewer on 1 June 2026. Next review by 1 June 2028." in said(
        a_leaflet(made_on=last_day)
    )
    assert "Insulinoma: version 1.0.0, review overdue since 1 June 2028." in said(
        a_leaflet(made_on=last_day + timedelta(days=1))
    )


def test_a_retired_topic_is_not_approved():
    assert not replace(APPROVED, status=Status.RETIRED).is_approved


def test_a_retired_topic_is_hidden_and_its_old_leaflet_can_be_made_again():
    retired = a_topic(review=RETIRED)

    assert not list(a_library(retired).by_site())
    assert "Insulinoma" in a_leaflet(retired).title


def test_no_line_of_a_retired_topic_is_printed_in_another_leaflet():
    overview = a_topic("net-overview", recap="A NET is a growth.", review=RETIRED)
    topic = a_topic(needs=("net-overview",))

    assert "A NET is a growth." not in said(a_leaflet(topic, library=a_library(topic, overview)))
