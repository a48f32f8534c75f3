"""The form of a practice: its details in groups, its logo, its colours and its disclaimer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.brand_colours import ACCENT_SEEN, BAND_SEEN
from leaflet_app.domain.practice import FIRST_PRACTICE, STANDARD_DISCLAIMER, Disclaimer, Practice
from leaflet_app.domain.practice_fields import FIELDS, GROUPS, with_words, words_of
from leaflet_app.gui.practice.colour_row import ColourRow
from leaflet_app.gui.practice.detail_row import DetailRow
from leaflet_app.gui.practice.logo_row import LogoRow
from leaflet_app.gui.preview.bearer import Offered
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.focus import focus_on
from leaflet_app.services.practice import Opened, wrong_in

MAIN = "The stripe across the top of every leaflet, with your name in white; headings and number pictures have it too."
SECOND = "Links, and the line beside your own note."


class BrandPart(QWidget):
    """Logo and colours: the logo is always seen on the main colour as it is chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.logo = LogoRow()
        self.band = ColourRow("Main colour", MAIN, BAND_SEEN)
        self.accent = ColourRow("Second colour", SECOND, ACCENT_SEEN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.logo, self.band, self.accent):
            column.addWidget(part)
            part.edited.connect(self.edited)
        self.band.edited.connect(lambda: self.logo.show_band(self.band.colour))

    @property
    def is_sound(self) -> bool:
        """Tell whether all of it can be printed."""
        return all(part.wrong is None for part in (self.logo, self.band, self.accent))

    def focus_wrong(self) -> None:
        """Put the keyboard on the first of it that cannot be printed."""
        wrong = (part.wrong for part in (self.logo, self.band, self.accent))
        if first := next((each for each in wrong if each is not None), None):
            focus_on(first)

    def show_practice(self, practice: Practice) -> None:
        """Show a practice's brand without telling anyone."""
        brand = practice.brand
        self.band.show_colour(brand.band)
        self.accent.show_colour(brand.accent)
        self.logo.show_logo(brand.logo, brand.logo_alt, brand.band)

    def worn_by(self, practice: Practice) -> Practice:
        """Return the practice in these colours, with this logo."""
        alt = self.logo.alt.text().strip() if self.logo.logo else ""
        colours = {"band": self.band.colour, "accent": self.accent.colour}
        return replace(practice, brand=replace(practice.brand, logo=self.logo.logo, logo_alt=alt, **colours))


class DetailsPart(QWidget):
    """Rows of details under a heading, if any, each told what is wrong with it."""

    edited = Signal()

    def __init__(self, group: str, keys: Iterable[str]) -> None:
        super().__init__()
        wanted = tuple(keys)
        self._rows = [DetailRow(each) for each in FIELDS if each.key in wanted]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if group:
            column.addWidget(dress(QLabel(group), tone="heading"))
        for row in self._rows:
            column.addWidget(row)
            row.edited.connect(self.edited)

    @property
    def typed(self) -> dict[str, str]:
        """Return what is typed, by field."""
        return {row.key: row.words for row in self._rows}

    def show_words(self, words: Mapping[str, str]) -> None:
        """Show details without telling anyone."""
        for row in self._rows:
            row.show_words(words.get(row.key, ""))

    def say_wrong(self, wrong: Mapping[str, str], *, spares_empty: bool = False) -> bool:
        """Say at each field what to write, if wanted not at those nobody came to yet; tell whether there is any."""
        for row in self._rows:
            row.say_wrong("" if spares_empty and not row.words else wrong.get(row.key, ""))
        return any(row.key in wrong for row in self._rows)

    def focus_wrong(self, wrong: Mapping[str, str]) -> None:
        """Put the keyboard on the first field that is wrong."""
        for row in self._rows:
            if row.key in wrong:
                focus_on(row.control)
                return


STAYS = "This practice stands in where no other is chosen: it can be changed, and not removed."


