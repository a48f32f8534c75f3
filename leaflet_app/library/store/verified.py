"""Looking with fresh eyes whether what was written can be read back."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from dulwich.objects import ShaFile

from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.library.store.fresh import Fresh
from leaflet_app.library.store.objects import SoundObjects


def verify(folder: Path, written: Iterable[ShaFile | Fresh]) -> None:
    """Read objects of a store anew, from the files alone. Raises StoreUnusable, OSError."""
    with closing(SoundObjects(folder / "objects")) as objects:
        for each in map(Fresh.like, written):
            try:
                is_there = objects.get_raw(each.id) == (each.kind, each.content)
            except KeyError:
                is_there = False
            if not is_there:
                raise StoreUnusable(
                    "the disk does not give back what was written to it",
                    "Your text was not kept: have the disk looked at, and try again.",
                )
