"""A shared folder that an enemy, a broken disk or another program has written to."""

import zlib
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import Mock

import pytest
from dulwich.objects import Blob, ShaFile, Tree
from dulwich.repo import Repo

from leaflet_app.domain.errors import EditRefused, SharingStopped
from leaflet_app.library.store.commits import commit_of
from leaflet_app.library.store.host_remote import HostRemote
from leaflet_app.library.store.objects import LARGEST
from leaflet_app.library.store.sharing import sync
from tests.library.store.desks import INSULINOMA, NOON, PROGRAM

A_FILE, A_FOLDER = 0o100644, 0o40000


@pytest.fixture
def shared(share):
    """Return the shared repository as any Git program would open it."""
    with Repo(str(share)) as repo:
        yield repo


def kept(repo, made):
    repo.object_store.add_object(made)
    return made.id


def told_by(repo, tree, parents=None):
    """Make a commit of a tree the newest shared version."""
    parents = [repo.refs[b"refs/heads/main"].decode()] if parents is None else parents
    put(repo, kept(repo, commit_of(tree.decode(), parents, "Eve", "Change", NOON)))


def put(repo, commit):
    repo.refs[b"refs/heads/main"] = commit


def beside(repo, name, mode, identity):
    """Return the tree of the newest shared version with one more entry, in Git's own writing."""
    rows = [*repo[repo[repo.refs[b"refs/heads/main"]].tree].items()]
    listed = b"".join(b"%o %s\0" % (row.mode, row.path) + bytes.fromhex(row.sha.decode()) for row in rows)
    added = b"%o %s\0" % (mode, name) + bytes.fromhex(identity.decode())
    return kept(repo, ShaFile.from_raw_string(Tree.type_num, listed + added))


def deep_folder(repo, deep):
    at = kept(repo, Blob.from_string(b"x"))
    for step in range(deep):
        folder = Tree()
        for name in (b"a", b"b", b"c", b"d"):
            folder.add(name, A_FOLDER if step else A_FILE, at)
        at = kept(repo, folder)
    return at


def a_folder_that_is_a_file(repo):
    told_by(repo, beside(repo, b"xfolder", A_FOLDER, kept(repo, Blob.from_string(b"x"))))


def a_file_that_is_a_folder(repo):
    told_by(repo, beside(repo, b"x.md", A_FILE, repo[repo.refs[b"refs/heads/main"]].tree))


def two_files_of_one_name(repo):
    told_by(repo, beside(repo, b"topics", A_FILE, kept(repo, Blob.from_string(b"x"))))


def two_names_that_are_one_on_windows(repo):
    told_by(repo, beside(repo, b"ToPics", A_FOLDER, deep_folder(repo, 1)))


def folders_without_end(repo):
    told_by(repo, beside(repo, b"xdeep", A_FOLDER, deep_folder(repo, 2000)))


def a_million_files_in_a_few_bytes(repo):
    told_by(repo, beside(repo, b"xbomb", A_FOLDER, deep_folder(repo, 7)))
    wide = Tree()
    for number in range(100):
        wide.add(b"x%d" % number, A_FOLDER, deep_folder(repo, 6))
    told_by(repo, kept(repo, wide))


def a_commit_in_the_place_of_a_folder(repo):
    told_by(repo, repo.refs[b"refs/heads/main"])


def a_file_in_the_place_of_a_commit(repo):
    tip = repo[repo.refs[b"refs/heads/main"]]
    told_by(repo, tip.tree, [tip.id.decode(), kept(repo, Blob.from_string(b"x")).decode()])


def a_commit_by_nobody_at_no_time(repo):
    tip = repo[repo.refs[b"refs/heads/main"]]
    put(repo, kept(repo, ShaFile.from_raw_string(1, b"tree %s\nparent %s\n\nChange" % (tip.tree, tip.id))))


def a_strange_version_that_was_taken_back(repo):
    tree = repo[repo.refs[b"refs/heads/main"]].tree
    a_folder_that_is_a_file(repo)
    told_by(repo, tree)