class PracticeForm(QScrollArea):
    """Holds one practice while it is changed."""

    edited = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = Practice("", "")
        self._details = [DetailsPart(each, _keys_of(each)) for each in GROUPS]
        self.brand = BrandPart()
        self._disclaimer = Chooser("Disclaimer", (), "The approved notice that its leaflets bear")
        self._disclaimer.chosen.connect(lambda _chosen: self.edited.emit())
        self._remove = QPushButton("Remove this practice …")
        self._remove.clicked.connect(lambda _checked: self.remove_asked.emit())
        self._stays = dress(QLabel(STAYS), tone="soft")
        self._stays.setWordWrap(True)
        self._is_silent = False
        for part in self._details:
            part.edited.connect(self._tell)
        self.brand.edited.connect(self._tell)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.show_practice(self._shown, {})

    @property
    def practice(self) -> Practice:
        """Return the practice as it is typed."""
        typed = {key: words for part in self._details for key, words in part.typed.items()}
        worn = self.brand.worn_by(with_words(self._shown, typed))
        chosen: Offered | None = self._disclaimer.currentData()
        own = self._shown.disclaimer or STANDARD_DISCLAIMER
        return worn if chosen is None or chosen.id == own else replace(worn, disclaimer=chosen.id)

    @property
    def wrong(self) -> dict[str, str]:
        """Return what cannot be printed, by field."""
        wrong = wrong_in(self.practice)
        if not self.brand.is_sound:
            wrong.setdefault("brand", "Mend the logo or the colours first.")
        return wrong

    def show_practice(self, practice: Practice, disclaimers: Mapping[str, Disclaimer]) -> None:
        """Show a practice; nobody is told."""
        self._is_silent = True
        self._shown = practice
        for part in self._details:
            part.show_words(words_of(practice))
            part.say_wrong({})
        self.brand.show_practice(practice)
        self._disclaimer.clear()
        for each, disclaimer in disclaimers.items():
            self._disclaimer.addItem(disclaimer.label, Offered(each, disclaimer.label))
        wanted = practice.disclaimer or STANDARD_DISCLAIMER
        self._disclaimer.setCurrentIndex(list(disclaimers).index(wanted) if wanted in disclaimers else -1)
        for widget in (self._disclaimer, self._disclaimer.label):
            widget.setVisible(len(disclaimers) > 1)
        self._is_silent = False

    def offer_removing(self, opened: Opened) -> None:
        """Offer to remove the practice, unless it is the first, which stands in for all others, or nobody kept it."""
        is_first = opened.kept.id == FIRST_PRACTICE
        self._remove.setVisible(bool(opened.kept.text) and not is_first)
        self._stays.setVisible(is_first and len(opened.listed) > 1)

    def go_on_from(self, practice: Practice) -> None:
        """Know what is kept now, and leave what is typed."""
        self._shown = practice

    def say_wrong(self, wrong: Mapping[str, str], *, spares_empty: bool = False) -> None:
        """Say at each field what to write, if wanted not at those nobody came to yet."""
        for part in self._details:
            part.say_wrong(wrong, spares_empty=spares_empty)

    def focus_wrong(self, wrong: Mapping[str, str]) -> None:
        """Bring the first field that is wrong into view, with the keyboard on it."""
        wrong_parts = [part for part in self._details if part.say_wrong(wrong)]
        if wrong_parts:
            wrong_parts[0].focus_wrong(wrong)
            return
        self.brand.focus_wrong()

    def stop(self) -> None:
        """End all work."""
        self.brand.logo.stop()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802  (Qt's own)
        """Go on with the keyboard, and bring what it is on into view."""
        moved = super().focusNextPrevChild(forward)
        widget = self.focusWidget()
        if widget is not None:
            self.ensureWidgetVisible(widget)
        return moved

    def _tell(self) -> None:
        if not self._is_silent:
            self.edited.emit()

    def _lay_out(self) -> None:
        card = dress(QFrame(), ground="panel")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        first, *others = self._details
        for number, part in enumerate((first, self.brand, *others)):
            if number:
                column.addWidget(dress(QFrame(), ground="line"))
            column.addWidget(part)
        column.addWidget(self._disclaimer.label)
        column.addWidget(self._disclaimer)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stays)
        column.addStretch(1)
        page = dress(QWidget(), bare="true")
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 8, 0)
        around.addWidget(card)
        self.setWidget(page)


def _keys_of(group: str) -> tuple[str, ...]:
    return tuple(each.key for each in FIELDS if each.group == group)
