"""How a desk stands with the shared library, as far as it knows without asking."""

from __future__ import annotations

from collections.abc import Collection

from dulwich.objects import ObjectID

from leaflet_app.domain.versions import Version
from leaflet_app.library.store.descent import own_commits
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.shared_marks import SHARED, WAITING, marked

_MOST = 1000


def waits(store: Store) -> bool:
    """Tell whether somebody has to choose between texts. Raises StoreUnusable."""
    with told():
        return marked(store, WAITING) is not None


def has_shared(store: Store) -> bool:
    """Tell whether this desk has ever shared its library. Raises StoreUnusable."""
    with told():
        return marked(store, SHARED) is not None


def to_send(store: Store) -> int:
    """Return how many changes of this desk no other has yet. Raises StoreUnusable."""
    with told():
        shared, ours = marked(store, SHARED), ObjectID(store.head.encode())
        if not ours:
            return 0
        own, _ = own_commits(store.repo.object_store, ours, {shared} if shared else ())
        return len(own)


def by_others(store: Store, own_names: Collection[str], most: int) -> tuple[Version, ...]:
    """Return the newest changes that bear another name than these. Raises StoreUnusable."""
    versions = (each for each in store.versions(_MOST) if each.author not in own_names)
    return tuple(each for each, _ in zip(versions, range(most), strict=False))
