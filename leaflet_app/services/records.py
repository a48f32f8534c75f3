"""Open the records of a desk: where its settings say, with the password that its keyring holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leaflet_app.domain.errors import NoKeyring
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import load

if TYPE_CHECKING:
    from leaflet_app.delivery.register.register import Records

PASSWORD = "records"  # noqa: S105  (its name in the keyring)


@contextmanager
def records(desk: Desk) -> Iterator[Records]:
    """Open the records for as long as a block lasts. Raises RecordsUnusable."""
    from leaflet_app.delivery.records.database import opened  # noqa: PLC0415  (SQLAlchemy takes its time)

    address = load(desk).records.address
    with opened(desk.home, address, _password(desk) if address else None) as engine:
        yield engine


def has_records(desk: Desk) -> bool:
    """Tell whether a desk has records, without opening them. Where nobody can see, whoever opens them is told why."""
    from leaflet_app.delivery.records.places import file_of  # noqa: PLC0415

    if load(desk).records.address:
        return True
    try:
        file_of(desk.home).stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _password(desk: Desk) -> str | None:
    """Return the password of the server; without a keyring it may let this desk in by other means, or says no."""
    try:
        return desk.tools.secrets.read(PASSWORD)
    except NoKeyring:
        return None
