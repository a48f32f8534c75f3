"""Which entries of the register are shown: a row of choosers, each of which starts with all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leaflet_app.domain.given import Given, Way
from leaflet_app.domain.given_words import Titles
from leaflet_app.domain.sought import Sought
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.gui.widgets.flow import Flow


class Option(NamedTuple):
    """A choice with what it stands for."""

    label: str
    meant: object


ALL = Option("All", None)
DAYS = (
    Option("Any day", None),
    Option("Today", 0),
    Option("Last 7 days", 6),
    Option("Last 30 days", 29),
    Option("Last 12 months", 364),
)
WIDEST_TOPIC, WIDEST_DESK = 260, 180


class FilterRow(QWidget):
    """Tells what someone looks for, each time it changes."""

    sought = Signal(Sought)

    def __init__(self, titles: Titles, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._days = Chooser("When", DAYS, "On which days it was given")
        self._topic = Chooser("Topic", (ALL, *_by_title(titles)), "Which topic it is about")
        self._topic.setMaximumWidth(WIDEST_TOPIC)
        self._version = Chooser("Version", (ALL,), "Which version of the topic's text")
        self._way = Chooser("How", (ALL, *(Option(way.label, way) for way in Way)), "How it was given")
        self._desk = Chooser("Desk", (ALL,), "At which desk")
        self._desk.setMaximumWidth(WIDEST_DESK)
        self._choosers = (self._days, self._topic, self._version, self._way, self._desk)
        self._pairs = {chooser: QWidget() for chooser in self._choosers}
        self._topic.chosen.connect(lambda _option: self._offer(self._version, ()))
        self._lay_out()
        for chooser in self._choosers:
            chooser.chosen.connect(lambda _option: self._tell())
        self._passport = ""
        self._settle()

    @property
    def wanted(self) -> Sought:
        """Return what is chosen."""
        back = _meant(self._days)
        return Sought(
            since=self._today() - timedelta(days=back) if isinstance(back, int) else None,
            topic=str(_meant(self._topic) or ""),
            version=str(_meant(self._version) or ""),
            way=way if isinstance(way := _meant(self._way), Way) else None,
            desk=str(_meant(self._desk) or ""),
            passport=self._passport,
        )

    def clear(self) -> None:
        """Look for everything again."""
        self.look_for("")

    def look_for(self, passport: str) -> None:
        """Look for the leaflets with this code, whatever was chosen before."""
        self._passport = passport
        for chooser in self._choosers:
            chooser.setCurrentIndex(0)
        self._offer(self._version, ())
        self._tell()

    def take_titles(self, titles: Titles) -> None:
        """Offer topics by other titles, the chosen one staying chosen."""
        with QSignalBlocker(self._topic):
            self._choose_among(self._topic, (ALL, *_by_title(titles)))

    def learn(self, entries: tuple[Given, ...], desks: tuple[str, ...]) -> None:
        """Offer the versions that the topic was given in, and the desks that gave anything."""
        wanted = self.wanted
        if wanted.topic and not wanted.version:
            given = {topic.version for each in entries for topic in each.topics if topic.id == wanted.topic}
            self._offer(self._version, sorted(given, reverse=True))
        self._offer(self._desk, desks)
        self._settle()

    def _lay_out(self) -> None:
        row = Flow(gap=12)
        for chooser, pair in self._pairs.items():
            inner = QHBoxLayout(pair)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(8)
            inner.addWidget(chooser.label)
            inner.addWidget(chooser)
            row.addWidget(pair)
        self.setLayout(row)

    def _offer(self, chooser: Chooser, names: Iterable[str]) -> None:
        """Offer these names after all, the chosen one staying chosen."""
        self._choose_among(chooser, (ALL, *(Option(name, name) for name in names)))

    def _choose_among(self, chooser: Chooser, options: tuple[Option, ...]) -> None:
        chosen = _meant(chooser)
        chooser.clear()
        for option in options:
            chooser.addItem(option.label, option)
        chooser.setCurrentIndex(max(0, next((n for n, each in enumerate(options) if each.meant == chosen), 0)))

    def _settle(self) -> None:
        """Show a chooser only where there is a choice."""
        self._pairs[self._version].setVisible(self._version.count() > 1)
        self._pairs[self._desk].setVisible(self._desk.count() > 2)  # noqa: PLR2004  (all, and two desks)

    def _tell(self) -> None:
        self._settle()
        self.sought.emit(self.wanted)


def _meant(chooser: Chooser) -> object:
    option = chooser.currentData()
    return option[1] if option else None


def _by_title(titles: Titles) -> list[Option]:
    return sorted((Option(title, topic) for topic, title in titles.items()), key=lambda each: each.label)
