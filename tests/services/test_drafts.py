"""The unsaved choice on disk, without a word about the patient."""

import pytest

from leaflet_app.domain.errors import CannotSave
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.domain.topic import Site
from leaflet_app.services import drafts
from tests.builders import a_library, a_selection, a_topic
from tests.languages import a_library_in

LIBRARY = a_library(a_topic("insulinoma"), a_topic("vipoma"))


def test_a_draft_brings_back_topics_order_left_out_parts_and_format(home):
    drafts.keep(home, a_selection("vipoma", "insulinoma", without=frozenset({"insulinoma/what"}), format=Format.LARGE))

    back = drafts.load(home, LIBRARY)

    assert back.topics == ("vipoma", "insulinoma")
    assert back.without == {"insulinoma/what"}
    assert back.format is Format.LARGE


def test_a_draft_brings_back_how_much_is_said_in_numbers(home):
    drafts.keep(home, a_selection("vipoma", detail=Detail.PICTURES, without_outlook=True))

    back = drafts.load(home, LIBRARY)

    assert (back.detail, back.without_outlook) == (Detail.PICTURES, True)


def test_a_draft_brings_back_how_the_leaflet_is_printed(home):
    chosen = Selection(("vipoma",), theme=Theme.CREAM, is_summary=True, tear_off=True, format=Format.BOOKLET)

    drafts.keep(home, chosen)

    assert drafts.load(home, LIBRARY) == chosen


def test_a_draft_in_a_language_that_the_library_lost_comes_back_in_its_own(home):
    welsh, urdu = a_library_in("cy"), a_library_in("ur")
    drafts.keep(home, Selection(("rights",), language="cy"))

    assert drafts.load(home, welsh).language == "cy"
    assert drafts.load(home, urdu) == Selection(("rights",))


def test_a_draft_from_before_there_was_a_choice_of_detail_still_comes_back(home):
    (home / "draft.json").write_text('{"topics": ["vipoma"], "without": [], "format": "large"}', encoding="utf-8")

    assert drafts.load(home, LIBRARY).detail is Detail.FIGURES


def test_words_about_the_patient_are_never_written(home):
    drafts.keep(home, a_selection("vipoma", note="Dear Zebedee", recipient=Recipient("Ann Onymous", "NHS 123")))

    written = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())

    assert b"vipoma" in written
    assert not any(word in written for word in (b"Zebedee", b"Onymous", b"123"))


def test_topics_that_the_library_no_longer_has_are_dropped(home):
    drafts.keep(home, a_selection("vipoma", "insulinoma", without=frozenset({"vipoma/what"})))

    back = drafts.load(home, a_library(a_topic("insulinoma")))

    assert back.topics == ("insulinoma",)
    assert not back.without


def test_an_empty_selection_leaves_no_draft(home):
    drafts.keep(home, a_selection("vipoma"))

    drafts.keep(home, a_selection())

    assert drafts.load(home, LIBRARY) is None


def test_a_torn_draft_is_no_draft(home):
    (home / "draft.json").write_bytes(b'{"topics": [')

    assert drafts.load(home, LIBRARY) is None


def test_a_draft_without_end_is_no_draft(home):
    (home / "draft.json").write_bytes(b'{"later": ' + b'{"a":' * 50_000)

    assert drafts.load(home, a_library()) is None


def test_forgetting_twice_is_fine(home):
    drafts.keep(home, a_selection("vipoma"))

    drafts.forget(home)
    drafts.forget(home)

    assert drafts.load(home, LIBRARY) is None


def test_a_home_that_is_a_file_is_told(home):
    (home / "file").write_bytes(b"")

    with pytest.raises(CannotSave, match="a part of its path is a file"):
        drafts.keep(home / "file", a_selection("vipoma"))


def test_the_body_map_comes_back_without_its_words(home, library):
    personal = {"body_note": "Yours is on the left.", "body_mark": Site.LUNG}
    drafts.keep(home, a_selection("insulinoma", body_map=True, **personal))

    assert drafts.load(home, library) == Selection(("insulinoma",), body_map=True)
    kept = (home / "draft.json").read_text(encoding="utf-8")
    assert "Yours" not in kept
    assert "lung" not in kept
