"""Faults of what a desk keeps: secrets, outbox, register, codes and libraries of the past."""

from leaflet_app.domain.errors.leaflet_error import LeafletError
from leaflet_app.domain.errors.telling import shown


class NoKeyring(LeafletError):
    """No place for secrets."""

    def __init__(self, why: str = "this computer has no keyring") -> None:
        super().__init__(
            f"Passwords and keys cannot be kept or read: {why}.",
            "Unlock it, then try again. On Linux without one, install gnome-keyring or KWallet, and sign in again.",
        )


class RecordsUnusable(LeafletError):
    """An outbox or register that cannot be opened, read or written."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The outbox and the register cannot be used: {why}.", remedy)


class NoSuchMail(LeafletError):
    """A mail that the outbox does not hold, or that is past changing."""

    def __init__(self, why: str, remedy: str = "Run “leaflet-app outbox list” to see them all.") -> None:
        super().__init__(f"Nothing was changed: {why}.", remedy)


class NoSuchEntry(LeafletError):
    """What names no entry of the register, or several."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No entry of the register is named “{shown(name[:40])}”, or more than one.",
            "Run “leaflet-app register list”: each line ends with the entry's name.",
        )


class PassportMistyped(LeafletError):
    """A code with a wrong letter or digit."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no leaflet code: {why}.", "Type it again as it stands at the foot of the page.")


class PassportUnknown(LeafletError):
    """A code that this desk has no record of."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"The code {code} is well formed, but this desk has no record of it.",
            "Try it at the desk that printed the leaflet.",
        )


class EditionUnreadable(LeafletError):
    """A library of the past that this desk has not kept, or that is damaged, or was not written by this program."""

    def __init__(self, name: str, why: str, remedy: str = "") -> None:
        message = f"The library that this leaflet was made from cannot be read: {why}."
        super().__init__(message, remedy or f"Put “editions/{name}” back from a backup.")
