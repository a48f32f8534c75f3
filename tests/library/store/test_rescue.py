"""What is damaged is told, and what is good is kept."""

import os
import shutil
import time
from datetime import date

import pytest

from leaflet_app.domain.errors import StoreDamaged, StoreUnusable
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.store import saving
from leaflet_app.library.store.kept_files import KeptFiles
from leaflet_app.library.store.newest import Newest
from leaflet_app.library.store.recovery import HOUR, recover
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.rescue import rescue
from tests.library.store.conftest import Desk
from tests.library.store.test_store import is_sound

TEXT = "topics/insulinoma/en-GB.md"
OTHER = "topics/vipoma/en-GB.md"
TODAY = date(2026, 11, 22)


@pytest.fixture
def versions(desk, store):
    """Return three versions of a text, the last first."""
    return [desk.save({TEXT: word, OTHER: f"other {word}"}) for word in ("one", "two", "three")][::-1]


def place(folder, identity):
    """Return the file of an object, which may be written to."""
    path = folder / "objects" / identity[:2] / identity[2:]
    path.chmod(0o644)
    return path


def newest(folder):
    """Return what a person would read now."""
    with Store.open(folder) as store:
        return Desk(store).text(TEXT)


def test_a_damaged_text_is_the_only_one_that_is_lost(versions, store, folder):
    place(folder, store.ids(store.head)[TEXT]).write_bytes(b"noise")
    files = KeptFiles(store, store.head)

    with pytest.raises(FileUnreadable, match="damaged"):
        files.read(TEXT, 1000)
    assert files.read(OTHER, 1000) == b"other three"
    assert rescue(folder, TODAY).version.commit == versions[0]


def test_a_damaged_text_is_whole_again_once_it_is_saved(versions, desk, store, folder):
    identity = store.ids(store.head)[TEXT]
    place(folder, identity).write_bytes(b"")
    desk.save({TEXT: "four"})
    desk.save({TEXT: "three"})

    assert store.content(identity) == b"three"
    assert is_sound(folder)


def test_a_text_in_place_of_another_is_not_taken_for_it(versions, store, folder):
    shutil.copyfile(place(folder, store.ids(store.head)[OTHER]), place(folder, store.ids(store.head)[TEXT]))

    with pytest.raises(FileUnreadable):
        KeptFiles(store, store.head).read(TEXT, 1000)


def test_a_damaged_commit_leads_back_to_the_one_before(versions, folder):
    place(folder, versions[0]).write_bytes(b"noise")
    rescued = rescue(folder, TODAY)

    assert (rescued.version.commit, rescued.version.author) == (versions[1], "Ann Lee")
    assert newest(folder) == "two"


def test_a_damaged_folder_leads_back_to_the_version_before(versions, store, folder):
    tree = store.repo[versions[0].encode()].tree.decode()
    place(folder, tree).unlink()

    with pytest.raises(StoreDamaged), Store.open(folder) as again:
        again.ids(again.head)
    assert rescue(folder, TODAY).version.commit == versions[1]
    assert newest(folder) == "two"


@pytest.mark.parametrize("line", [b"", b"\n", b"f" * 40, b"noise", b"ref: refs/heads/main\n", b"\0" * 41])
def test_a_lost_name_of_the_newest_version_is_found_again(versions, folder, line):
    (folder / "refs" / "heads" / "main").write_bytes(line)

    with pytest.raises(StoreDamaged), Store.open(folder) as again:
        again.ids(again.head)
    assert rescue(folder, TODAY).version.commit == versions[0]
    assert newest(folder) == "three"


def test_without_any_name_the_newest_commit_of_all_is_found(versions, folder):
    shutil.rmtree(folder / "refs")
    shutil.rmtree(folder / "logs")

    assert rescue(folder, TODAY).version.commit == versions[0]
    assert newest(folder) == "three"
    assert is_sound(folder)


def test_a_store_that_has_lost_its_names_is_never_taken_for_an_empty_one(versions, folder):
    (folder / "refs" / "heads" / "main").unlink()

    with pytest.raises(StoreDamaged), Store.open(folder) as again:
        assert again.head


@pytest.mark.parametrize("name", ["config", "HEAD"])
@pytest.mark.parametrize("noise", [b"", b"\0\xff[[", b"[core]\n\trepositoryformatversion = 99\n", None])
def test_what_makes_it_a_store_for_git_is_mended(versions, folder, name, noise):
    if noise is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(noise)
    rescue(folder, TODAY)

    assert newest(folder) == "three"
    assert is_sound(folder)


