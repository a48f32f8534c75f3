"""What Git calls objects: the bytes of files, folders and commits, each named by what its bytes are.

Dulwich believes the disk. Here every object is compared with its name when it is read, and what is damaged counts as
not there; so it is written anew where its content is at hand, and never taken for another.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dulwich.errors import ApplyDeltaError, ChecksumMismatch, FileFormatException
from dulwich.object_store import PACK_MODE, DiskObjectStore
from dulwich.objects import ObjectID, RawObjectID, ShaFile, object_class, object_header, sha_to_hex
from dulwich.pack import (
    Pack,
    PackFileDisappeared,
    UnresolvedDeltas,
    pack_objects_to_data,
    write_pack_data,
    write_pack_index,
)

from leaflet_app.library.store.durable import make_folder, sync_folder, write_durably

LARGEST = 64 * 1024 * 1024
FEW = 24
"""As many objects are written one by one; more of them share one pack."""

RAW_LENGTH = 20

DAMAGE = (
    ApplyDeltaError,
    AssertionError,
    AttributeError,
    ChecksumMismatch,
    EOFError,
    FileFormatException,
    LookupError,
    MemoryError,
    PackFileDisappeared,
    TypeError,
    UnresolvedDeltas,
    ValueError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What dulwich raises over bytes that are not what they should be."""


class SoundObjects(DiskObjectStore):
    """The objects of a store; what is damaged counts as not there, and what is written is on the disk."""

    def get_raw(self, name: RawObjectID | ObjectID) -> tuple[int, bytes]:
        """Return the kind and the bytes of an object. Raises KeyError where it is lost or damaged, OSError."""
        identity = sha_to_hex(RawObjectID(name)) if len(name) == RAW_LENGTH else ObjectID(name)
        loose = self._get_loose_object(identity)
        if loose is not None:
            return loose.type_num, loose.as_raw_string()
        try:
            kind, content = super().get_raw(identity)
        except DAMAGE as damage:
            raise KeyError(identity) from damage
        if (
            hashlib.sha1(object_header(kind, len(content)) + content, usedforsecurity=False).hexdigest().encode()
            != identity
        ):
            raise KeyError(identity)
        return kind, content

    def __contains__(self, sha1: ObjectID) -> bool:
        """Tell whether an object is there and sound. Raises OSError."""
        try:
            self.get_raw(sha1)
        except KeyError:
            return False
        return True

    def add_object(self, obj: ShaFile) -> None:
        """Keep an object. Raises OSError."""
        path = self._path(obj.id)
        if obj.id in self:
            return
        make_folder(path.parent)
        write_durably(path, obj.as_legacy_object(), PACK_MODE, Path(self.path))

    def add_together(self, objects: Sequence[ShaFile]) -> None:
        """Keep objects, many of them in one file. Raises OSError."""
        if len(objects) <= FEW:
            for each in objects:
                self.add_object(each)
            return
        pack, index = io.BytesIO(), io.BytesIO()
        count, records = pack_objects_to_data([(each, None) for each in objects])
        entries, checksum = write_pack_data(pack.write, records, num_records=count, object_format=self.object_format)
        rows = sorted((name, offset, crc) for name, (offset, crc) in entries.items())
        write_pack_index(index, rows, checksum)
        named = Path(self.pack_dir) / f"pack-{checksum.hex()}"
        write_durably(named.with_suffix(".pack"), pack.getvalue(), PACK_MODE, named.parent)
        write_durably(named.with_suffix(".idx"), index.getvalue(), PACK_MODE, named.parent)

    def _complete_pack(self, *given: Any, **named: Any) -> Pack:  # noqa: ANN401  (handed on as they come)
        pack = super()._complete_pack(*given, **named)
        sync_folder(Path(self.pack_dir))
        return pack

    def _get_loose_object(self, sha: ObjectID) -> ShaFile | None:
        """Return an object that has a file of its own; None where it has none or that is damaged. Raises OSError."""
        try:
            packed = self._path(sha).read_bytes()
        except FileNotFoundError:
            return None
        unpacking = zlib.decompressobj()
        try:
            whole = unpacking.decompress(packed, LARGEST)
        except zlib.error:
            return None
        if not unpacking.eof or hashlib.sha1(whole, usedforsecurity=False).hexdigest().encode() != sha:
            return None
        header, _, content = whole.partition(b"\0")
        kind = object_class(header.partition(b" ")[0])
        return None if kind is None else ShaFile.from_raw_string(kind.type_num, content, sha)

    def _path(self, identity: ObjectID) -> Path:
        return Path(self._get_shafile_path(identity))
