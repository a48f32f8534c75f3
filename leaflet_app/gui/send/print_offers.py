"""What a person can choose about a print, each by the words it is read by."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.domain.printing import PAPERS_MM, Ink, Printer, Sides
from leaflet_app.domain.value import value
from leaflet_app.gui.preview.chooser import Chooser

AS_PRINTER = "As the printer likes it"


@value
class Offered:
    """One choice: its words, and what it means."""

    label: str
    meaning: object


SIDES = (
    Offered(AS_PRINTER, None),
    Offered("One side", Sides.ONE),
    Offered("Both sides, turned like a book", Sides.LONG_EDGE),
    Offered("Both sides, turned like a calendar", Sides.SHORT_EDGE),
)
INKS = (Offered(AS_PRINTER, None), Offered("Colour", Ink.COLOUR), Offered("Black and grey", Ink.GREY))
ONE_SIDE, GREY_ONLY = (Offered("One side", None),), (Offered("Black and grey", None),)
"""What a printer that can do no more leaves to choose: nothing, so that nothing is remembered of it."""


def papers(of: Printer | None, laid_out: str) -> tuple[Offered, ...]:
    """Return the paper of the leaflet, and the others that the printer takes."""
    known = of.papers if of is not None and of.papers else tuple(PAPERS_MM)
    others = (Offered(each, each) for each in known if each != laid_out)
    return (Offered(f"{laid_out}, as the leaflet is laid out", ""), *others)


class OfferChooser(Chooser):
    """A chooser among offers that may change."""

    def __init__(self, words: str, tip: str) -> None:
        super().__init__(words, (), tip)

    @property
    def meaning(self) -> object:
        """Return what the choice means; None where there is none."""
        offered = self.currentData()
        return offered.meaning if isinstance(offered, Offered) else None

    def offer(self, offers: Sequence[Offered], wanted: object) -> None:
        """Offer these, with the one that means this chosen; the first where none does."""
        self.clear()
        for each in offers:
            self.addItem(each.label, each)
        meanings = [each.meaning for each in offers]
        self.setCurrentIndex(meanings.index(wanted) if wanted in meanings else 0)
        self.setEnabled(len(offers) > 1)
