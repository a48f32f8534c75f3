"""What a desk uses of the computer it stands on, each behind a Protocol."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from leaflet_app.domain.printing import PrintWay


class Secrets(Protocol):
    """The keyring of the system. What each method raises is NoKeyring."""

    def read(self, name: str) -> str | None:
        """Return a secret, or None where there is none. Raises NoKeyring."""
        ...

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret. Raises NoKeyring."""
        ...

    def forget(self, name: str) -> None:
        """Forget a secret; one that is not there is forgotten already. Raises NoKeyring."""
        ...


class Programs(Protocol):
    """The person's own programs."""

    def open_draft(self, draft: Path, address: str, subject: str, text: str, attachment: Path) -> bool:
        """Open a letter in the person's mail program, ready to send; tell whether there was one."""
        ...

    def reveal(self, file: Path) -> None:
        """Show a file in its folder."""
        ...


class Tools(Protocol):
    """The tools of a desk, each made when it is first used."""

    @property
    def printing(self) -> PrintWay:
        """Return the way to the printers."""
        ...

    @property
    def secrets(self) -> Secrets:
        """Return the keyring."""
        ...

    @property
    def programs(self) -> Programs:
        """Return the person's own programs."""
        ...
