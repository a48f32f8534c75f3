"""The library of a desk: made once from the shipped one, read at any version, changed one commit at a time."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflet_app.domain.errors import EditedMeanwhile, EditRefused, LibraryUnreadable, StoreUnusable
from leaflet_app.library.read import read_library
from leaflet_app.services import library_store
from leaflet_app.services.library_standing import stand
from leaflet_app.services.settings import change as set_to
from tests.builders import SHIPPED_FILES
from tests.fakes import a_desk

ROOT = Path(__file__).resolve().parents[2]
INSULINOMA = "topics/insulinoma/en-GB.md"
TITLE = 'title = "Insulinoma"'


@pytest.fixture
def desk(library):
    return a_desk(library)


def retitle(desk, title, base=""):
    """Give the insulinoma another title."""
    before = library_store.newest(desk).commit
    text = library_store.text_at(desk, INSULINOMA, base or before)
    changed = text.replace(TITLE, f'title = "{title}"').encode()
    return library_store.change(desk, {INSULINOMA: changed}, "Retitle", base=base or before)


def test_the_first_version_is_the_library_that_the_program_came_with(desk, made_anew, library):
    newest = library_store.newest(desk)

    assert newest.library == library
    assert newest.files.ids() == SHIPPED_FILES.ids()
    [version] = library_store.history(desk, INSULINOMA)
    assert version.commit == newest.commit
    assert (version.author, version.message) == ("Clinic Leaflets", "The library that came with the program")
    assert version.at == desk.now()


def test_a_print_makes_no_store(desk):
    stand(desk.home)

    assert not (desk.home / "library.git").exists()


def test_a_change_is_seen_at_once_here_and_at_the_next_start(desk):
    commit = retitle(desk, "Insulin tumour")

    assert library_store.newest(desk).library.topics["insulinoma"].title == "Insulin tumour"
    assert desk.library.topics["insulinoma"].title == "Insulin tumour"
    assert desk.finder.find("insulin tumour")[0] == "insulinoma"
    begun = stand(desk.home)
    assert (begun.library, begun.commit, begun.edition) == (desk.library, commit, desk.edition)
    assert begun.library == read_library(begun.files)


def test_a_change_bears_the_name_of_the_editor(desk):
    set_to(desk, "library.editor", "Ms A Editor")
    retitle(desk, "Insulin tumour")

    assert [version.author for version in library_store.history(desk, INSULINOMA)] == ["Ms A Editor", "Clinic Leaflets"]


def test_two_who_began_from_the_same_text_do_not_overwrite_each_other(desk):
    base = library_store.newest(desk).commit
    retitle(desk, "First", base)

    with pytest.raises(EditedMeanwhile):
        retitle(desk, "Second", base)
    assert desk.library.topics["insulinoma"].title == "First"


def test_another_desk_takes_the_change_in_when_it_looks(desk, library):
    other = a_desk(library)
    library_store.newest(other)
    retitle(desk, "Insulin tumour")

    assert library_store.refresh(other)
    assert other.library.topics["insulinoma"].title == "Insulin tumour"
    assert other.edition == desk.edition
    assert not library_store.refresh(other)


def test_a_library_that_cannot_be_read_leaves_the_desk_with_what_it_had(desk):
    library_store.newest(desk)
    library_store.refresh(desk)
    before = desk.library
    with library_store.in_turn(desk) as store:
        store.save({"practice/practice.toml": b"nonsense"}, "A", "Break", base=store.head, at=desk.now())

    with pytest.raises(LibraryUnreadable):
        library_store.refresh(desk)
    assert desk.library is before


def test_a_start_on_a_library_that_cannot_be_read_goes_back_to_the_last_one_that_can(desk):
    good = retitle(desk, "Insulin tumour")
    with library_store.in_turn(desk) as store:
        for content in (b"nonsense", b"more nonsense"):
            store.save({"practice/practice.toml": content}, "A", "Break", base=store.head, at=desk.now())

    begun = stand(desk.home)

    assert begun.commit == good
    assert begun.library.topics["insulinoma"].title == "Insulin tumour"
    assert "practice.toml:1" in str(begun.fault)


def test_a_version_that_a_text_is_not_in_is_told(desk):
    commit = library_store.newest(desk).commit

    with pytest.raises(EditRefused, match="is not in the version"):
        library_store.text_at(desk, "topics/nothing/en-GB.md", commit)


def test_a_home_that_cannot_hold_a_store_is_told_and_leaves_nothing(desk, made_anew, monkeypatch):
    monkeypatch.setattr("leaflet_app.library.store.beginning.Repo.init_bare", refuse)

    with pytest.raises(StoreUnusable, match="the disk is full"):
        library_store.newest(desk)
    assert not (desk.home / "library.git").exists()


def refuse(*_arguments, **_options):
    raise OSError(28, "No space left on device")


def test_a_start_on_a_store_reads_it_without_git(desk):
    retitle(desk, "Insulin tumour")
    begin = "from leaflet_app.bootstrap import build_desk; print(build_desk().library.topics['insulinoma'].title)"
    listed = subprocess.run(
        [sys.executable, "-c", f"import sys; {begin}; print(*sys.modules)"], cwd=ROOT, capture_output=True, check=True
    )

    title, modules = listed.stdout.decode().splitlines()
    assert title == "Insulin tumour"
    assert not {"dulwich", "markdown_it", "msgspec"}.intersection(modules.split())


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    saves=st.lists(
        st.dictionaries(st.sampled_from(["a", "b/c", "b/d"]), st.binary(max_size=40), max_size=3), max_size=5
    )
)
def test_any_version_gives_what_was_saved_in_it(desk, saves):
    kept = dict.fromkeys(("a", "b/c", "b/d"))
    with library_store.in_turn(desk) as store:
        head = store.save(kept, "A", "Begin", base=store.head, at=desk.now())
        saved = []
        for changes in saves:
            head = store.save(changes, "A", "Save", base=head, at=desk.now())
            kept |= changes
            saved.append((head, dict(kept)))

    for commit, expected in saved:
        for file, content in expected.items():
            if content is None:
                with pytest.raises(EditRefused):
                    library_store.bytes_at(desk, file, commit)
            else:
                assert library_store.bytes_at(desk, file, commit) == content
