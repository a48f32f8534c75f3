"""Two desks that share one library through a folder."""

import contextlib
from datetime import timedelta

import pytest
from dulwich.objects import Blob, ObjectID, Tree

from leaflet_app.domain.errors import AnotherHistory, EditedMeanwhile, NotReachable, SharingStopped, StoreDamaged
from leaflet_app.library.store import folder_remote
from leaflet_app.library.store.commits import commit_of
from leaflet_app.library.store.folder_remote import FolderRemote
from leaflet_app.library.store.own_versions import to_send, waits
from tests.library.store.desks import INSULINOMA, NOON, SHIPPED, VIPOMA

SHIPS = "Clinic Leaflets: Shipped"


def test_a_change_of_one_desk_reaches_the_other(ann, ben):
    ann.save(INSULINOMA, b"Ann's words.\n")

    assert ann.sync().sent == 1
    assert ben.sync().taken == 1
    assert ben.read(INSULINOMA) == b"Ann's words.\n"


def test_different_texts_come_together_in_one_line(ann, ben):
    ann.save(INSULINOMA, b"Ann's words.\n")
    ben.save(VIPOMA, b"Ben's words.\n")
    ann.sync()
    ben.sync()
    ann.sync()

    assert ann.store.head == ben.store.head
    assert ann.messages() == ["Ben: Change topics/vipoma/en-GB.md", "Ann: Change topics/insulinoma/en-GB.md", SHIPS]


def test_the_same_text_changed_on_both_sides_is_for_a_person_to_settle(ann, ben):
    ann.save(INSULINOMA, b"Ann's words.\n")
    before = ben.save(INSULINOMA, b"Ben's words.\n")
    ann.sync()

    with pytest.raises(EditedMeanwhile) as told:
        ben.sync()

    assert told.value.texts == (INSULINOMA,)
    assert ben.store.head == before
    assert waits(ben.store)


def test_the_same_text_changed_to_the_same_words_is_no_quarrel(ann, ben):
    for desk in (ann, ben):
        desk.save(INSULINOMA, b"The words of the guideline.\n")
        desk.sync()

    assert ann.store.head == ben.store.head


def test_a_text_and_its_approval_count_as_one(ann, ben):
    ann.save(INSULINOMA, b"Ann's words.\n")
    ben.save("topics/insulinoma/approval.toml", b'[en-GB]\ncontent = "1"\n')
    ann.sync()

    with pytest.raises(EditedMeanwhile):
        ben.sync()


def test_approvals_of_two_languages_stand_side_by_side(ann, ben):
    ann.save("topics/insulinoma/approval.toml", b'[en-GB]\ncontent = "1"\n')
    ben.save("topics/insulinoma/approval.toml", b'[cy]\ncontent = "2"\n')
    ann.sync()
    ben.sync()

    assert ben.read("topics/insulinoma/approval.toml") == b'[cy]\ncontent = "2"\n\n[en-GB]\ncontent = "1"\n'


def test_a_change_taken_back_still_meets_the_change_of_another(ann, ben):
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    ben.save(INSULINOMA, b"Ben's words.\n")
    ben.save(INSULINOMA, SHIPPED[INSULINOMA])

    with pytest.raises(EditedMeanwhile):
        ben.sync()


def test_a_text_taken_away_on_both_sides_is_gone(ann, ben):
    for desk in (ann, ben):
        desk.save(VIPOMA, None)
        desk.sync()

    assert ben.read(VIPOMA) is None


def test_desks_that_began_apart_with_the_same_library_share(ann, desk_of):
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    late = desk_of("Late")
    late.store.save({VIPOMA: b"Late words.\n"}, "Late", "Begin", base=late.store.head, at=NOON.replace(hour=13))
    late.sync()

    assert (late.read(INSULINOMA), late.read(VIPOMA)) == (b"Ann's words.\n", b"Late words.\n")


def test_an_untouched_newer_library_gives_way_to_the_shared_one(ann, desk_of):
    new = desk_of("New", {INSULINOMA: b"A later library.\n"})
    new.sync()

    assert new.store.head == ann.store.head


def test_a_library_begun_elsewhere_is_refused_once_it_was_changed(ann, desk_of):
    other = desk_of("Other", {INSULINOMA: b"Another library.\n"})
    head = other.save(INSULINOMA, b"Own words.\n")

    with pytest.raises(AnotherHistory, match="begun by itself"):
        other.sync()
    assert other.store.head == head


def test_a_rewritten_share_is_refused(ann, ben, share):
    first = ann.store.head
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    ben.sync()
    (share / "refs/heads/main").write_text(f"{first}\n")

    with pytest.raises(AnotherHistory, match="rewritten"):
        ben.sync()
    assert ben.read(INSULINOMA) == b"Ann's words.\n"


