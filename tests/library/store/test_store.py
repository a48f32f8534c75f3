"""The store keeps every version of every file, and tells what has changed."""

import subprocess

import pytest

from leaflet_app.domain.errors import EditedMeanwhile, EditRefused, StoreDamaged, StoreUnusable
from leaflet_app.library.files import FileUnreadable, content_id
from leaflet_app.library.store.kept_files import KeptFiles
from leaflet_app.library.store.repository import Store
from tests.library.store.conftest import NOON, Desk

TEXT = "topics/insulinoma/en-GB.md"
OTHER = "topics/vipoma/en-GB.md"


def test_a_new_store_has_no_version(store):
    assert store.head == ""


def test_what_is_saved_is_read_at_its_version(desk, store):
    first = desk.save({TEXT: "one", OTHER: "other"})
    second = desk.save({TEXT: "two"})

    assert (desk.text(TEXT, first), desk.text(TEXT, second), desk.text(OTHER, second)) == ("one", "two", "other")
    assert store.head == second


def test_the_next_opening_finds_it(desk, folder):
    kept = desk.save({TEXT: "one"})

    with Store.open(folder) as again:
        assert again.head == kept
        assert Desk(again).text(TEXT) == "one"


def test_the_id_of_a_file_is_that_of_its_bytes(desk, store):
    head = desk.save({TEXT: "one"})

    assert store.ids(head)[TEXT] == store.id_at(head, TEXT) == content_id(b"one")
    assert store.id_at(head, OTHER) == store.id_at(head, "topics/insulinoma") == store.id_at("", TEXT) == ""


def test_a_file_is_taken_away_with_its_folder(desk, store):
    desk.save({TEXT: "one", OTHER: "other"})
    head = desk.save({TEXT: None, "topics/never/there.md": None})

    assert store.ids(head) == {OTHER: content_id(b"other")}
    assert KeptFiles(store, head).entries("topics")[0].name == "vipoma"


def test_the_ids_after_a_save_are_those_that_a_fresh_look_finds(desk, store, folder):
    desk.save({TEXT: "one", OTHER: "other"})
    store.ids(store.head)
    head = desk.save({TEXT: "two", OTHER: None, "library.toml": "name"})

    with Store.open(folder) as again:
        assert store.ids(head) == again.ids(head)


def test_what_changes_nothing_makes_no_version(desk, store):
    head = desk.save({TEXT: "one"})

    assert desk.save({TEXT: "one"}) == head
    assert len(store.versions()) == 1


def test_a_text_that_another_has_changed_is_not_overwritten(desk):
    base = desk.save({TEXT: "one"})
    desk.save({TEXT: "theirs"})

    with pytest.raises(EditedMeanwhile) as fault:
        desk.save({TEXT: "mine"}, base=base)

    assert fault.value.texts == (TEXT,)
    assert desk.text(TEXT) == "theirs"


def test_a_text_that_another_has_taken_away_is_not_put_back(desk):
    base = desk.save({TEXT: "one", OTHER: "other"})
    desk.save({TEXT: None})

    with pytest.raises(EditedMeanwhile):
        desk.save({TEXT: "mine"}, base=base)


def test_another_text_may_change_meanwhile(desk):
    base = desk.save({TEXT: "one", OTHER: "other"})
    desk.save({OTHER: "theirs"})
    desk.save({TEXT: "mine"}, base=base)

    assert (desk.text(TEXT), desk.text(OTHER)) == ("mine", "theirs")


def test_a_change_on_top_of_a_version_that_is_not_here_is_never_written_over_another(desk):
    desk.save({TEXT: "one"})

    with pytest.raises(EditedMeanwhile):
        desk.save({TEXT: "mine"}, base="f" * 40)


@pytest.mark.parametrize("name", ["", "/", "topics//a.md", "../a.md", "topics/../../a", ".git/config", "a\nb", "a\0"])
def test_a_name_that_cannot_be_is_refused(desk, store, name):
    with pytest.raises(EditRefused):
        desk.save({name: "text"})

    assert store.head == ""


def test_many_files_are_kept_in_one_pack(desk, store, folder):
    texts = {f"topics/t{number}/en-GB.md": f"text {number}" for number in range(60)}
    desk.save(texts)

    assert len(list((folder / "objects" / "pack").glob("*.pack"))) == 1
    assert {file: desk.text(file) for file in texts} == texts
    assert is_sound(folder)


def test_many_files_may_say_the_same(desk, folder):
    texts = dict.fromkeys([f"topics/t{number}/en-GB.md" for number in range(60)], "the same")
    desk.save(texts)

    assert {file: desk.text(file) for file in texts} == texts
    assert is_sound(folder)


def test_git_itself_finds_nothing_wrong(desk, folder):
    desk.save({TEXT: "one"}, author="O’Neill <x>\n", message="Ça va\n\nbien\0")
    desk.save({TEXT: "two", "library.toml": "name"})

    assert is_sound(folder)


