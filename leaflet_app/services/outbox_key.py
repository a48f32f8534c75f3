"""The key that seals the outbox: made at its first use, kept in the keyring, shared by desks that share an outbox."""

from __future__ import annotations

from leaflet_app.delivery.sealed import Seal, new_key
from leaflet_app.domain.errors import MailRefused, NoKeyring, SettingRefused
from leaflet_app.domain.written_key import NAME, read_key, written_key
from leaflet_app.paths import make_private
from leaflet_app.services.desk import Desk
from leaflet_app.services.records import records

LOCK = "outbox-key.lock"


def seal_of(desk: Desk) -> Seal | None:
    """Return the seal of a desk, None where it has no keyring, or no key in it that can be read."""
    try:
        kept = desk.tools.secrets.read(NAME)
        return Seal(read_key(kept)) if kept else None
    except (NoKeyring, SettingRefused):
        return None


def seal_to_queue(desk: Desk) -> Seal:
    """Return the seal of a desk; its key is made at need. Raises NoKeyring, MailRefused, RecordsUnusable."""
    try:
        return Seal(read_key(shown_key(desk)))
    except SettingRefused as fault:
        raise MailRefused(
            "what the keyring holds is no key of the outbox",
            "Enter the right one, “leaflet-app outbox key --enter”, or make a new one, “--new”.",
        ) from fault


def shown_key(desk: Desk) -> str:
    """Return the key as another desk can type it; it is made where there is none. Raises NoKeyring, RecordsUnusable."""
    return desk.tools.secrets.read(NAME) or _made_key(desk)


def _made_key(desk: Desk) -> str:
    """Make the key, unless another program of this desk just did: a mail sealed with a lost key could never go."""
    from leaflet_app.delivery.records.faults import told_of_file  # noqa: PLC0415  (SQLAlchemy takes its time)
    from leaflet_app.delivery.turn import turn  # noqa: PLC0415

    secrets = desk.tools.secrets
    with told_of_file():
        make_private(desk.home)
        with turn(desk.home / LOCK):
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
