"""The choices about one print, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from leaflet_app.domain.look import Format
from leaflet_app.domain.print_words import as_booklet, on_sheets
from leaflet_app.domain.printing import Ink, PrintChoices, Printer, Sides, has_room, paper_of
from leaflet_app.domain.sentences import capitalised
from leaflet_app.gui.send.print_copies import CopiesField
from leaflet_app.gui.send.print_offers import GREY_ONLY, INKS, ONE_SIDE, SIDES, OfferChooser, Offered, papers
from leaflet_app.gui.send.print_pages import PagesChoice
from leaflet_app.gui.widgets.dress import dress

FOLDED = frozenset({Format.STANDARD, Format.A5})
"""The formats that a booklet tells in letters of much the same size."""


class PrintFields(QWidget):
    """Shows what the chosen printer can do, and tells what would come out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._format = Format.STANDARD
        self._page_count = 1
        self._known: dict[str, Printer] = {}
        self._wanted = PrintChoices()
        self._printer = OfferChooser("P&rinter", "Where it comes out")
        self._said = dress(QLabel(), tone="look")
        self._said.setWordWrap(True)
        self._copies = CopiesField()
        self._pages = PagesChoice()
        self._sides = OfferChooser("&Sides", "One side of each sheet, or both")
        self._ink = OfferChooser("Co&lour", "In colour, or black and grey")
        self._paper = OfferChooser("Pap&er", "The paper in the printer")
        self._booklet = QCheckBox("As a &booklet: A5 pages on A4, to fold in the middle")
        self._lay_out()
        for signal in (self._copies.changed, self._pages.changed, self._booklet.toggled):
            signal.connect(self._tell)
        for chooser in (self._sides, self._ink, self._paper):
            chooser.chosen.connect(self._choose)
        self._printer.chosen.connect(self._choose_printer)

    def begin(self, liked: PrintChoices, page_format: Format, pages: int) -> None:
        """Show how this place likes to print a leaflet of this format."""
        self._wanted, self._format, self._page_count = liked, page_format, pages
        is_booklet = page_format is Format.BOOKLET
        self._booklet.setChecked(is_booklet)
        self._booklet.setEnabled(page_format in FOLDED)
        self._copies.show_count(liked.copies)
        self._pages.begin(pages)
        self.offer_printers(tuple(self._known.values()))

    def tell_pages(self, pages: int) -> None:
        """Offer this many pages."""
        if pages != self._page_count:
            self._page_count = pages
            self._pages.begin(pages)
            self._tell()

    def offer_printers(self, known: Sequence[Printer]) -> None:
        """Offer these printers, the liked one chosen; one that is liked and not there stays, and says so."""
        self._known = {each.name: each for each in known}
        offers = [Offered(each.description, each.name) for each in known]
        liked = self._wanted.printer
        if not offers or (liked and liked not in self._known):
            offers.insert(0, Offered(liked or "The usual printer", liked))
        self._printer.offer(offers, liked)
        self._show_printer()

    @property
    def choices(self) -> PrintChoices:
        """Return what is chosen."""
        sides, ink = self._sides.meaning, self._ink.meaning
        return PrintChoices(
            printer=str(self._printer.meaning or ""),
            copies=self._copies.count,
            pages="" if self.is_booklet else self._pages.typed,
            sides=sides if isinstance(sides, Sides) else None,
            ink=ink if isinstance(ink, Ink) else None,
            paper=str(self._paper.meaning or ""),
        )

    @property
    def is_booklet(self) -> bool:
        """Tell whether a booklet is chosen."""
        return self._booklet.isChecked()

    @property
    def outcome(self) -> str:
        """Say what would come out. Raises CannotPrint where nothing would."""
        choices = self.choices
        laid_out = paper_of(self._format)
        if self.is_booklet:
            pages = self._page_count if self._format is Format.BOOKLET else 0
            return f"{as_booklet(pages, choices.copies)}. {self._turning}"
        paper = choices.paper or laid_out
        said = on_sheets(self._pages.count, paper, choices.sides, choices.copies)
        return f"{said}." if has_room(paper, laid_out) else f"{said}. The pages are made smaller to fit {paper}."

    @property
    def _turning(self) -> str:
        chosen = self._chosen
        can_turn = chosen is None or chosen.is_two_sided
        return "Both sides are printed." if can_turn else "Turn the sheets over by hand, on the short edge."

    @property
    def _chosen(self) -> Printer | None:
        return self._known.get(str(self._printer.meaning or ""))

    def _choose(self) -> None:
        now = self.choices
        self._wanted = replace(self._wanted, sides=now.sides, ink=now.ink, paper=now.paper)
        self._tell()

    def _choose_printer(self) -> None:
        self._wanted = replace(self._wanted, printer=self.choices.printer)
        self._show_printer()

    def _show_printer(self) -> None:
        chosen, wanted = self._chosen, self._wanted
        self._sides.offer(SIDES if chosen is None or chosen.is_two_sided else ONE_SIDE, wanted.sides)
        self._ink.offer(INKS if chosen is None or chosen.is_colour else GREY_ONLY, wanted.ink)
        self._paper.offer(papers(chosen, paper_of(self._format)), wanted.paper)
        is_missing = bool(self._known) and chosen is None
        self._said.setText("This printer is not there now" if is_missing else _as_sentence(chosen))
        self._said.setVisible(bool(self._said.text()))
        self._tell()

    def _tell(self) -> None:
        self._pages.setEnabled(not self.is_booklet)
        for chooser in (self._sides, self._paper):
            chooser.setEnabled(not self.is_booklet and chooser.count() > 1)
        self.changed.emit()

    def _lay_out(self) -> None:
        rows: tuple[tuple[QWidget | None, QWidget], ...] = (
            (self._printer.label, self._printer),
            (None, self._said),
            (self._copies.label, self._copies),
            (QLabel("Pages"), self._pages),
            (self._sides.label, self._sides),
            (self._ink.label, self._ink),
            (self._paper.label, self._paper),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (label, field) in enumerate(rows):
            if label is not None:
                grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        grid.addWidget(self._booklet, len(rows), 0, 1, 2)


def _as_sentence(printer: Printer | None) -> str:
    return capitalised(printer.said) if printer is not None else ""
