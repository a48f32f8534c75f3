"""Where a library is shared: a folder that all desks reach, or a Git host. One file for each way there."""

from __future__ import annotations

from pathlib import Path

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.library.store.remotes import Remote


def remote_of(address: str, password: str | None) -> Remote:
    """Return the way to an address of the settings. Raises SharingStopped where there is none."""
    try:
        return _remote(address, password)
    except ValueError as strange:
        raise SharingStopped("its address cannot be read", "Write it anew in Settings, Library.") from strange


def _remote(address: str, password: str | None) -> Remote:
    if address.casefold().startswith("https://"):
        from leaflet_app.library.store.https_client import https_remote  # noqa: PLC0415  (urllib3 takes 40 ms)

        return https_remote(address, password)
    if address.casefold().startswith("ssh://"):
        from leaflet_app.library.store.ssh_client import ssh_remote  # noqa: PLC0415  (only where it is used)

        return ssh_remote(address)
    from leaflet_app.library.store.folder_remote import FolderRemote  # noqa: PLC0415  (only where it is used)

    return FolderRemote(Path(address))
