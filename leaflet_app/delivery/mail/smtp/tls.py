"""The one maker of encrypted connections: nothing of the program talks to a mail server otherwise."""

from __future__ import annotations

from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext, TLSVersion


def verified_tls(authority: Path | None = None) -> SSLContext:
    """Return what checks a server's certificate and name, with TLS 1.2 or later.

    `authority` is the file of who must have signed it; otherwise it is whoever this computer trusts.
    """
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.minimum_version = TLSVersion.TLSv1_2
    if authority:
        context.load_verify_locations(authority)
    else:
        context.load_default_certs()
    return context
