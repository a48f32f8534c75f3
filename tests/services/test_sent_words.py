"""A text is in review with the very words that were sent, and with no others, however they were changed."""

import pytest

from leaflet_app.domain.errors import ReviewRefused
from leaflet_app.domain.review import Status
from leaflet_app.domain.review_tray import Group
from leaflet_app.library.sent import is_as_sent, sent_id
from leaflet_app.services import library_folder, library_store
from leaflet_app.services.review_texts import approve, review_of, send_back, submit
from leaflet_app.services.review_tray import tray
from leaflet_app.services.text_versions import restore
from tests.fakes import a_desk
from tests.services.test_review_texts import ADA, DISCLAIMER, TEXT, UNTIL, approved, edited, status


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.fixture
def sent(desk):
    submit(desk, TEXT, "1.0.0", "Ready")
    assert status(desk) is Status.IN_REVIEW
    return desk


def words(desk):
    return library_store.newest(desk).files.read(TEXT, 100_000).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("small lump", "little lump"),
        ('version = "1.0.0"', 'version = "1.0.1"'),
        ('change_note = "Ready"', 'change_note = "Reads well"'),
        ("\n+++\n", "\n# a remark\n+++\n"),
        ("[review]\n", "[review]\n\n"),
    ],
)
def test_any_edit_makes_a_draft_of_a_text_in_review(sent, old, new):
    edited(sent, old, new)

    assert status(sent) is Status.DRAFT
    with pytest.raises(ReviewRefused, match="changed after it was sent"):
        approve(sent, TEXT, ADA, UNTIL)


def test_a_disclaimer_in_review_is_a_draft_again_too(desk):
    submit(desk, DISCLAIMER, "1.0.0", "")
    edited(desk, "general information", "some information", DISCLAIMER)

    assert status(desk, DISCLAIMER) is Status.DRAFT


def test_a_text_taken_in_from_a_folder_is_a_draft_again(sent, tmp_path):
    folder = tmp_path / "copy"
    library_folder.export_library(sent, folder)
    (folder / TEXT).write_text(words(sent).replace("small lump", "little lump"), encoding="utf-8", newline="\n")
    library_folder.import_library(sent, folder)

    assert status(sent) is Status.DRAFT


def test_a_text_brought_back_from_its_history_is_a_draft(sent):
    restore(sent, TEXT, library_store.history(sent, TEXT)[-1])

    assert status(sent) is Status.DRAFT


def test_words_of_a_settled_review_are_not_in_review_again_when_they_are_brought_back(desk):
    approved(desk)
    edited(desk, "small lump", "little lump")
    approved(desk, version="1.1.0")
    restore(desk, TEXT, library_store.history(desk, TEXT)[2])

    assert 'version = "1.0.0"' in words(desk)
    assert status(desk) is Status.DRAFT


def test_nobody_sends_a_text_to_review_by_writing_so_in_it(desk):
    edited(desk, 'status = "draft"', 'status = "in-review"')
    assert status(desk) is Status.DRAFT

    submit(desk, TEXT, "1.0.0", "Ready")
    assert status(desk) is Status.IN_REVIEW


def test_the_same_words_again_are_in_review_again(sent):
    edited(sent, "small lump", "little lump")
    edited(sent, "little lump", "small lump")

    assert status(sent) is Status.IN_REVIEW


def test_a_changed_text_is_sent_to_review_anew(sent):
    edited(sent, "small lump", "little lump")
    submit(sent, TEXT, "1.0.0", "Ready at last")
    assert status(sent) is Status.IN_REVIEW
    assert words(sent).count("\nsent = ") == 1

    approve(sent, TEXT, ADA, UNTIL)
    assert sent.library.topics["insulinoma"].review.is_approved


def test_what_is_sent_back_names_no_sent_words(sent):
    send_back(sent, TEXT, "Say what PRRT is.")

    assert "\nsent = " not in words(sent)
    assert not review_of(library_store.newest(sent), TEXT).is_changed_since_sent


def test_the_tray_tells_of_a_text_that_was_changed_after_it_was_sent(sent):
    edited(sent, "small lump", "little lump")

    told = [each for each in tray(sent) if each.file == TEXT]
    assert [(each.group, each.said) for each in told] == [
        (Group.CHANGED, "Version 1.0.0 was changed after it was sent, and is a draft again. Send it to review anew.")
    ]


def test_an_approved_text_that_is_edited_is_just_a_draft(desk):
    approved(desk)
    edited(desk, "small lump", "little lump")

    assert [each for each in tray(desk) if each.file == TEXT] == []


def test_the_line_that_holds_the_id_is_the_one_line_it_does_not_name():
    bare = b'[review]\nstatus = "in-review"\n+++\nWords.\n'
    whole = bare.replace(b"+++", b'sent = "%s"\n+++' % sent_id(bare).encode())

    assert is_as_sent(whole, sent_id(bare))
    assert not is_as_sent(whole + b'sent = "abc"\n', sent_id(bare))
    assert not is_as_sent(whole, "")