def a_list_of_commits_that_is_none(repo):
    kept_tree = repo[repo.refs[b"refs/heads/main"]].tree
    told_by(repo, beside(repo, b"x.md", A_FILE, kept(repo, Blob.from_string(b"x"))) or kept_tree)
    with open(f"{repo.path}/objects/info/commit-graph", "wb") as graph:  # noqa: PTH123  (dulwich gives a string)
        graph.write(b"CGPHjunkjunk")


HOSTILE = [
    a_folder_that_is_a_file,
    a_file_that_is_a_folder,
    two_files_of_one_name,
    two_names_that_are_one_on_windows,
    folders_without_end,
    a_million_files_in_a_few_bytes,
    a_commit_in_the_place_of_a_folder,
    a_file_in_the_place_of_a_commit,
    a_commit_by_nobody_at_no_time,
    a_strange_version_that_was_taken_back,
    a_list_of_commits_that_is_none,
]


@pytest.mark.parametrize("has_own", [False, True])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_no_desk_would_write_is_refused_and_the_own_library_stays(ben, shared, hostile, has_own):
    if has_own:
        ben.save(INSULINOMA, b"Ben's words.\n")
    before, listed = ben.store.head, dict(ben.store.ids(ben.store.head))
    hostile(shared)

    with pytest.raises(SharingStopped):
        ben.sync()

    assert ben.store.head == before
    assert ben.store.ids(before) == listed
    assert ben.store.versions()


@pytest.mark.parametrize("name", ["CON", "nul.md", "lpt1.toml", "git~1", ".git ", ".git.", "end.", "end ", "a" * 300])
def test_a_name_that_some_disk_cannot_hold_is_refused_from_others_and_from_here(ben, shared, name):
    told_by(shared, beside(shared, name.encode(), A_FILE, kept(shared, Blob.from_string(b"x"))))

    with pytest.raises(SharingStopped):
        ben.sync()
    with pytest.raises(EditRefused):
        ben.save(f"topics/{name}/en-GB.md", b"x")


@pytest.mark.parametrize("name", ["why?.md", "a:b.md", "a\\b.md", "a*.md"])
def test_nothing_is_kept_here_that_the_other_desks_would_refuse(ann, name):
    with pytest.raises(EditRefused):
        ann.save(name, b"x")


def test_words_of_others_steer_no_terminal(ann, ben):
    base = ann.store.head
    ann.store.save({INSULINOMA: b"x\n"}, "Ann", "Say\x1b[2J \u202emore\n\nAnd more", base=base, at=NOON)
    ann.sync()
    ben.sync()

    assert ben.store.versions(1)[0].message == "Say [2J  more\n\nAnd more"


@pytest.mark.parametrize("fault", [ValueError, AssertionError, KeyError, IndexError, EOFError])
def test_what_a_server_sends_in_pieces_is_told_in_words(ben, fault):
    client = Mock(fetch=Mock(side_effect=fault), send_pack=Mock(side_effect=fault))
    remote = HostRemote(lambda: nullcontext(client), "/library.git")

    with pytest.raises(SharingStopped, match="what the server sends is damaged"):
        remote.fetch(ben.store.repo)


def test_a_file_larger_than_any_of_a_library_is_refused_at_once_and_never_waited_for(ann, ben, shared):
    waited = []
    told_by(shared, beside(shared, b"film.mp4", A_FILE, kept(shared, Blob.from_string(bytes(LARGEST + 1)))))
    for _ in range(2):
        with pytest.raises(SharingStopped, match="larger than any"):
            sync(ben.store, ben.remote, nullcontext, PROGRAM, waited.append)

    assert waited == []
    assert ben.read(INSULINOMA)


def test_a_file_that_tells_too_small_a_length_is_no_file(ann, ben, shared):
    blob = kept(shared, Blob.from_string(b"x"))
    told_by(shared, beside(shared, b"film.mp4", A_FILE, blob))
    path = Path(shared.path) / "objects" / blob.decode()[:2] / blob.decode()[2:]
    path.chmod(0o644)
    path.write_bytes(zlib.compress(b"blob 1\0" + bytes(10_000)))

    with pytest.raises(SharingStopped):
        ben.sync()
