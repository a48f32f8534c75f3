"""Which place of the printed body is ringed for this person."""

from __future__ import annotations

from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.topic import BODY_PLACES, Site
from leaflet_app.domain.value import value
from leaflet_app.gui.preview.chooser import Chooser


@value
class Mark:
    """A place to ring; without one, the topics' places are marked and no more."""

    site: Site | None

    @property
    def label(self) -> str:
        """Return what a person reads."""
        return capitalised(self.site.value.replace("-", " ")) if self.site else "The topics' places"


MARKS = (Mark(None), *map(Mark, BODY_PLACES))


class MarkChooser(Chooser):
    """Choose one place of the body, or none beyond the topics' own."""

    def __init__(self) -> None:
        super().__init__("Mark", MARKS, "Ring a place for this person; the words then stand at its name")
        for each in (self, self.label):
            each.setAccessibleName("Place to mark")
        self.view().setAccessibleName("Places to mark")

    @property
    def place(self) -> Site | None:
        """Return the place to ring."""
        return MARKS[self.currentIndex()].site

    def show_place(self, site: Site | None) -> None:
        """Choose a place without telling anyone."""
        self.setCurrentIndex(MARKS.index(Mark(site)))
