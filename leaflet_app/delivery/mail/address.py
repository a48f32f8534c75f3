"""The one gate that addresses pass. No error of it repeats the address: it may go to a log."""

from __future__ import annotations

from leaflet_app.domain.value import value


@value
class Checked:
    """An address that a mail may go to, and a question to ask before: about its domain, or nothing.

    `suggestion` is the address with the domain that was probably meant, where the question offers one.
    """

    address: str
    question: str = ""
    suggestion: str = ""


def checked(untrusted: str) -> Checked:
    """Return the one address that a person typed. Raises AddressRefused."""
    return Checked(untrusted)
