"""The library that a leaflet was made from is there for as long as the leaflet may be asked about."""

import re
import shutil
from dataclasses import replace
from threading import Thread

import pytest

from leaflet_app import paths
from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.errors import EditionUnreadable
from leaflet_app.domain.given import Way
from leaflet_app.library.approvals import approval_file, sealed, written_approvals
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.library.snapshot import edition_of
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.editions import keep, library_of
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.recreate_leaflet import recreate
from leaflet_app.services.register import note_given
from tests.builders import MADE_ON, SHIPPED_FILES, SHIPPED_LIBRARY, a_selection
from tests.fakes import FakeRender, a_desk

INSULINOMA = "topics/insulinoma/en-GB.md"
EDITION = edition_of(SHIPPED_FILES, FolderFiles(paths.resources() / "diagrams"))


class WordsRender(FakeRender):
    """A fake whose file holds the words of the leaflet."""

    def __call__(self, leaflet, look):
        return replace(super().__call__(leaflet, look), pdf=repr(leaflet).encode())


@pytest.fixture
def desk(library):
    """Return a desk with the shipped library under its own name."""
    return replace(a_desk(library), edition=EDITION)


def test_a_kept_library_is_read_back_equal(desk, library):
    assert keep(desk, EDITION)

    assert library_of(replace(desk, edition="0" * 64, library=None), EDITION) == library


def test_todays_library_is_at_hand_and_one_that_was_never_kept_is_not(desk):
    assert library_of(desk, EDITION) is desk.library
    assert library_of(desk, "1" * 64) is None


def test_files_that_changed_since_the_desk_began_are_not_kept_under_its_name(desk):
    assert not keep(replace(desk, edition="2" * 64), "2" * 64)
    assert not (desk.home / "editions").exists()


def test_a_desk_that_cannot_write_goes_on(desk):
    (desk.home / "editions").write_text("a file where the folder should be")

    assert not keep(desk, EDITION)


def test_a_kept_library_with_another_word_is_refused(desk, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(SHIPPED_LIBRARY, other)
    files = FolderFiles(other)
    (other / "sets.toml").write_text("# another\n")
    changed = replace(desk, files=files, edition=edition_of(files, FolderFiles(paths.resources() / "diagrams")))
    keep(changed, changed.edition)
    kept = desk.home / "editions" / f"{changed.edition}.zip"
    kept.rename(kept.with_name(f"{EDITION}.zip"))

    with pytest.raises(EditionUnreadable, match="its content is not what was kept"):
        library_of(changed, EDITION)
    assert read_library(files).topics == desk.library.topics


@pytest.fixture
def edit(desk):
    """Return a function that changes the title of the insulinoma, and approves it where asked to."""

    def edit(title, *, approve=False):
        newest = library_store.newest(desk)
        text = re.sub('^title = ".*"$', f'title = "{title}"', newest.files.read(INSULINOMA, 2**20).decode(), flags=re.M)
        changes = {INSULINOMA: text.encode()}
        if approve:
            approval = Approval("", "1.0.0", "Dr A", "Consultant", "GMC 1", MADE_ON, MADE_ON, "B")
            changes[approval_file(INSULINOMA)] = written_approvals({"en-GB": sealed(approval, text.encode())})
        library_store.change(desk, changes, "Edit", base=newest.commit)

    return edit


def give(desk):
    """Hand out a leaflet, and return its entry in the register."""
    selection = a_selection("insulinoma")
    return note_given(desk, Way.SAVE, make_leaflet(desk.library, selection, desk.render), selection)


def test_a_leaflet_of_the_approved_text_is_made_again_byte_for_byte_whatever_was_edited_since(desk, edit):
    desk.render = WordsRender()
    edit("First words", approve=True)
    edit("Words in between")
    given = give(desk)
    edit("Last words")

    again = recreate(replace(desk, edition="0" * 64, library=None), given)

    assert again.is_same
    assert b"First words" in again.pdf
    assert b"in between" not in again.pdf


def test_a_leaflet_that_was_made_before_a_change_is_noted_with_what_it_was_made_from(desk, edit):
    edit("First words")
    selection, before = a_selection("insulinoma"), desk.edition
    made = make_leaflet(desk.library, selection, desk.render)
    edit("Last words")

    given = note_given(desk, Way.SAVE, made, selection)

    assert given.edition == before != desk.edition
    assert library_of(desk, before).topics["insulinoma"].title == "First words"


def test_no_edition_is_answered_with_the_library_of_another_while_a_desk_takes_it_in(desk, edit):
    answers, askers = [], []

    class Asked(Desk):
        """A desk that is asked for its first edition in the midst of passing to the next."""

        def __setattr__(self, key, value):
            if key == "edition":
                askers.append(Thread(target=lambda: answers.append(library_of(self, EDITION))))
                askers[-1].start()
                askers[-1].join(timeout=0.2)
            super().__setattr__(key, value)

    desk.__class__ = Asked
    edit("Other words")
    for asker in askers:
        asker.join()

    assert answers
    assert desk.library not in answers
