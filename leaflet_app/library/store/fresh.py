"""What is about to be written to a store."""

from __future__ import annotations

import hashlib
from typing import NamedTuple, Self

from dulwich.objects import ObjectID, ShaFile, object_header


class Fresh(NamedTuple):
    """An object that is only in memory yet."""

    id: ObjectID
    kind: int
    content: bytes

    @classmethod
    def of(cls, kind: int, content: bytes) -> Self:
        """Name what is to be written."""
        return cls(name_of(kind, content), kind, content)

    @classmethod
    def like(cls, new: ShaFile | Fresh) -> Fresh:
        """Take an object of dulwich too."""
        return new if isinstance(new, Fresh) else cls.of(new.type_num, new.as_raw_string())

    @property
    def whole(self) -> bytes:
        """Return the bytes with what says their kind, as Git packs them."""
        return object_header(self.kind, len(self.content)) + self.content


def name_of(kind: int, content: bytes) -> ObjectID:
    """Return what bytes of a kind are called."""
    whole = hashlib.sha1(object_header(kind, len(content)), usedforsecurity=False)
    whole.update(content)
    return ObjectID(whole.hexdigest().encode())
