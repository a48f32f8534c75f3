"""The address of a PostgreSQL server, as an admin writes it in the settings."""

from __future__ import annotations

from types import MappingProxyType

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from leaflet_app.domain.errors import RecordsUnusable

NAMES = {"postgresql", "postgres", "postgresql+psycopg"}
CONNECT_SECONDS = "10"

PATIENCE = MappingProxyType(
    {
        "keepalives": "1",
        "keepalives_idle": "30",
        "keepalives_interval": "10",
        "keepalives_count": "3",
        "tcp_user_timeout": "30000",  # milliseconds
    }
)
"""After a minute without a sign a server is gone; without this the system waits for hours. An address may say else."""

_HERE = {"", "localhost", "127.0.0.1", "::1"}
_ELSEWHERE = {"hostaddr", "service"}
"""What leads libpq past the host that an address names."""

_OPEN = {"disable", "allow", "prefer"}
"""What PostgreSQL calls a connection that may go without encryption."""

_LIKE_THIS = "Write it like “postgresql://leaflets@server.example/leaflets”."


def server_of(address: str) -> URL:
    """Read an address. It holds no password, and over a network it is encrypted. Raises RecordsUnusable."""
    try:
        url = make_url(address.strip())
    except (ArgumentError, ValueError):
        raise RecordsUnusable("records.address is no address of a PostgreSQL server", _LIKE_THIS) from None
    if url.drivername not in NAMES:
        raise RecordsUnusable("records.address is no address of a PostgreSQL server", _LIKE_THIS)
    if url.password is not None or "password" in url.query:
        raise RecordsUnusable(
            "records.address holds a password, which the settings may not keep",
            "Take it out of the address and keep it in the keyring with “leaflet-app settings password records”.",
        )
    url = url.set(drivername="postgresql+psycopg").update_query_dict({"connect_timeout": CONNECT_SECONDS})
    url = url.update_query_dict({name: wanted for name, wanted in PATIENCE.items() if name not in url.query})
    return url if _is_here(url) else _encrypted(url)


def _is_here(url: URL) -> bool:
    if _ELSEWHERE & url.query.keys():
        return False
    hosts = url.query.get("host", url.host or "")
    return all(each in _HERE or each.startswith("/") for each in ([hosts] if isinstance(hosts, str) else hosts))


def _encrypted(url: URL) -> URL:
    """Ask for a verified server unless the address says how; a connection that may be read on the way is refused."""
    mode = url.query.get("sslmode", "")
    if mode in _OPEN:
        raise RecordsUnusable(
            "records.address asks for a connection without encryption", "Take “sslmode” out of the address."
        )
    if mode:
        return url
    certificates = {} if "sslrootcert" in url.query else {"sslrootcert": "system"}
    return url.update_query_dict({"sslmode": "verify-full", **certificates})
