"""What is kept of a library is the library, and never an old one."""

import json
import shutil

import pytest

from leaflet_app.library import read
from leaflet_app.library.read import read_library
from leaflet_app.library.snapshot import rebuilt, remembered, source
from tests.builders import SHIPPED_LIBRARY, a_library, a_topic


@pytest.fixture
def folder(tmp_path):
    """Return a library that a test may change."""
    return shutil.copytree(SHIPPED_LIBRARY, tmp_path / "library")


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "home" / "library.json"


@pytest.fixture
def readings(monkeypatch):
    """Count how often a library is really read."""
    counted = []

    def counting(folder):
        counted.append(folder)
        return read_library(folder)

    monkeypatch.setattr(read, "read_library", counting)
    return counted


@pytest.mark.parametrize("library", [read_library(SHIPPED_LIBRARY), a_library(a_topic())], ids=["shipped", "small"])
def test_a_kept_library_is_the_library(library):
    assert rebuilt(json.loads(json.dumps(source(library)))) == library


def test_a_library_is_read_once(folder, kept, readings):
    assert remembered(folder, kept) == remembered(folder, kept) == read_library(folder)
    assert len(readings) == 1


def test_a_changed_word_is_seen_at_the_next_start(folder, kept):
    remembered(folder, kept)
    topic = folder / "topics" / "insulinoma" / "en-GB.md"
    topic.write_text(topic.read_text(encoding="utf-8").replace('title = "Insulinoma"', 'title = "Another"'), "utf-8")

    assert remembered(folder, kept).topics["insulinoma"].title == "Another"


def test_a_new_file_is_seen_at_the_next_start(folder, kept):
    remembered(folder, kept)
    (folder / "topics" / "stray.md").write_text("lost", encoding="utf-8")

    assert any(fault.file == "topics/stray.md" for fault in remembered(folder, kept).faults)


@pytest.mark.parametrize(
    "garbage",
    ["", "{", "[]", '["x", 1]', '["x", ["Path", "/etc"]]', '["x", ["open", "a"]]', "[" * 5000, "\x00", '["x",["Run"]]'],
)
def test_a_damaged_snapshot_is_read_past(folder, kept, garbage):
    library = remembered(folder, kept)
    digest = json.loads(kept.read_text(encoding="utf-8"))[0]
    kept.write_text(garbage.replace('"x"', json.dumps(digest)), encoding="utf-8")

    assert remembered(folder, kept) == library


def test_a_home_that_cannot_be_written_costs_nothing_but_time(folder, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    assert remembered(folder, tmp_path / "file" / "library.json") == read_library(folder)
