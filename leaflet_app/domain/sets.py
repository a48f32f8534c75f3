"""Named selections of topics, to begin a leaflet with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Detail, Selection

LONGEST_NAME = 60
"""Letters in the name of a set; more do not fit on its button."""


@dataclass(frozen=True, slots=True)
class TopicSet:
    """Topics in print order under a name, and the choices about them. It holds no word about any patient.

    Without a `format` or a `detail` of its own, a set keeps what the leaflet on the desk has.
    """

    name: str
    topics: tuple[str, ...]
    without: tuple[str, ...] = ()
    format: Format | None = None
    detail: Detail | None = None
    without_outlook: bool = False

    def chosen_on(self, desk: Selection) -> Selection:
        """Return the selection on a desk with this set in place of its topics; note and recipient stay."""
        return replace(
            desk,
            topics=self.topics,
            without=frozenset(self.without),
            format=self.format or desk.format,
            detail=self.detail or desk.detail,
            without_outlook=self.without_outlook,
        )


def set_of(name: str, selection: Selection) -> TopicSet:
    """Return a set of what is chosen. Note, name and reference are left behind."""
    without = tuple(sorted(selection.without))
    return TopicSet(
        name, selection.topics, without, selection.format, selection.detail, without_outlook=selection.without_outlook
    )
