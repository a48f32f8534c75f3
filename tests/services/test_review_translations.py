"""A translation is approved after its English text; one of another text than today's with a reason, or not at all."""

import pytest

from leaflet_app.domain.approvals import Waiver
from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.services.review_sheet import sheet
from leaflet_app.services.review_texts import approve, submit
from leaflet_app.services.translate_text import facing
from tests.services.test_review_texts import ADA, UNTIL
from tests.services.test_translate_text import ENGLISH, SHARED, SURGERY, changed, desk, keep

__all__ = ["changed", "desk"]


def printed(desk):
    return desk.library.translations["pl"].shared["treat-surgery"].translated


def of_todays_english(desk):
    opened = facing(desk, SHARED)
    return opened.settled(opened.text)


def test_the_sheet_of_a_stale_translation_asks_for_a_reason(changed):
    submit(changed, SHARED, "1.0.0", "Ready", "T Translator")
    [stale] = sheet(changed, SHARED).faults

    assert "has changed since" in stale.remedy
    with pytest.raises(ReviewRefused, match="stale translation"):
        approve(changed, SHARED, ADA, UNTIL)

    approve(changed, SHARED, ADA, UNTIL, [Waiver(stale.wrong, "Only an article was added.")])
    assert printed(changed).is_stale
    assert not printed(changed).is_locked
    assert printed(changed).waived == "Only an article was added."


def test_a_translation_is_not_approved_before_its_english_text(desk):
    submit(desk, SHARED, "1.0.0", "Ready", "T Translator")

    with pytest.raises(ReviewRefused, match="English text is not approved"):
        approve(desk, SHARED, ADA, UNTIL)

    assert desk.library.faults == ()


def test_a_reason_given_for_one_english_text_is_asked_for_anew_for_the_next(changed):
    submit(changed, SHARED, "1.0.0", "Ready", "T Translator")
    [stale] = sheet(changed, SHARED).faults
    approve(changed, SHARED, ADA, UNTIL, [Waiver(stale.wrong, "Only an article was added.")])

    keep(changed, **{SURGERY: ENGLISH.replace("conscience", "one conscience")})

    assert printed(changed).is_locked


def test_a_translation_of_what_is_printed_is_asked_for_no_reason(desk):
    submit(desk, SURGERY, "1.0.0", "Ready", "E Editor")
    approve(desk, SURGERY, ADA, UNTIL)
    keep(desk, **{SHARED: of_todays_english(desk)})
    keep(desk, **{SURGERY: ENGLISH.replace("conscience", "a conscience")})
    submit(desk, SHARED, "1.0.0", "Ready", "T Translator")

    assert sheet(desk, SHARED).faults == ()
