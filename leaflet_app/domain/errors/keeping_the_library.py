"""Faults of editing, approving and sharing the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from leaflet_app.domain.errors.leaflet_error import LeafletError
from leaflet_app.domain.errors.telling import shown


class StoreUnusable(LeafletError):
    """A library that cannot be opened, read or written where it is kept."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The library cannot be used where it is kept: {why}.", remedy)


class StoreDamaged(StoreUnusable):
    """A library of which something is lost or damaged where it is kept; what is good of it can be rescued."""


class StoreRescued(LeafletError):
    """A library that was damaged and is in use again, as far as it was whole. Nothing was deleted."""

    @classmethod
    def to_a_version(cls, whose: str) -> Self:
        """Say which version is in use."""
        return cls(
            f"The library on this desk was damaged. It is back at the version of {shown(whose)}.",
            "Look in History whether a later change is missing, and make it again.",
        )

    @classmethod
    def to_the_shipped_one(cls, aside: str) -> Self:
        """Say where what is left was put."""
        return cls(
            "The library on this desk was damaged, and no version of it is whole. The one that came with the program "
            "is in use.",
            f"Take yours from the shared folder or a copy; what is left of it lies in {aside}.",
        )


class EditedMeanwhile(LeafletError):
    """A change that another has come before; a person must choose. Nothing was written, nothing is lost."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(sorted(texts))
        super().__init__(
            f"Someone else has changed {', '.join(map(shown, self.texts))} since you began. Nothing was overwritten.",
            "Compare both texts and choose.",
        )


class UnknownText(LeafletError):
    """A name that no text or file of the library has."""

    def __init__(self, named: str, nearest: str) -> None:
        did_you_mean = f"Did you mean “{nearest}”?" if nearest else "Run “leaflet-app topics” to see the topics."
        super().__init__(f"The library has no text “{shown(named)}”.", did_you_mean)


class UnknownVersion(LeafletError):
    """A name that no version of a text has, or several."""

    def __init__(self, named: str, file: str) -> None:
        super().__init__(
            f"“{shown(named)}” names no version of {file}, or several.",
            f"Run “leaflet-app library history {file}” and use the letters in front.",
        )


class EditRefused(LeafletError):
    """A change to the library that is none, or that may not be made."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The library was not changed: {why}.", remedy)


class ReviewRefused(LeafletError):
    """A step of a review that may not be taken."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The review does not go on: {why}.", remedy)


class NotApproved(LeafletError):
    """A leaflet that may not leave this desk before a clinician has approved its texts."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"This leaflet may not leave yet: {why}.", remedy)


class OverdueUnexplained(LeafletError):
    """A leaflet with a text whose review is overdue, for which nobody has said why it may leave all the same."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"This leaflet may not leave yet: {why}.", remedy)


class SharingStopped(LeafletError):
    """A shared library that this desk could not take from or give to; work goes on with what is here."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The library was not shared: {why}. Nothing was lost; this desk works with its own.", remedy)


class NotReachable(SharingStopped):
    """A shared library that does not answer at the moment."""


class AnotherHistory(SharingStopped):
    """A shared library that does not go on from what this desk knows of it: begun elsewhere, or rewritten."""


class PackRefused(LeafletError):
    """A pack of topics that is damaged, hostile, or from nobody we trust. Nothing of it was taken."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The pack was refused: {why}. Nothing of it was taken.", remedy)