def is_sound(folder):
    """Tell whether Git finds every version, file and list of the store as it should be."""
    command = ["git", "-C", str(folder), "fsck", "--strict", "--full"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return told.returncode == 0 and "error" not in told.stderr


@pytest.mark.parametrize(
    ("author", "kept"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Ann <ann@example.org>", "Ann ann@example.org"),
        ("Ann\nparent 0000", "Ann parent 0000"),
        ("  ", "Unnamed"),
        ("محمد", "محمد"),
        ("a\0b", "a b"),
    ],
)
def test_no_name_of_an_author_breaks_a_version(desk, store, folder, author, kept):
    head = desk.save({TEXT: "one"}, author=author)

    assert store.version(head).author == kept
    assert is_sound(folder)


def test_a_version_says_who_changed_what_when_and_why(desk, store):
    desk.save({TEXT: "one", OTHER: "other"})
    head = desk.save({TEXT: "two"}, author="Jo Bell", message="Mend a figure\n\nAsked by the clinic.")
    version = store.version(head)

    assert (version.commit, version.author, version.texts) == (head, "Jo Bell", (TEXT,))
    assert version.message == "Mend a figure\n\nAsked by the clinic."
    assert version.at > NOON


def test_the_history_of_a_text_names_no_change_of_another(desk, store):
    first = desk.save({TEXT: "one", OTHER: "other"})
    desk.save({OTHER: "another"})
    third = desk.save({TEXT: "two"})
    desk.save({OTHER: TEXT})

    assert [version.commit for version in store.history(TEXT)] == [third, first]
    assert [version.commit for version in store.history(TEXT, most=1)] == [third]
    assert len(store.history(TEXT, OTHER)) == 4


def test_a_file_that_becomes_a_folder_leaves_a_sound_repository(desk, folder):
    desk.save({"topics/x": "1", "topics/x.md": "2"})
    desk.save({"topics/x": None, "topics/x/en.md": "3"})

    assert is_sound(folder)


def test_every_version_of_a_text_is_told_however_many_there_are(desk, store):
    saved = [desk.save({TEXT: f"version {number}"}) for number in range(105)]

    assert [version.commit for version in store.history(TEXT)] == saved[::-1]


def test_a_text_that_moved_is_gone_from_one_name_and_new_under_the_other(desk, store):
    first = desk.save({TEXT: "one", "library.toml": "name"})
    moved = desk.save({TEXT: None, OTHER: "one"})

    assert [version.commit for version in store.history(TEXT)] == [moved, first]
    assert [version.commit for version in store.history(OTHER)] == [moved]
    assert store.changed_files(first, moved) == (TEXT, OTHER)


def test_the_files_that_differ_between_two_versions(desk, store):
    first = desk.save({TEXT: "one", OTHER: "other", "library.toml": "name"})
    desk.save({OTHER: None})
    last = desk.save({TEXT: "two", "shared/a/de.md": "a"})

    assert store.changed_files(first, last) == ("shared/a/de.md", TEXT, OTHER)
    assert store.changed_files(last, first) == ("shared/a/de.md", TEXT, OTHER)
    assert store.changed_files("", first) == ("library.toml", TEXT, OTHER)
    assert store.changed_files(first, first) == ()


def test_a_file_in_place_of_a_folder_is_told_by_both_names(desk, store):
    first = desk.save({"topics/a/en-GB.md": "one", OTHER: "other"})
    desk.save({"topics/a/en-GB.md": None})
    second = desk.save({"topics/a": "a file"})

    assert store.changed_files(first, second) == ("topics/a", "topics/a/en-GB.md")


@pytest.mark.parametrize("changes", [{"topics": "a"}, {"topics/a/en-GB.md/x": "a"}, {"b": "a", "b/c": "a"}])
def test_a_file_and_a_folder_never_share_a_name(desk, store, changes):
    head = desk.save({"topics/a/en-GB.md": "one"})

    with pytest.raises(EditRefused, match="one name"):
        desk.save(changes)

    assert store.head == head


def test_a_folder_takes_the_place_of_a_file_that_goes(desk, store):
    desk.save({"topics/a": "a file"})
    head = desk.save({"topics/a/en-GB.md": "one", "topics/a": None})

    assert list(store.ids(head)) == ["topics/a/en-GB.md"]


def test_where_two_lines_meet_only_what_is_new_in_the_meeting_counts(desk, store, folder):
    base = desk.save({TEXT: "one", OTHER: "other"})
    mine = desk.save({TEXT: "mine"})
    git = ["git", "-C", str(folder), "-c", "user.name=Git", "-c", "user.email=git@example.org"]
    theirs = run([*git, "commit-tree", f"{base}^{{tree}}", "-p", base, "-m", "theirs"])
    met = run([*git, "commit-tree", f"{mine}^{{tree}}", "-p", mine, "-p", theirs, "-m", "meet"])
    run([*git, "update-ref", "refs/heads/main", met])

    assert store.version(met).texts == ()
    assert [version.commit for version in store.history(TEXT)] == [mine, base]


def run(command):
    """Run a command of Git and return what it says."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_store_that_git_has_packed_reads_and_saves_as_before(desk, store, folder):
    desk.save({TEXT: "one"})
    first = desk.save({TEXT: "two"})
    run(["git", "-C", str(folder), "gc", "--quiet", "--prune=now"])
    with Store.open(folder) as again:
        assert again.head == first
        second = Desk(again).save({TEXT: "three"})
        assert [version.commit for version in again.history(TEXT)][:2] == [second, first]
        assert Desk(again).text(TEXT, first) == "two"
    assert is_sound(folder)


def test_a_folder_that_is_no_store_is_told(tmp_path):
    with pytest.raises(StoreUnusable, match="not there"):
        Store.open(tmp_path / "nowhere")
    with pytest.raises(StoreDamaged, match="gone"):
        Store.open(tmp_path)


def test_a_text_that_no_version_has_is_told_as_missing(desk, store):
    with pytest.raises(FileUnreadable, match="missing"):
        KeptFiles(store, desk.save({TEXT: "one"})).read(OTHER, 100)
