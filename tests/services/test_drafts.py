"""The unsaved choice on disk, without a word about the patient."""

from leaflet_app.domain.selection import Format, Recipient
from leaflet_app.services import drafts
from tests.builders import a_library, a_selection, a_topic

LIBRARY = a_library(a_topic("insulinoma"), a_topic("vipoma"))


def test_a_draft_brings_back_topics_order_left_out_parts_and_format(home):
    drafts.keep(home, a_selection("vipoma", "insulinoma", without=frozenset({"insulinoma/what"}), format=Format.LARGE))

    back = drafts.load(home, LIBRARY)

    assert back.topics == ("vipoma", "insulinoma")
    assert back.without == {"insulinoma/what"}
    assert back.format is Format.LARGE


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
