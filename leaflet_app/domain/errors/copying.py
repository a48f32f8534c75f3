"""Faults of making one leaflet for many people."""

from leaflet_app.domain.errors.leaflet_error import LeafletError


class ListUnreadable(LeafletError):
    """A file that is no list of people."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"The list of people in “{name}” cannot be read: {why}.", remedy)


class TooManyCopies(LeafletError):
    """More copies than one file may hold."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"One file holds at most {most:,} copies, and the list names more people.",
            "Divide the list, or leave out --one-file.",
        )


class CopiesStopped(LeafletError):
    """A worker that ended before its copies were made."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The copies are not all made: {why}. Those that are made are whole.",
            "Run the same command again: it goes on where it stopped.",
        )


class NoCluster(LeafletError):
    """No cluster of computers, or no package to reach it with."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The cluster cannot be used: {why}.", remedy)
