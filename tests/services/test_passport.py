"""A code that was printed once is answered for as long as the register remembers it."""

import hashlib
import shutil
from dataclasses import replace

import pytest

from leaflet_app import paths
from leaflet_app.domain.blocks import texts
from leaflet_app.domain.errors import EditionUnreadable, PassportMistyped, PassportUnknown, TopicRetired
from leaflet_app.domain.given import Way
from leaflet_app.domain.passport import passport
from leaflet_app.domain.selection import Recipient
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.library.snapshot import edition_of
from leaflet_app.pdf.render import render
from leaflet_app.services.correct_leaflet import correct, todays_selection
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.passport import look_up, told
from leaflet_app.services.recreate_leaflet import recreate
from leaflet_app.services.register import note_given
from tests.builders import SHIPPED_LIBRARY, a_selection
from tests.fakes import FakeRender, a_desk

CHOSEN = a_selection("insulinoma", is_summary=True)
WAS, IS_NOW = "someone collapses, passes out or has a fit", "someone falls down, passes out or has a fit"


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the shipped library."""
    shutil.copytree(SHIPPED_LIBRARY, tmp_path / "library")
    return tmp_path / "library"


def desk_of(folder, library=None):
    """Return a desk with the library of a folder as it is now."""
    edition = edition_of(FolderFiles(folder), FolderFiles(paths.resources() / "diagrams"))
    desk = a_desk(library or read_library(FolderFiles(folder)), render=FakeRender())
    return replace(desk, edition=edition, files=FolderFiles(folder))


@pytest.fixture
def desk(folder, library):
    return desk_of(folder, library)


def give(desk, selection=CHOSEN, **changes):
    """Print a leaflet and note it; return its entry."""
    return note_given(desk, Way.PRINT, make_leaflet(desk.library, selection, desk.render), selection, **changes)


def edited(folder, old, new):
    """Return a desk whose topic has another word."""
    file = folder / "topics" / "insulinoma" / "en-GB.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return desk_of(folder)


def test_a_leaflet_of_today_is_current_and_a_draft(desk):
    given = give(desk)
    found = look_up(desk, given.passport.lower())

    assert (found.is_current, found.is_draft, found.was_draft, found.withdrawn) == (True, True, True, "")
    assert list(told(found)) == [
        "Current: its words are those of today.",
        "Draft: its text awaits clinical review today.",
    ]
    assert found.entries == (given,)


def test_a_changed_sentence_supersedes_it_and_is_told(desk, folder):
    given = give(desk)
    found = look_up(edited(folder, WAS, IS_NOW), given.passport)

    assert found.is_superseded
    [part] = found.changed
    [change] = part.changes
    assert part.title == "Get help fast"
    assert ([each.text for each in change.before], [each.text for each in change.now]) == ([WAS], [IS_NOW])
    assert list(told(found))[:2] == ["Superseded: the library says it in other words today.", "1 part changed."]


def test_what_changed_cannot_be_told_where_the_old_library_is_not_kept(desk, folder):
    given = give(desk)
    shutil.rmtree(desk.home / "editions")
    found = look_up(edited(folder, WAS, IS_NOW), given.passport)

    assert (found.is_superseded, found.changed, found.was_draft) == (True, None, None)
    assert "What changed cannot be shown" in list(told(found))[1]


def test_a_retired_topic_withdraws_it(desk, folder):
    given = give(desk)
    found = look_up(edited(folder, 'status = "draft"', 'status = "retired"'), given.passport)

    assert (found.is_current, found.is_superseded) == (False, False)
    assert next(told(found)) == (
        "Withdrawn: “Insulinoma” is retired and goes into no new leaflet. Do not give it any more."
    )


def test_a_topic_that_is_gone_withdraws_it_too(desk, folder):
    given = give(desk)
    topics = {each: topic for each, topic in desk.library.topics.items() if each != "insulinoma"}
    found = look_up(replace(desk, library=replace(desk.library, topics=topics), edition="9" * 64), given.passport)

    assert found.withdrawn == "There is no topic called “insulinoma”."
    assert found.was_draft is True


def test_a_code_that_nobody_printed_here_is_unknown_and_a_mistyped_one_is_told_so(desk):
    code = passport(1_234_567)

    with pytest.raises(PassportUnknown, match=code):
        look_up(desk, code)
    with pytest.raises(PassportMistyped):
        look_up(desk, code[:-1] + ("0" if code[-1] != "0" else "1"))


def test_a_leaflet_is_made_again_byte_for_byte_after_the_library_changed(desk, folder):
    desk = replace(desk, render=render)
    given = give(desk)
    again = recreate(replace(edited(folder, WAS, IS_NOW), render=render), given)

    assert hashlib.sha256(again.pdf).hexdigest() == given.digest
    assert (again.is_same, again.said) == (True, "It is the very same file, byte for byte.")


def test_a_personal_leaflet_is_made_again_without_its_person(desk):
    named = give(desk, replace(CHOSEN, recipient=Recipient("Zebedee Quux", "ZQ-4711"), note="Zebedee, rest."))
    again = recreate(desk, named)
    leaflet, _ = desk.render.asked[-1]

    assert again.is_same is None
    assert "Zebedee" not in leaflet.for_person + "\n".join(texts(leaflet.blocks))


def test_another_program_or_another_file_is_told(desk):
    given = give(desk)

    assert recreate(desk, replace(given, digest="0" * 64)).said == "It is not the same file, byte for byte."
    assert "bytes may differ" in recreate(desk, replace(given, digest="0" * 64, program="0.0.1")).said


def test_without_its_library_it_cannot_be_made_again(desk):
    with pytest.raises(EditionUnreadable, match="this desk has not kept it"):
        recreate(desk, replace(give(desk), edition="1" * 64))


def test_a_corrected_leaflet_tells_what_changed_and_is_made_again_as_it_was(desk, folder):
    given = give(desk)
    newer = edited(folder, WAS, IS_NOW)
    made = correct(newer, given)
    noted = note_given(newer, Way.SAVE, made, todays_selection(newer, given), corrects=given.edition)
    said = list(texts(made.leaflet.blocks))

    assert said[said.index("What has changed") + 2 :][:3] == ["Get help fast", IS_NOW, f"Before: {WAS}"]
    recreate(newer, noted)
    assert newer.render.asked[-1] == newer.render.asked[-2]
    assert look_up(newer, noted.passport).is_current


def test_a_leaflet_of_a_retired_topic_is_not_corrected(desk, folder):
    given = give(desk)

    with pytest.raises(TopicRetired):
        correct(edited(folder, 'status = "draft"', 'status = "retired"'), given)
