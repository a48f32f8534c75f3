"""New objects of a store that are only in memory yet."""

from __future__ import annotations

from dulwich.object_store import BaseObjectStore
from dulwich.objects import ObjectID, RawObjectID, ShaFile, Tree


class Gathered(BaseObjectStore):
    """New objects, over those that are kept."""

    def __init__(self, kept: BaseObjectStore) -> None:
        super().__init__(object_format=kept.object_format)
        self._kept = kept
        self._new: dict[ObjectID, ShaFile] = {}

    def add_object(self, obj: ShaFile) -> None:
        """Remember an object."""
        self._new[obj.id] = obj

    def get_raw(self, name: RawObjectID | ObjectID) -> tuple[int, bytes]:
        """Return the kind and the bytes of an object. Raises KeyError, OSError."""
        new = self._new.get(ObjectID(name))
        return self._kept.get_raw(name) if new is None else (new.type_num, new.as_raw_string())

    def reachable(self, tree: str) -> list[ShaFile]:
        """Return the new objects that a folder consists of, its files and folders before itself."""
        new = self._new.pop(ObjectID(tree.encode()), None)
        if new is None:
            return []
        inside = new.items() if isinstance(new, Tree) else []
        return [*(each for entry in inside for each in self.reachable(entry.sha.decode())), new]
