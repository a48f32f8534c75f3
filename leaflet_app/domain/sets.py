"""Named selections of topics, to begin a leaflet with."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.domain.value import value

LONGEST_NAME = 60
"""Letters in the name of a set; more do not fit on its button."""


@value
class TopicSet:
    """Topics in print order under a name, and the choices about them. It holds no word about any patient.

    What a set does not choose itself, from `format` to `detail`, stays as the leaflet on the desk has it.
    """

    name: str
    topics: tuple[str, ...]
    without: tuple[str, ...] = ()
    format: Format | None = None
    theme: Theme | None = None
    language: str | None = None
    is_summary: bool | None = None
    tear_off: bool | None = None
    detail: Detail | None = None
    without_outlook: bool = False

    def chosen_on(self, desk: Selection) -> Selection:
        """Return the selection on a desk with this set in place of its topics; note and recipient stay."""
        return replace(
            desk,
            topics=self.topics,
            without=frozenset(self.without),
            format=self.format or desk.format,
            theme=self.theme or desk.theme,
            language=desk.language if self.language is None else self.language,
            is_summary=desk.is_summary if self.is_summary is None else self.is_summary,
            tear_off=desk.tear_off if self.tear_off is None else self.tear_off,
            detail=self.detail or desk.detail,
            without_outlook=self.without_outlook,
        )


def set_of(name: str, selection: Selection) -> TopicSet:
    """Return a set of what is chosen. Note, name and reference are left behind."""
    return TopicSet(
        name,
        selection.topics,
        tuple(sorted(selection.without)),
        format=selection.format,
        theme=selection.theme,
        language=selection.language,
        is_summary=selection.is_summary,
        tear_off=selection.tear_off,
        detail=selection.detail,
        without_outlook=selection.without_outlook,
    )
