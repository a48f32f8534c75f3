"""The fault that every other grows from, and the one nobody thought of."""


class LeafletError(Exception):
    """A fault with a sentence on what happened and a sentence on what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Pass between processes as it stands; to be made anew, many a class would want other words than its two."""
        return Exception.__new__, (type(self), *self.args), self.__dict__

    def __str__(self) -> str:
        """Join the two sentences."""
        return f"{self.message} {self.remedy}"


class UnexpectedFault(LeafletError):
    """Anything nobody thought of. `details` are for the people who mend the program."""

    def __init__(self, details: str = "") -> None:
        super().__init__("Something went wrong that should not have.", "Try again; nothing you chose is lost.")
        self.details = details
