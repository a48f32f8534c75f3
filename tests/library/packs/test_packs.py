"""Packs of topics: the same bytes everywhere, opened whole or not at all."""

import shutil
import tomllib

import pytest

from leaflet_app.domain.errors import EditRefused, PackRefused, UnknownTopic
from leaflet_app.domain.packs import Difference
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.packs.keys import fingerprint, is_key, public_half
from leaflet_app.library.packs.making import pack_of
from leaflet_app.library.packs.opening import opened
from leaflet_app.library.packs.taking import as_draft, brought_by, change_of, list_changes
from leaflet_app.library.read import read_library
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY
from tests.library.folder import FILES, INSULINOMA, Folder
from tests.library.packs.by_hand import CONTENT, KEY, TEXT, made, refusal


@pytest.fixture(scope="module")
def packed(library):
    return pack_of(library, SHIPPED_FILES, ["insulinoma", "gastrinoma"], KEY)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def test_a_pack_holds_the_texts_what_they_share_and_the_entries_they_draw_on(packed, library):
    pack = opened(packed)

    assert {name.split("/")[1] for name in pack.files if name.startswith("topics/")} == {"insulinoma", "gastrinoma"}
    shared = {*library.topics["insulinoma"].shared, *library.topics["gastrinoma"].shared}
    assert {name.split("/")[1] for name in pack.files if name.startswith("shared/")} == shared
    assert pack.files[TEXT] == (SHIPPED_LIBRARY / TEXT).read_bytes()
    assert b'id = "medcrave"' in pack.files["lists/sources.toml"]
    assert b'id = "white"' not in pack.files["lists/sources.toml"]
    assert pack.practice == library.practice.publisher
    assert pack.key == public_half(KEY)


def test_the_same_topics_give_the_same_bytes(packed, library):
    assert pack_of(library, SHIPPED_FILES, ["insulinoma", "gastrinoma"], KEY) == packed


def test_a_topic_that_is_not_there_or_retired_cannot_be_packed(folder):
    with pytest.raises(UnknownTopic):
        pack_of(folder.read(), folder.files, ["insulinome"], KEY)
    folder.change(INSULINOMA, 'status = "draft"', 'status = "retired"')
    with pytest.raises(EditRefused, match="is retired"):
        pack_of(folder.read(), folder.files, ["insulinoma"], KEY)


def test_a_pack_read_where_it_was_made_brings_nothing_new(packed, library):
    pack = opened(packed)

    assert {each.difference for each in brought_by(pack, SHIPPED_FILES)} == {Difference.SAME}
    assert all(not change.added and not change.kept for _, change in list_changes(pack, SHIPPED_FILES))


def test_a_text_arrives_as_a_draft_whatever_it_was(folder):
    text = FILES[INSULINOMA].replace('status = "draft"', 'status = "in-review"').encode()

    [brought] = brought_by(opened(made({TEXT: text})), folder.files)

    assert brought.difference is Difference.SAME
    assert b'status = "in-review"' not in brought.theirs


def test_a_status_outside_the_review_table_is_left_alone():
    text = b'+++\nstatus = "approved"\n[review]\nstatus = "approved"\n[facts]\nstatus = "approved"\n+++\n'

    assert (
        as_draft(TEXT, text)
        == b'+++\nstatus = "approved"\n[review]\nstatus = "draft"\n[facts]\nstatus = "approved"\n+++\n'
    )


@pytest.mark.parametrize(
    "review",
    [
        "[review]\nstatus = 'retired'",
        "[ review ]\nstatus = 'in-review'",
        "[review]  # checked\nstatus = 'in-review'",
        '[review]\n"status" = "retired"',
        '[review]\nnote = """\n[\n"""\nstatus = "retired"',
        '[review]\nversion = "1.0.0"',
    ],
)
def test_however_its_status_is_written_a_text_of_a_pack_is_a_draft(review):
    drafted = as_draft(TEXT, f"+++\n[facts]\nsize = 1\n{review}\n+++\nWords.\n".encode())

    assert tomllib.loads(drafted.decode().split("+++")[1])["review"]["status"] == "draft"


@pytest.mark.parametrize(
    "text",
    [b"no front matter", b'+++\nreview = { status = "retired" }\n+++\n', b"+++\n[review]\nstatus = \xff\n+++\n"],
)
def test_a_pack_with_a_text_that_cannot_be_made_a_draft_is_refused(folder, text):
    with pytest.raises(PackRefused, match="cannot be made a draft"):
        brought_by(opened(made({TEXT: text})), folder.files)


@pytest.mark.parametrize("practice", ["A\nSigned by Dr Known, whom you trust", "\u202etsurt", "x" * 201])
def test_a_pack_of_a_practice_whose_name_says_more_than_a_name_is_refused(practice):
    assert "its list of contents cannot be read" in refusal(made(practice=practice))


def test_taking_a_pack_adds_the_sources_that_are_missing_and_keeps_ours(library, tmp_path):
    root = tmp_path / "library"
    shutil.copytree(SHIPPED_LIBRARY, root)
    whole = (root / "sources.toml").read_text(encoding="utf-8")
    at = whole.index('[[source]]\nid = "medcrave"')
    without = whole[:at] + whole[whole.index("[[source]]", at + 5) :]
    (root / "sources.toml").write_text(
        without.replace("Neuroendocrine Cancer UK", "Our own words", 1), encoding="utf-8"
    )
    shutil.rmtree(root / "topics" / "insulinoma")
    pack = opened(pack_of(library, SHIPPED_FILES, ["insulinoma"], KEY))
    change = change_of(pack, FolderFiles(root), [TEXT])

    for name, content in change.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    taken = read_library(FolderFiles(root))

    assert taken.topics["insulinoma"].facts["size"].sources[0].id == "medcrave"
    assert taken.topics["insulinoma"] == library.topics["insulinoma"]
    assert change.keys() == {TEXT, "sources.toml"}


def test_a_number_that_another_practice_checked_is_unchecked_here(folder):
    theirs = (
        b'[[organisation]]\nid = "new"\nname = "N"\nwhat = "W"\nphone = "0800 434 6476"\nverified_on = 2026-11-01\n'
    )
    pack = opened(made({**CONTENT, "lists/organisations.toml": theirs}))

    [(content, change)] = list_changes(pack, folder.files)

    assert change.added == ("new",)
    assert b"verified_on" not in content[content.index(b'id = "new"') :]


def test_a_key_is_shown_in_groups_and_no_other_text_is_one():
    shown = fingerprint(public_half(KEY))

    assert [len(group) for group in shown.split(" ")] == [4] * 6
    assert is_key(public_half(KEY))
    assert not is_key("ä")
    assert not is_key("AAAA")
