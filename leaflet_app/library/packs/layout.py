"""How a pack is laid out: a zip of plain stored files, the same bytes for the same content on every computer.

Nothing in it is compressed, so nothing in it can swell; and since one content has one form, whatever else a zip can
be made to say is refused by comparing.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from leaflet_app.library.ids import is_id, is_lang

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
FORMAT = 1
MOST_FILES = 2_000
LONGEST_NAME = 200
LARGEST_FILE = 4 * 1024 * 1024
LARGEST_PACK = 64 * 1024 * 1024
SOURCES, ORGANISATIONS, QUESTIONS = "lists/sources.toml", "lists/organisations.toml", "lists/questions.toml"
LISTS = frozenset((SOURCES, ORGANISATIONS, QUESTIONS))
"""The entries of lists that the texts of a pack draw on."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def manifest_of(practice: str, key: str, files: Mapping[str, bytes]) -> bytes:
    """Return what is signed: who packed what."""
    named = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    manifest = {"format": FORMAT, "practice": practice, "key": key, "files": named}
    return json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def laid_out(manifest: bytes, signature: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a pack."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as packed:
        for name, content in ((MANIFEST, manifest), (SIGNATURE, signature), *sorted(files.items())):
            packed.writestr(ZipInfo(name, _EARLIEST), content)
    return held.getvalue()


def belongs(untrusted: str) -> bool:
    """Tell whether a file of this name may stand in a pack: a text, a picture beside one, or a list."""
    if untrusted in LISTS:
        return True
    room, _, rest = untrusted.partition("/")
    text_id, _, file = rest.partition("/")
    stem, _, ending = file.rpartition(".")
    if room not in {"topics", "shared"} or not is_id(text_id):
        return False
    is_picture = room == "topics" and ending in {"png", "jpg"} and is_id(stem)
    return is_picture or (ending == "md" and is_lang(stem))
