"""The key that seals the outbox: made at its first use, kept in the keyring, shared by desks that share an outbox."""

from __future__ import annotations

from leaflet_app.delivery.sealed import Seal, new_key
from leaflet_app.domain.errors import NoKeyring, SettingRefused
from leaflet_app.domain.written_key import NAME, read_key, written_key
from leaflet_app.services.desk import Desk
from leaflet_app.services.records import records


def seal_of(desk: Desk) -> Seal | None:
    """Return the seal of a desk, None where it has no keyring, or no key in it that can be read."""
    try:
        kept = desk.tools.secrets.read(NAME)
        return Seal(read_key(kept)) if kept else None
    except (NoKeyring, SettingRefused):
        return None


def seal_to_queue(desk: Desk) -> Seal:
    """Return the seal of a desk; its key is made where there is none. Raises NoKeyring, SettingRefused."""
    return Seal(read_key(shown_key(desk)))


def shown_key(desk: Desk) -> str:
    """Return the key as another desk can type it; it is made where there is none. Raises NoKeyring, SettingRefused."""
    secrets = desk.tools.secrets
    if not secrets.read(NAME):
        secrets.keep(NAME, written_key(new_key()))
    return secrets.read(NAME) or ""


def enter_key(desk: Desk, untrusted: str) -> None:
    """Keep the key that another desk shows. Raises SettingRefused, NoKeyring."""
    desk.tools.secrets.keep(NAME, written_key(read_key(untrusted)))


def agree_anew(desk: Desk) -> None:
    """Make a new key, for the desks to agree on. Raises NoKeyring, RecordsUnusable."""
    from leaflet_app.delivery.outbox.agreed_key import forget_agreed  # noqa: PLC0415  (SQLAlchemy takes its time)

    desk.tools.secrets.keep(NAME, written_key(new_key()))
    with records(desk) as engine:
        forget_agreed(engine)
