"""A damaged library still opens, with what is good of it, and says so."""

import pytest

from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.services import library_store
from leaflet_app.services.library_standing import stand
from tests.fakes import a_desk

INSULINOMA = "topics/insulinoma/en-GB.md"


@pytest.fixture
def desk(library):
    """Return a desk on which the insulinoma was renamed twice."""
    desk = a_desk(library)
    for title in ("Once", "Twice"):
        before = library_store.newest(desk).commit
        text = library_store.text_at(desk, INSULINOMA, before).replace('title = "Insulinoma"', 'title = "Once"')
        changed = text.replace('title = "Once"', f'title = "{title}"').encode()
        library_store.change(desk, {INSULINOMA: changed}, "Rename", base=before, author="Ann Lee")
    return desk


def damage(desk, identity):
    """Fill an object of the store with noise."""
    path = desk.home / "library.git" / "objects" / identity[:2] / identity[2:]
    path.chmod(0o644)
    path.write_bytes(b"noise")


def title(standing):
    return standing.library.topics["insulinoma"].title


def test_a_whole_library_is_told_of_in_no_way(desk):
    assert (title(stand(desk.home)), stand(desk.home).fault) == ("Twice", None)


@pytest.mark.parametrize("noise", [b"", b"noise", b"f" * 41])
def test_a_lost_name_of_the_newest_version_is_found(desk, noise):
    (desk.home / "library.git" / "refs" / "heads" / "main").write_bytes(noise)
    begun = stand(desk.home)

    assert (title(begun), begun.commit) == ("Twice", desk.commit)


def test_a_damaged_version_leads_back_to_the_one_before(desk):
    damage(desk, desk.commit)
    (desk.home / "library.snapshot").unlink()
    begun = stand(desk.home)

    assert title(begun) == "Once"
    assert "back at the version of" in begun.fault.message
    assert "Ann Lee" in begun.fault.message
    assert stand(desk.home).fault is None


def test_where_nothing_is_whole_the_shipped_library_is_in_use_and_the_next_change_begins_anew(desk):
    for path in (desk.home / "library.git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"noise")
    (desk.home / "library.snapshot").unlink()
    begun = stand(desk.home)

    assert title(begun) == "Insulinoma"
    assert "library.git.damaged-" in begun.fault.remedy

    desk.library, desk.files, desk.edition, desk.commit = begun.library, begun.files, begun.edition, begun.commit
    assert library_store.newest(desk).library.topics["insulinoma"].title == "Insulinoma"


def test_a_file_in_the_place_of_the_library_is_set_aside_and_the_shipped_one_is_used(home):
    (home / "library.git").write_text("not a library")

    begun = stand(home)

    assert "no version of it is whole" in str(begun.fault)
    [aside] = home.glob("library.git.damaged-*")
    assert aside.read_text() == "not a library"
    assert stand(home).fault is None


def test_a_link_that_leads_nowhere_is_told_and_left_as_it_is(home, library):
    (home / "library.git").symlink_to(home / "drive" / "library.git")

    assert "Connect the disk" in str(stand(home).fault)
    with pytest.raises(StoreUnusable, match="link to another place"):
        library_store.newest(a_desk(library))
    assert (home / "library.git").is_symlink()
