"""Faults of the ways a leaflet leaves the desk."""

from leaflet_app.domain.errors.leaflet_error import LeafletError


class CannotSave(LeafletError):
    """A file that could not be written; what was there before is untouched."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"“{name}” could not be saved: {why}. Nothing was lost.", remedy)


class NotNoted(CannotSave):
    """A leaflet that left the desk without an entry in the register; the leaflet itself is as good as any."""

    def __init__(self, passport: str, why: str) -> None:
        LeafletError.__init__(
            self,
            f"The leaflet is safe, but the register could not note it: {why}.",
            f"Write down its code, {passport}, and tell whoever looks after this computer.",
        )


class CannotPrint(LeafletError):
    """A printer or queue that takes no leaflet."""

    def __init__(self, why: str, remedy: str, what: str = "The leaflet could not be printed") -> None:
        super().__init__(f"{what}: {why}.", remedy)
        self.why = why


class AddressRefused(LeafletError):
    """What no mail can be sent to. Neither sentence repeats the address: it may go to a log."""

    def __init__(self, why: str, remedy: str = "Type the address again.") -> None:
        super().__init__(f"No mail can be sent to this address: {why}.", remedy)


class MailRefused(LeafletError):
    """A letter that may not go, or no way for it to go."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The email cannot be sent: {why}.", remedy)