def test_an_emptied_share_is_refused(ann, share):
    (share / "refs/heads/main").unlink()

    with pytest.raises(AnotherHistory, match="emptied"):
        ann.sync()


def test_a_push_cut_short_before_it_was_noted_is_known_again(ann, share):
    ann.save(INSULINOMA, b"Ann's words.\n")
    noted = (ann.folder / "refs/remotes/shared/main").read_bytes()
    ann.sync()
    (ann.folder / "refs/remotes/shared/main").write_bytes(noted)

    assert ann.sync().sent == 0
    assert to_send(ann.store) == 0


def test_what_is_not_sent_yet_is_counted(ann):
    ann.save(INSULINOMA, b"Once.\n")
    ann.save(INSULINOMA, b"Twice.\n")

    assert to_send(ann.store) == 2


def test_a_share_that_is_away_is_told_as_such(ann, share):
    share.rename(share.with_name("away"))

    with pytest.raises(NotReachable):
        ann.sync()


def test_a_share_that_is_not_connected_is_no_empty_one(ann, share):
    share.rename(share.with_name("away"))
    share.mkdir()

    with pytest.raises(NotReachable, match="not connected"):
        ann.sync()


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "Holiday.jpg").touch()

    with pytest.raises(SharingStopped, match="other things"):
        FolderRemote(tmp_path).begin()


def test_a_lock_is_removed_once_it_is_old(ann, share):
    lock = share / "refs/heads/main.lock"
    lock.touch()
    since = ann.remote.locked_since

    with pytest.raises(SharingStopped, match="at this moment"):
        ann.remote.unlock(since + timedelta(minutes=9))
    assert ann.remote.unlock(since + timedelta(minutes=11))
    assert not lock.exists()


@pytest.mark.parametrize("name", [b"../up", b".git/config", b"a\\b", b"\xff", b"c:d"])
def test_a_name_that_no_folder_could_hold_is_refused(ann, ben, name):
    commit = commit_with(ann.store.repo.object_store, ann.store.head, name)
    (ann.folder / "refs/heads/main").write_bytes(commit + b"\n")
    ann.remote.push(ann.store.repo, ObjectID(ben.store.head.encode()), commit)
    before = ben.store.head

    with pytest.raises(SharingStopped, match="would never write"):
        ben.sync()
    assert ben.store.head == before


def commit_with(objects, head, name):
    """Write a commit with a file of any name, as another program may."""
    blob = Blob.from_string(b"x")
    tree = Tree()
    *folders, last = name.split(b"/")
    tree.add(last, 0o100644, blob.id)
    objects.add_object(blob)
    objects.add_object(tree)
    for folder in reversed(folders):
        inside, tree = tree, Tree()
        tree.add(folder, 0o040000, inside.id)
        objects.add_object(tree)
    commit = commit_of(tree.id.decode(), [head], "Eve", "Strange", NOON)
    objects.add_object(commit)
    return commit.id


def test_a_lock_that_stays_ends_the_patience(ann, share):
    ann.save(INSULINOMA, b"Ann's words.\n")
    (share / "refs/heads/main.lock").touch()

    with pytest.raises(SharingStopped, match="without a pause"):
        ann.sync()


def test_damage_of_this_desk_is_not_blamed_on_the_share(ann):
    ann.save(INSULINOMA, b"Ann's words.\n")
    lost = ann.store.id_at(ann.store.head, INSULINOMA)
    (ann.folder / "objects" / lost[:2] / lost[2:]).unlink()

    with pytest.raises(StoreDamaged, match="goes back to the newest version that is whole"):
        ann.sync()


@pytest.mark.parametrize("step", ["adjust_shared_perm", "Path.rename", "Path.rmdir"])
@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_folder_whose_beginning_was_stopped_can_be_begun_by_another(tmp_path, monkeypatch, step, times):
    folder, real, done = tmp_path / "new share", _named(step), []
    folder.mkdir()

    def stop(*arguments):
        done.append(arguments)
        if len(done) == times:
            raise KeyboardInterrupt
        return real(*arguments)

    with monkeypatch.context() as patched, contextlib.suppress(KeyboardInterrupt):
        patched.setattr(f"{folder_remote.__name__}.{step}", stop)
        FolderRemote(folder).begin()
    if FolderRemote(folder).is_empty:
        FolderRemote(folder).begin()

    assert not FolderRemote(folder).is_empty
    assert len(list((folder / "objects").glob("[0-9a-f][0-9a-f]"))) == 256
    assert {each.name for each in folder.iterdir()} >= {"HEAD", "config", "objects", "refs"}
    assert not {".new", ".begun"} & {each.name for each in folder.iterdir()}


def _named(step):
    at = folder_remote
    for name in step.split("."):
        at = getattr(at, name)
    return at
