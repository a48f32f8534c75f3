"""Objects of one store brought into another, each under its own name and whole."""

from __future__ import annotations

from dulwich.object_store import BaseObjectStore, MissingObjectFinder
from dulwich.objects import ObjectID, ShaFile

from leaflet_app.library.store.fresh import Fresh
from leaflet_app.library.store.objects import SoundObjects


def missing(source: BaseObjectStore, target: SoundObjects, tip: ObjectID, known: set[ObjectID]) -> list[ShaFile]:
    """Return what a store lacks of a commit and all it rests on, the commit last. Raises KeyError, OSError."""
    if tip in target:
        return []
    finder = MissingObjectFinder(source, haves=known, wants=[tip])
    return [*(source[name] for name, _ in finder if name != tip), source[tip]]


def bring(objects: list[ShaFile], target: SoundObjects) -> None:
    """Keep objects, the last one after all others: where it is, everything is. Raises OSError."""
    if objects:
        target.add_together([Fresh.like(each) for each in objects[:-1]])
        target.add_object(objects[-1])
