"""The keyring of the system. What keeps secrets as plain text, or not at all, is none."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leaflet_app.domain.errors import NoKeyring

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "leaflet-app"
"""The name that the secrets stand under in the keyring."""

UNTRUSTED = ("keyrings.alt.", "keyring.backends.fail", "keyring.backends.null")
"""Backends that write plain text, refuse everything or forget everything."""

# keyring takes 60 ms to import, and most starts need no secret.


class SystemKeyring:
    """Keeps secrets in the keyring of the system. What each method raises is NoKeyring."""

    def read(self, name: str) -> str | None:
        """Return a secret, or None where there is none."""
        with _told():
            return _trusted().get_password(SERVICE, name)

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret."""
        with _told():
            _trusted().set_password(SERVICE, name, secret)

    def forget(self, name: str) -> None:
        """Forget a secret; one that is not there is forgotten already."""
        with _told():
            keyring = _trusted()
            if keyring.get_password(SERVICE, name) is not None:
                keyring.delete_password(SERVICE, name)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell what a keyring raises in words; its own may hold the secret."""
    from keyring.errors import KeyringError, KeyringLocked  # noqa: PLC0415

    try:
        yield
    except KeyringLocked:
        raise NoKeyring("the keyring is locked") from None
    except (KeyringError, OSError, RuntimeError, ValueError):
        raise NoKeyring("the keyring of this computer refused it") from None


def _trusted() -> KeyringBackend:
    """Return the keyring that the system chose, or the first of its chain that may be trusted. Raises NoKeyring."""
    from keyring import get_keyring  # noqa: PLC0415

    chosen = get_keyring()
    chain: tuple[KeyringBackend, ...] = tuple(getattr(chosen, "backends", (chosen,)))
    for each in chain:
        if not f"{type(each).__module__}.".startswith(UNTRUSTED):
            return each
    raise NoKeyring
