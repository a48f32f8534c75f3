"""Keep the files of a library, and read back what a stranger may have changed."""

import io
import struct
import zipfile
from pathlib import PurePosixPath

import pytest

from leaflet_app.delivery import editions
from leaflet_app.delivery.editions import keep_edition, kept_edition
from leaflet_app.domain.errors import CannotSave, EditionUnreadable

EDITION = "a1" * 32
FILES = {
    "library/library.toml": b"schema = 1\n",
    "library/topics/insulinoma/en-GB.md": "Größe".encode(),
    "diagrams/a.svg": b"",
}


def place(home):
    """Return where the edition is kept."""
    return home / "editions" / f"{EDITION}.zip"


def packed(home, *entries, then=bytes):
    """Put a file of these names and contents in the edition's place."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    place(home).parent.mkdir(parents=True, exist_ok=True)
    place(home).write_bytes(then(held.getvalue()))


def test_an_edition_is_kept_once_and_read_back_whole(home):
    assert keep_edition(home, EDITION, FILES.items()) is True
    assert keep_edition(home, EDITION, FILES.items()) is False

    kept = kept_edition(home, EDITION)
    assert kept is not None
    for name, content in FILES.items():
        assert kept[PurePosixPath(name)] == content


def test_the_same_files_are_kept_as_the_same_bytes(home, tmp_path):
    keep_edition(home, EDITION, FILES.items())
    keep_edition(tmp_path / "other", EDITION, reversed(FILES.items()))

    assert place(home).read_bytes() == place(tmp_path / "other").read_bytes()


@pytest.mark.parametrize("edition", ["", "../../etc/passwd", "a1", EDITION.upper(), EDITION + "0"])
def test_a_name_that_is_no_digest_leads_nowhere(home, edition):
    assert keep_edition(home, edition, FILES.items()) is False
    assert kept_edition(home, edition) is None
    assert not (home / "editions").exists()


def test_a_folder_that_cannot_be_written_is_told(home):
    (home / "editions").write_text("a file")

    with pytest.raises(CannotSave):
        keep_edition(home, EDITION, FILES.items())


def test_a_fault_half_way_leaves_nothing_behind(home, monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "writestr", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))

    with pytest.raises(CannotSave, match="the disk is full"):
        keep_edition(home, EDITION, FILES.items())
    assert list((home / "editions").iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../escape", "/etc/passwd", "library/../../escape", "C:/escape", "library\\escape", "a\u202eb", "."]
)
def test_a_name_that_leads_out_of_the_folder_is_refused(home, name):
    packed(home, (name, b"hostile"))

    with pytest.raises(EditionUnreadable, match="it was not written by this program"):
        kept_edition(home, EDITION)


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_packing_that_we_do_not_write_is_refused(home, packing):
    packed(home)
    held = home / "editions" / f"{EDITION}.zip"
    with zipfile.ZipFile(held, "w", packing) as file:
        file.writestr("library/a", b"text" * 100)
    held.write_bytes(held.read_bytes().replace(b"]\0\0", b"\xff\0\0"))  # what LZMA says of itself is damaged

    with pytest.raises(EditionUnreadable, match="it was not written by this program"):
        kept_edition(home, EDITION)


def test_a_file_that_swells_beyond_all_measure_is_refused(home):
    packed(home, ("library/bomb", bytes(editions.LARGEST_FILE + 1)))

    with pytest.raises(EditionUnreadable, match="larger than any of a library"):
        kept_edition(home, EDITION)


def test_many_files_that_swell_together_are_refused(home, monkeypatch):
    monkeypatch.setattr(editions, "LARGEST_EDITION", 10_000)
    packed(home, *((f"library/{number}", bytes(1_000)) for number in range(11)))

    with pytest.raises(EditionUnreadable, match="larger than any library"):
        kept_edition(home, EDITION)


def test_more_files_than_any_library_has_are_refused(home, monkeypatch):
    monkeypatch.setattr(editions, "MOST_FILES", 3)
    packed(home, *((f"library/{number}", b"") for number in range(4)))

    with pytest.raises(EditionUnreadable, match="more files than any library"):
        kept_edition(home, EDITION)


def _other_method(content):
    at = content.rfind(b"PK\x01\x02")
    return content[: at + 10] + struct.pack("<H", 99) + content[at + 12 :]


def _encrypted(content):
    at = content.rfind(b"PK\x01\x02")
    return content[: at + 8] + b"\x01" + content[at + 9 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"not a zip",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"\xff", b"\x00")[:40] + b"\x55" * 8 + content[48:],
        _other_method,
        _encrypted,
    ],
)
def test_a_damaged_file_is_refused_in_words(home, damage):
    packed(home, ("library/library.toml", bytes(range(256)) * 4), then=damage)

    with pytest.raises(EditionUnreadable, match=f"cannot be read: .*Put “editions/{EDITION}.zip” back"):
        kept_edition(home, EDITION)
