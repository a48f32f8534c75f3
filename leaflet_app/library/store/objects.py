"""What Git calls objects: the bytes of files, folders and commits, each named by what its bytes are.

Dulwich compares an object with its name where one is asked for by itself, and raises a dozen kinds of fault. Here
every object is compared whenever it is read or passed on, and what is damaged counts as not there: it is never taken
for another, and written anew where its content is at hand.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dulwich.errors import ApplyDeltaError, ChecksumMismatch, FileFormatException
from dulwich.object_store import PACK_MODE, DiskObjectStore
from dulwich.objects import ObjectID, RawObjectID, ShaFile, hex_to_sha, object_class, sha_to_hex, valid_hexsha
from dulwich.pack import (
    Pack,
    PackFileDisappeared,
    UnpackedObject,
    UnresolvedDeltas,
    write_pack_data,
    write_pack_index,
)

from leaflet_app.library.store.durable import make_folder, sync_folder, write_durably, write_together
from leaflet_app.library.store.fresh import Fresh, name_of

LARGEST = 64 * 1024 * 1024
FEW = 24
"""As many objects are written one by one; more of them share one pack."""

QUICK = 1
"""How hard zlib tries. A folder is mostly ids, which no effort makes smaller."""

RAW_LENGTH = 20

_HEADER = 64
"""Bytes of an object that hold its header, packed or not."""

DAMAGE = (
    ApplyDeltaError,
    AssertionError,
    AttributeError,
    ChecksumMismatch,
    EOFError,
    FileFormatException,
    IsADirectoryError,
    LookupError,
    MemoryError,
    NotADirectoryError,
    PackFileDisappeared,
    TypeError,
    UnresolvedDeltas,
    ValueError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What dulwich raises over bytes that are not what they should be."""


class Outsized(KeyError):
    """An object that says of itself that it is larger than any of a library: it is never read."""


class SoundObjects(DiskObjectStore):
    """The objects of a store; what is damaged counts as not there, and what is written is on the disk."""

    def get_raw(self, name: RawObjectID | ObjectID) -> tuple[int, bytes]:
        """Return the kind and the bytes of an object. Raises KeyError where it is lost or damaged, OSError."""
        identity = sha_to_hex(RawObjectID(name)) if len(name) == RAW_LENGTH else ObjectID(name)
        loose = self._loose(identity)
        if loose is not None:
            return loose
        with contextlib.suppress(*DAMAGE):
            kind, content = super().get_raw(identity)
            if name_of(kind, content) == identity:
                return kind, content
        return self._from_damaged_packs(identity)  # not in an except clause: that would hold the damaged one open

    def _from_damaged_packs(self, identity: ObjectID) -> tuple[int, bytes]:
        """Look in each pack, twice: the first time dulwich refuses one that is damaged anywhere."""
        for pack in (pack for pack in self.packs for _ in range(2)):
            with contextlib.suppress(*DAMAGE):
                kind, content = pack.get_raw(hex_to_sha(identity))
                if name_of(kind, content) == identity:
                    return kind, content
        raise KeyError(identity)

    def __contains__(self, sha1: ObjectID) -> bool:
        """Tell whether an object is there and sound. Raises OSError."""
        try:
            self.get_raw(sha1)
        except KeyError:
            return False
        return True

    def sound(self, identity: ObjectID) -> ShaFile | None:
        """Return an object where it is there and sound. Raises OSError."""
        try:
            return self[identity]
        except (KeyError, FileFormatException):
            return None

    def all_ids(self) -> Iterator[ObjectID]:
        """Yield the ids of all that has one, sound or not. Raises OSError."""
        names = (f"{path.parent.name}{path.name}".encode() for path in Path(self.path).glob("??/*"))
        yield from (ObjectID(name) for name in names if valid_hexsha(name))
        for path in sorted(Path(self.pack_dir).glob("*.pack")):
            try:
                with contextlib.closing(Pack(str(path.with_suffix("")), object_format=self.object_format)) as pack:
                    yield from list(pack)
            except (*DAMAGE, FileNotFoundError):
                continue

    def add_object(self, obj: ShaFile) -> None:
        """Keep an object. Raises OSError."""
        self.add_together([obj])

    def add_together(self, objects: Iterable[ShaFile | Fresh]) -> None:
        """Keep objects that are not there, or not sound; many of them in one file. Raises OSError."""
        fresh = list({each.id: each for each in map(Fresh.like, objects)}.values())
        if len(fresh) > FEW:
            self._add_pack_of(fresh)
            return
        paths = {each: self._path(each.id) for each in fresh}
        new = {paths[each]: zlib.compress(each.whole, QUICK) for each in fresh if each.id not in self}
        make_folder(*{path.parent for path in new})
        write_together(new, PACK_MODE, Path(self.path))
        for folder in {path.parent for path in paths.values() if path not in new and path.exists()}:
            sync_folder(folder)  # the save that wrote it may have failed before it did

    def _add_pack_of(self, fresh: Sequence[Fresh]) -> None:
        pack, index = io.BytesIO(), io.BytesIO()
        records = (
            UnpackedObject(each.kind, sha=bytes.fromhex(each.id.decode()), decomp_chunks=[each.content])
            for each in fresh
        )
        entries, checksum = write_pack_data(
            pack.write, records, num_records=len(fresh), object_format=self.object_format, compression_level=QUICK
        )
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
        loose = self._loose(sha)
        return None if loose is None else ShaFile.from_raw_string(*loose, sha)

    def _loose(self, identity: ObjectID) -> tuple[int, bytes] | None:
        try:
            with open(self._get_shafile_path(identity), "rb") as file:  # noqa: PTH123  (a Path takes as long as the rest)
                packed = file.read(_HEADER)
                if _length_told(packed) > LARGEST:
                    raise Outsized(identity)
                packed += file.read()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError, zlib.error):
            return None
        unpacking = zlib.decompressobj()
        try:
            whole = unpacking.decompress(packed, LARGEST)
        except zlib.error:
            return None
        if not unpacking.eof or hashlib.sha1(whole, usedforsecurity=False).hexdigest().encode() != identity:
            return None
        header, _, content = whole.partition(b"\0")
        kind = object_class(header.partition(b" ")[0])
        return None if kind is None else (kind.type_num, content)

    def _path(self, identity: ObjectID) -> Path:
        return Path(self._get_shafile_path(identity))


def _length_told(packed: bytes) -> int:
    """Return how long an object says that it is, by its first bytes; 0 where it does not. Raises zlib.error."""
    header = zlib.decompressobj().decompress(packed, _HEADER).partition(b"\0")[0]
    length = header.partition(b" ")[2]
    return int(length) if length.isdigit() else 0
