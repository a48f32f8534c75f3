"""Packs that a stranger made: whatever a zip, a manifest or a list can be made to say, nothing of it is taken."""

import base64
import json
import struct
import tomllib
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.errors import PackRefused
from leaflet_app.library.files import LARGEST_LIST
from leaflet_app.library.packs import opening
from leaflet_app.library.packs.keys import is_key, new_key, public_half, signature
from leaflet_app.library.packs.layout import MANIFEST, SIGNATURE, SOURCES, laid_out, manifest_of
from leaflet_app.library.packs.making import pack_of
from leaflet_app.library.packs.opening import opened
from leaflet_app.library.packs.taking import brought_by, list_changes
from tests.builders import SHIPPED_FILES
from tests.library.folder import Folder
from tests.library.packs.by_hand import CONTENT, KEY, TEXT, made, refusal, signed_zip, zipped


@pytest.fixture(scope="module")
def packed(library):
    return pack_of(library, SHIPPED_FILES, ["insulinoma", "gastrinoma"], KEY)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


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


def test_files_that_lie_within_each_other_are_refused_before_they_are_read():
    head = b"PK\x03\x04" + struct.pack("<5H3L2H", 20, 0, 0, 0, 33, 0, 40, 40, len(MANIFEST), 0) + MANIFEST.encode()
    body = head + bytes(40)
    listed = b""
    for name in (MANIFEST, SIGNATURE, TEXT):
        listed += b"PK\x01\x02" + struct.pack(
            "<6H3L5H2L", 20, 20, 0, 0, 0, 33, 0, 200, 200, len(name), 0, 0, 0, 0, 0, 0
        )
        listed += name.encode()
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 3, 3, len(listed), len(body), 0)

    assert "lie one within another" in refusal(body + listed + end)


def test_a_manifest_that_is_not_written_as_ours_are_is_refused():
    manifest = manifest_of("A practice", public_half(KEY), CONTENT)

    assert "holds more than its files" in refusal(made(manifest=manifest + b" "))
    assert "holds more than its files" in refusal(made(manifest=manifest[:-1] + b',"practice":"A practice"}'))


def test_a_key_has_one_way_to_be_written():
    key = public_half(KEY)
    other = key[:-2] + chr(ord(key[-2]) + 1) + "="

    assert base64.b64decode(other) == base64.b64decode(key)
    assert not is_key(other)


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


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (b"source = 5", "its list of sources cannot be read"),
        (b"source = [" + b"[" * 9000, "its list of sources cannot be read"),
        (b"#" * (LARGEST_LIST + 1), "its list of sources is larger than 512 kB"),
        (
            b'[[source]]\nid = "new"\nnote = "%s"\n' % bytes(500_000).replace(b"\0", b"x"),
            "the list of sources here would be larger than 512 kB",
        ),
    ],
)
def test_a_list_that_would_cost_ours_is_refused(library, theirs, told):
    with pytest.raises(PackRefused, match=told):
        list_changes(opened(made({**CONTENT, SOURCES: theirs})), SHIPPED_FILES)


def test_an_entry_brings_no_other_with_it(folder):
    theirs = b"""
[[source]]
id = "one"
[[source.source]]
id = "hidden"
[[source]]
id = "two"
title = "First"
[[source]]
id = "two"
title = "Second"
[[source]]
id = "\\u001b[31mred"
"""

    [(content, change)] = list_changes(opened(made({**CONTENT, SOURCES: theirs})), folder.files)

    assert change.added == ("two",)
    assert [row.get("title") for row in tomllib.loads(content.decode())["source"]][-1] == "First"
    assert b"hidden" not in content


def test_a_text_that_is_larger_than_any_topic_is_refused_before_it_is_read(folder):
    large = CONTENT[TEXT] + b"[" * 70_000

    with pytest.raises(PackRefused, match="is larger than 64 kB"):
        brought_by(opened(made({TEXT: large})), folder.files)
