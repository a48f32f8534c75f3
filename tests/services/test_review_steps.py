"""Whatever is done in whatever order: no text counts as approved whose very bytes nobody approved."""

from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.reviewing import Signature
from leaflet_app.library.approvals import approval_file, approvals_beside
from leaflet_app.services import library_store
from leaflet_app.services.review_texts import approve, retire, review_of, send_back, submit
from tests.fakes import a_desk
from tests.library.folder import INSULINOMA, Folder

WRITER, READER = "B Writer", Signature("Dr Ada Example", "Consultant", "GMC 1234567")
UNTIL = date(2028, 11, 1)


class Desk:
    """A desk with one text, and all the words of it that anybody approved."""

    def __init__(self, home):
        Folder(home / "folder").keep(home)
        self.desk, self.approved, self.numbers = a_desk(home=home), set(), count(1)

    @property
    def newest(self):
        return library_store.newest(self.desk)

    @property
    def words(self):
        return self.newest.files.read(INSULINOMA, 100_000).decode()

    def keep(self, file, words, author=WRITER):
        library_store.change(self.desk, {file: words.encode()}, "Change", base=self.newest.commit, author=author)

    def edit(self):
        self.keep(INSULINOMA, f"{self.words.rstrip()}\n- Is it safe to swim{' far' * next(self.numbers)}?\n")

    def say_so_in_the_text(self):
        state = review_of(self.newest, INSULINOMA).status.value
        self.keep(INSULINOMA, self.words.replace(f'"{state}"', '"approved"').replace('"in-review"', '"approved"'))

    def begin_again(self):
        self.keep(INSULINOMA, self.words.replace('"retired"', '"draft"').replace('"approved"', '"draft"'))

    def point_the_approval_at_other_words(self):
        written = approvals_beside(self.newest.files, INSULINOMA).get("en-GB")
        if written is not None:
            file = approval_file(INSULINOMA)
            now = self.newest.files.ids()[INSULINOMA]
            self.keep(file, self.newest.files.read(file, 100_000).decode().replace(written.content, now))

    def submit(self):
        submit(self.desk, INSULINOMA, f"{next(self.numbers)}.0.0", "Ready")

    def approve(self):
        words = self.words
        approve(self.desk, INSULINOMA, READER, UNTIL)
        self.approved.add(words)

    def approve_own_words(self):
        approve(self.desk, INSULINOMA, Signature(WRITER, "Writer", "1"), UNTIL)
        raise AssertionError("they approved their own words")

    def send_back(self):
        send_back(self.desk, INSULINOMA, "Plainer, please.")

    def retire(self):
        retire(self.desk, INSULINOMA, "Replaced.")

    def check(self):
        """See that what counts as approved is what was approved, in the newest view and in that of desks."""
        for library, files in ((self.newest.library, self.newest.files), (self.desk.library, self.desk.files)):
            topic = library.topics.get("insulinoma")
            if topic is not None and topic.review.is_approved:
                assert files.read(INSULINOMA, 100_000).decode() in self.approved


STEPS = (
    Desk.edit,
    Desk.say_so_in_the_text,
    Desk.begin_again,
    Desk.point_the_approval_at_other_words,
    Desk.submit,
    Desk.approve,
    Desk.send_back,
    Desk.retire,
)


def taken(steps):
    """Take the steps one after another, whether they are refused or not; return the desk."""
    with TemporaryDirectory() as home:
        at = Desk(Path(home))
        for step in steps:
            with suppress(LeafletError):
                step(at)
            at.check()
        return at


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sampled_from(STEPS), min_size=3, max_size=8))
def test_no_steps_in_any_order_approve_what_nobody_approved(steps):
    taken((Desk.submit, Desk.approve, *steps))


def test_the_steps_do_approve():
    assert len(taken((Desk.submit, Desk.approve, Desk.edit, Desk.submit, Desk.approve)).approved) == 2


def test_who_wrote_it_never_approves_it():
    assert taken((Desk.edit, Desk.submit, Desk.approve_own_words)).approved == set()