@pytest.mark.parametrize("noise", [None, b"", b"\0" * 2000])
def test_a_lost_list_of_a_pack_is_written_anew(desk, folder, noise):
    head = desk.save({TEXT: "three", **{f"topics/t{number}/en-GB.md": f"text {number}" for number in range(40)}})
    (listed,) = (folder / "objects" / "pack").glob("*.idx")
    listed.chmod(0o644)
    listed.unlink() if noise is None else listed.write_bytes(noise)

    assert rescue(folder, TODAY).version.commit == head
    assert newest(folder) == "three"
    assert is_sound(folder)


def test_a_pack_that_was_cut_off_is_left_as_it_is(desk, folder):
    desk.save({f"topics/t{number}/en-GB.md": f"text {number}" for number in range(40)})
    (pack,) = (folder / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    pack.write_bytes(pack.read_bytes()[:500])
    pack.with_suffix(".idx").unlink()

    aside = rescue(folder, TODAY).set_aside
    assert (aside / pack.relative_to(folder)).stat().st_size == 500


def test_where_nothing_is_left_the_store_is_set_aside_untouched(versions, folder):
    for path in (folder / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"noise")
    there = sorted(path.name for path in folder.rglob("*"))
    rescued = rescue(folder, TODAY)

    assert rescued.version is None
    assert not folder.exists()
    assert rescued.set_aside.name == "library.git.damaged-2026-11-22"
    assert sorted(path.name for path in rescued.set_aside.rglob("*")) == there


def test_two_stores_set_aside_on_one_day_have_two_names(folder):
    for _ in range(2):
        folder.mkdir()
        last = rescue(folder, TODAY).set_aside

    assert last.name == "library.git.damaged-2026-11-22-2"


def test_a_sound_store_is_left_as_it_is(versions, folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert rescue(folder, TODAY).version.commit == versions[0]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_after_a_rescue_the_next_save_follows(versions, folder):
    place(folder, versions[0]).write_bytes(b"noise")
    rescue(folder, TODAY)

    with Store.open(folder) as store:
        Desk(store).save({TEXT: "four"})
        assert store.history(TEXT)[0].texts == (TEXT,)
    assert newest(folder) == "four"


def test_history_says_where_it_is_lost(versions, folder):
    place(folder, versions[1]).write_bytes(b"noise")

    with Store.open(folder) as again:
        newest, lost = again.history(TEXT)
    assert newest.commit == versions[0]
    assert "damaged" in lost.message


def test_a_save_made_on_top_of_what_was_lost_overwrites_nothing(versions, folder):
    place(folder, versions[0]).write_bytes(b"noise")
    rescue(folder, TODAY)

    with Store.open(folder) as store, pytest.raises(Exception, match="Someone else has changed"):
        Desk(store).save({TEXT: "four"}, base=versions[0])


def test_locks_that_nobody_holds_are_removed_at_start(desk, folder, monkeypatch):
    monkeypatch.setattr(saving, "PAUSE", 0)
    desk.save({TEXT: "one"})
    left = [folder / name for name in ("refs/heads/main.lock", "HEAD.lock", "objects/pack/pack-1.idx.lock")]
    for path in left:
        path.touch()
    with pytest.raises(StoreUnusable, match="another program"):
        desk.save({TEXT: "two"})

    assert recover(folder) == len(left)
    desk.save({TEXT: "three"})
    assert newest(folder) == "three"


def test_files_that_never_got_a_name_go_once_nobody_can_be_writing_them(folder, store):
    old, new = folder / "objects" / "tmp_obj_1", folder / "objects" / "pack" / "tmp2.pack"
    for path in (old, new):
        path.touch()
    long_ago = time.time() - 2 * HOUR
    os.utime(old, (long_ago, long_ago))

    assert recover(folder) == 1
    assert new.exists()


def test_a_line_of_the_list_that_was_cut_off_costs_no_other(desk, folder):
    first = desk.save({TEXT: "one"})
    log = folder / "logs" / "refs" / "heads" / "main"
    log.write_bytes(log.read_bytes() + b"0000 half a li")
    second = desk.save({TEXT: "two"})

    assert list(Newest(folder).earlier()) == [second, first]
