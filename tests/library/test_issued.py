"""What desks print: the newest text, or the one that was approved until the newest is."""

from datetime import UTC, datetime, time

import pytest

from leaflet_app.domain.review import Status
from leaflet_app.library.approvals import approval_file
from leaflet_app.library.files import content_id
from leaflet_app.library.issued import issued, replaced_in, replaced_later
from leaflet_app.library.read import read_library
from leaflet_app.library.store.kept_files import KeptFiles, OpenedStore
from leaflet_app.library.store.repository import Store
from tests.builders import MADE_ON
from tests.library.folder import INSULINOMA, SURGERY, Folder
from tests.pdf.authors_pictures import a_photograph

SCAN = "topics/insulinoma/scan.jpg"


class Kept:
    """A folder, and a store in which it can be kept time and again."""

    def __init__(self, root):
        self.folder = Folder(root / "library")
        self._place = root / "library.git"
        Store.create(self._place).__exit__()

    def keep(self):
        """Keep the folder as it stands, and return its files."""
        names = [path for path in self.folder.root.rglob("*") if path.is_file()]
        now = {path.relative_to(self.folder.root).as_posix(): path.read_bytes() for path in names}
        with Store.open(self._place) as store:
            before = store.ids(store.head) if store.head else {}
            gone = dict.fromkeys(before.keys() - now.keys())
            commit = store.save(
                {**now, **gone}, "A", "Keep", base=store.head, at=datetime.combine(MADE_ON, time(9, 30), tzinfo=UTC)
            )
        return KeptFiles(OpenedStore(self._place), commit)

    def retitle(self, old, new):
        self.folder.change(INSULINOMA, f'title = "{old}"', f'title = "{new}"')
        return self.keep()


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path)


def the_topic(files):
    return read_library(files).topics["insulinoma"]


def test_a_library_without_approvals_is_issued_as_it_is(kept):
    files = kept.keep()

    assert issued(files).ids() == files.ids()


def test_an_edited_text_is_issued_as_it_was_approved(kept):
    kept.folder.approve(INSULINOMA)
    kept.keep()
    files = kept.retitle("Insulinoma", "Insulin tumour")

    printed, newest = the_topic(issued(files)), the_topic(files)

    assert (printed.title, printed.review.status) == ("Insulinoma", Status.APPROVED)
    assert (newest.title, newest.review.status) == ("Insulin tumour", Status.DRAFT)


def test_an_edited_text_is_issued_once_it_is_approved_again(kept):
    kept.folder.approve(INSULINOMA)
    kept.keep()
    kept.retitle("Insulinoma", "Insulin tumour")
    kept.folder.approve(INSULINOMA)
    files = kept.keep()

    assert issued(files).ids() == files.ids()
    assert the_topic(files).review.status is Status.APPROVED


def test_a_retired_text_is_issued_retired_at_once(kept):
    kept.folder.approve(INSULINOMA)
    kept.keep()
    kept.folder.change(INSULINOMA, 'status = "draft"', 'status = "retired"')

    assert the_topic(issued(kept.keep())).review.status is Status.RETIRED


def test_an_edited_text_is_issued_with_the_pictures_that_were_approved_with_it(kept):
    old, new = a_photograph(90, 60), a_photograph(80, 60)
    bound = f'[[pictures]]\nfile = "scan.jpg"\nalt = "A scan."\nsection = "tests"\ncontent = "{content_id(old)}"\n'
    kept.folder.write(SCAN, old)
    kept.folder.change(INSULINOMA, "[review]", f"{bound}\n[review]")
    kept.folder.approve(INSULINOMA)
    kept.keep()
    kept.folder.change(INSULINOMA, content_id(old), content_id(new))
    kept.folder.write(SCAN, new)
    files = kept.keep()

    assert the_topic(issued(files)).pictures[0].content == old
    assert the_topic(files).pictures[0].content == new

    kept.folder.change(INSULINOMA, bound.replace(content_id(old), content_id(new)), "")
    (kept.folder.root / SCAN).unlink()
    files = kept.keep()

    assert the_topic(issued(files)).pictures[0].content == old
    assert the_topic(files).pictures == ()


def test_a_text_that_was_removed_is_not_issued(kept):
    kept.folder.approve(INSULINOMA)
    kept.keep()
    (kept.folder.root / INSULINOMA).unlink()

    assert INSULINOMA not in issued(kept.keep()).ids()


def test_an_approval_of_which_a_letter_was_changed_brings_no_text_back(kept):
    kept.folder.approve(INSULINOMA)
    kept.keep()
    kept.folder.change(approval_file(INSULINOMA), "Dr A Reviewer", "Dr B Reviewer")

    files = kept.retitle("Insulinoma", "Insulin tumour")

    assert the_topic(issued(files)).title == "Insulin tumour"
    assert the_topic(issued(files)).review.status is Status.DRAFT


def test_an_approved_text_that_nobody_can_read_any_more_is_told_and_not_printed(kept):
    kept.folder.approve(INSULINOMA)
    kept.keep()
    kept.folder.write("organisations.toml", "")
    kept.folder.change(INSULINOMA, 'support = ["ncuk"]\n', "")

    library = read_library(issued(kept.keep()))

    assert [fault.file for fault in library.faulty["insulinoma"]] == [INSULINOMA]
    assert "ncuk" in str(library.faulty["insulinoma"])


def test_what_is_issued_of_a_later_version_is_found_from_what_differs(kept):
    kept.folder.approve(SURGERY)
    kept.folder.approve(INSULINOMA)
    before = kept.keep()
    kept.folder.change(SURGERY, "takes out the lump", "takes the lump out")
    first, changed = before.later(kept.keep().commit)
    replaced = replaced_later(first, replaced_in(before), changed)

    assert replaced == replaced_in(first)
    assert set(replaced) == {SURGERY}

    kept.retitle("Insulinoma", "Insulin tumour")
    kept.folder.approve(SURGERY)
    second, changed = first.later(kept.keep().commit)

    assert set(replaced_later(second, replaced, changed)) == set(replaced_in(second)) == {INSULINOMA}
    assert second.ids() == KeptFiles(OpenedStore(kept._place), second.commit).ids()


def test_an_approval_of_words_that_are_nowhere_takes_no_leaflet_out_of_use(kept):
    kept.folder.approve(INSULINOMA)
    approvals = approval_file(INSULINOMA)
    approved = kept.folder.root / approvals
    approved.write_text(
        approved.read_text().replace(content_id((kept.folder.root / INSULINOMA).read_bytes()), "0" * 40)
    )
    files = kept.keep()

    assert the_topic(issued(files)).review.status is Status.DRAFT
