"""Desks that share one library, each with a store of its own."""

from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.sharing import Synced, sync
from leaflet_app.library.store.ways import remote_of

PROGRAM = "Clinic Leaflets"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
INSULINOMA = "topics/insulinoma/en-GB.md"
VIPOMA = "topics/vipoma/en-GB.md"
SHIPPED = {INSULINOMA: b"Insulinoma, as shipped.\n", VIPOMA: b"VIPoma, as shipped.\n"}


class SharingDesk:
    """One desk: what it does by hand."""

    def __init__(self, folder: Path, address: str, shipped=None, password: str | None = None) -> None:
        self.name = folder.name
        self.folder = folder / "library.git"
        folder.mkdir()
        self.store = Store.create(self.folder)
        self.remote = remote_of(address, password)
        self.store.save(SHIPPED if shipped is None else shipped, PROGRAM, "Shipped", base="", at=NOON)

    def save(self, file: str, content: bytes | None, base: str | None = None) -> str:
        """Change one file; return the new commit."""
        base = self.store.head if base is None else base
        return self.store.save({file: content}, self.name, f"Change {file}", base=base, at=NOON)

    def sync(self) -> Synced:
        """Share, without waiting for anybody."""
        return sync(self.store, self.remote, nullcontext, PROGRAM, lambda _attempt: None)

    def read(self, file: str) -> bytes | None:
        """Return a file as it stands."""
        identity = self.store.id_at(self.store.head, file)
        return self.store.content(identity) if identity else None

    def messages(self) -> list[str]:
        """Return who changed what, newest first."""
        return [f"{each.author}: {each.message}" for each in self.store.versions()]

    def close(self) -> None:
        """Leave."""
        self.store.__exit__()
