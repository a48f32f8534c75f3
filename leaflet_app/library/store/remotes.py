"""What every way to a shared library can do, and what may come between."""

from __future__ import annotations

from typing import Protocol

from dulwich.objects import ObjectID
from dulwich.repo import Repo


class Overtaken(Exception):
    """Another desk has shared something since we looked, or does so at this moment: look again."""


class Incomplete(Overtaken):
    """The shared library names what does not show itself yet: look again."""


class Refused(Exception):
    """The other side did not take a change, and says why."""


class Remote(Protocol):
    """A way to the shared library. What each method raises is SharingStopped; NotReachable where time may help."""

    def fetch(self, repo: Repo) -> ObjectID | None:
        """Bring the newest shared version into a store and return it; None where nothing is shared yet."""
        ...

    def push(self, repo: Repo, theirs: ObjectID | None, ours: ObjectID) -> None:
        """Make ours the newest shared version where that is still theirs. Raises Overtaken, Refused."""
        ...
