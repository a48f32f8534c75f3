"""Packs, in which many objects share a file; a list beside each says where in it they are."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from dulwich.object_format import DEFAULT_OBJECT_FORMAT
from dulwich.object_store import PACK_MODE
from dulwich.pack import PackData, load_pack_index, write_pack_index

from leaflet_app.library.store.durable import write_durably
from leaflet_app.library.store.objects import DAMAGE


def mend_lists(folder: Path) -> None:
    """Write each list anew that is lost or damaged, where its pack is whole. Raises OSError."""
    for pack in sorted((folder / "objects" / "pack").glob("*.pack")):
        listed = pack.with_suffix(".idx")
        if pack.is_file() and not listed.is_dir() and not _is_whole(listed):
            content = _list_of(pack)
            if content:
                write_durably(listed, content, PACK_MODE, pack.parent)


def _is_whole(listed: Path) -> bool:
    try:
        with contextlib.closing(load_pack_index(listed, DEFAULT_OBJECT_FORMAT)) as index:
            index.check()
    except (*DAMAGE, FileNotFoundError):
        return False
    return True


def _list_of(pack: Path) -> bytes:
    """Return the list for a pack; nothing where it is damaged too."""
    content = io.BytesIO()
    try:
        with contextlib.closing(PackData(str(pack), object_format=DEFAULT_OBJECT_FORMAT)) as objects:
            objects.check()
            write_pack_index(content, objects.sorted_entries(), objects.get_stored_checksum())
    except DAMAGE:
        return b""
    return content.getvalue()
