"""Packs of topics: the same bytes everywhere, opened whole or not at all."""

import base64
import io
import json
import shutil
import tomllib
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.errors import EditRefused, PackRefused, UnknownTopic
from leaflet_app.domain.packs import Difference
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.packs import opening
from leaflet_app.library.packs.keys import fingerprint, is_key, new_key, public_half, signature
from leaflet_app.library.packs.layout import MANIFEST, SIGNATURE, laid_out, manifest_of
from leaflet_app.library.packs.making import pack_of
from leaflet_app.library.packs.opening import opened
from leaflet_app.library.packs.taking import as_draft, brought_by, change_of, list_changes
from leaflet_app.library.read import read_library
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY
from tests.library.folder import FILES, INSULINOMA, Folder

KEY = new_key()
TEXT = "topics/insulinoma/en-GB.md"
CONTENT = {TEXT: FILES[INSULINOMA].encode()}


@pytest.fixture(scope="module")
def packed(library):
    return pack_of(library, SHIPPED_FILES, ["insulinoma", "gastrinoma"], KEY)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def made(files=CONTENT, *, key=KEY, manifest=None, signed=None, practice="A practice"):
    """Lay a pack out by hand, as a stranger could."""
    listed = manifest_of(practice, public_half(key), files) if manifest is None else manifest
    return laid_out(listed, signature(key, listed) if signed is None else signed, files)


def zipped(entries, **how):
    """Zip entries any way at all."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", **how) as file:
        for entry, content in entries:
            file.writestr(entry, content)
    return held.getvalue()


def signed_zip(files, **how):
    """Zip files with a manifest and a signature that fit, but not the way a pack is laid out."""
    named = {getattr(entry, "filename", entry): content for entry, content in files}
    manifest = manifest_of("A practice", public_half(KEY), named)
    return zipped([(MANIFEST, manifest), (SIGNATURE, signature(KEY, manifest)), *files], **how)


def refusal(untrusted):
    with pytest.raises(PackRefused) as refused:
        opened(untrusted)
    return refused.value.message


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


@settings(max_examples=150)
@given(st.data())
def test_no_pack_with_one_other_bit_is_opened(packed, data):
    at = data.draw(st.integers(0, len(packed) * 8 - 1))
    flipped = bytearray(packed)
    flipped[at // 8] ^= 1 << at % 8

    with pytest.raises(PackRefused):
        opened(bytes(flipped))


@settings(max_examples=60)
@given(st.data())
def test_no_part_of_a_pack_is_opened_as_a_pack(packed, data):
    start = data.draw(st.integers(0, len(packed) - 1))
    end = data.draw(st.integers(start, len(packed)))
    if (start, end) != (0, len(packed)):
        with pytest.raises(PackRefused):
            opened(packed[start:end])


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_no_other_bytes_are_a_pack(untrusted):
    with pytest.raises(PackRefused):
        opened(untrusted)


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.md",
        "/etc/evil.md",
        "topics\\insulinoma\\en-GB.md",
        "C:/topics/insulinoma/en-GB.md",
        "topics/insulinoma/run.exe",
        "topics/insulinoma/drawing.svg",
        "topics/con/en-GB.md",
        "topics/insulinoma/con.png",
        "topics/../en-GB.md",
        "topics/insulinoma/approval.toml",
        "topics/Insulinoma/en-GB.md",
        "topics/insulinoma/en-GB.md/",
        "topics/a/b/en-GB.md",
        "topics/\u202einsulinoma/en-GB.md",
        "library.toml",
        "practice/practice.toml",
        "trusted.toml",
        "sources.toml",
        "",
    ],
)
def test_what_is_no_text_picture_or_list_may_not_stand_in_a_pack(name):
    assert "may not stand in a pack" in refusal(made({name: b"x"}))


def test_a_pack_from_another_key_than_its_own_is_refused():
    manifest = manifest_of("A practice", public_half(KEY), CONTENT)

    assert "signature does not fit" in refusal(made(signed=signature(new_key(), manifest)))


def test_a_text_that_was_swapped_or_put_in_or_left_out_is_refused():
    manifest = manifest_of("A practice", public_half(KEY), CONTENT)
    signed = signature(KEY, manifest)
    other = "topics/vipoma/en-GB.md"

    assert "changed on the way" in refusal(laid_out(manifest, signed, {TEXT: b"poison"}))
    assert "not those that were signed" in refusal(laid_out(manifest, signed, {**CONTENT, other: b"extra"}))
    assert "not those that were signed" in refusal(laid_out(manifest, signed, {}))


def test_what_is_compressed_locked_linked_or_doubled_is_refused_by_name():
    link = zipfile.ZipInfo(TEXT)
    link.external_attr = 0o120777 << 16
    other = zipfile.ZipInfo("topics/insulinoma/en-gb.md")
    text = CONTENT[TEXT]

    assert "is compressed and could swell" in refusal(
        signed_zip([(TEXT, bytes(100))], compression=zipfile.ZIP_DEFLATED)
    )
    assert "is a link" in refusal(zipped([(link, b"/etc/passwd")]))
    assert "may not stand" in refusal(zipped([(TEXT, text), (other, text)]))
    with pytest.warns(UserWarning, match="Duplicate"):
        doubled = zipped([(TEXT, text), (TEXT, b"poison")])
    assert "have the same name" in refusal(doubled)


def test_a_lock_in_a_pack_is_refused_by_name():
    locked = bytearray(made())
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1

    assert "locked with a password" in refusal(bytes(locked))


def test_bytes_before_after_and_between_are_refused(packed):
    assert "more than its files" in refusal(b"#!/bin/sh\n" + made())
    assert refusal(made() + b"after")
    assert "more than its files" in refusal(signed_zip([(zipfile.ZipInfo(TEXT, (2020, 1, 1, 0, 0, 0)), CONTENT[TEXT])]))


def test_too_large_and_too_many_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(opening, "LARGEST_FILE", 5)
    assert "is larger than" in refusal(made())
    monkeypatch.setattr(opening, "MOST_FILES", 2)
    assert "holds more than" in refusal(made())
    monkeypatch.setattr(opening, "LARGEST_PACK", 50)
    assert "it is larger than" in refusal(made())


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"format":1}',
        b'{"format":true,"practice":"p","key":"k","files":{}}',
        json.dumps({"format": 1, "practice": "p", "key": base64.b64encode(b"short").decode(), "files": {}}).encode(),
        json.dumps({"format": 1, "practice": 1, "key": public_half(KEY), "files": {}}).encode(),
        json.dumps({"format": 1, "practice": "p", "key": public_half(KEY), "files": []}).encode(),
    ],
)
def test_a_list_of_contents_that_is_none_is_refused(manifest):
    assert "list of contents cannot be read" in refusal(made(manifest=manifest))


def test_a_pack_of_a_newer_program_says_so():
    manifest = json.dumps({"format": 2, "practice": "p", "key": public_half(KEY), "files": {}}).encode()

    assert "made by a newer program" in refusal(made({}, manifest=manifest))


def test_a_pack_without_signature_is_refused():
    assert "it is not signed" in refusal(zipped(CONTENT.items()))


def test_a_key_is_shown_in_groups_and_no_other_text_is_one():
    shown = fingerprint(public_half(KEY))

    assert [len(group) for group in shown.split(" ")] == [4] * 6
    assert is_key(public_half(KEY))
    assert not is_key("ä")
    assert not is_key("AAAA")
