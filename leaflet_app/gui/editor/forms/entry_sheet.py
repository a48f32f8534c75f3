"""The sheet for one source, or one organisation: its fields as its file has them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from leaflet_app.domain.facts import Source
from leaflet_app.domain.organisations import Organisation
from leaflet_app.gui.editor.forms.fields import WordsField, line
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.list_forms import Entry, faults_of_entry

WIDTH = 620
SOURCE_FIELDS = (
    ("id", "Short &name", "cruk-insulinoma"),
    ("publisher", "&Publisher", "Cancer Research UK"),
    ("title", "&Title", "What are insulinomas?"),
    ("url", "&Web address", "https://…"),
    ("published", "P&ublished", "2024"),
    ("note", "N&ote for editors", "never printed"),
)
ORGANISATION_FIELDS = (
    ("id", "Short &name", "ncuk"),
    ("name", "N&ame", "Neuroendocrine Cancer UK"),
    ("what", "&What it does", "A charity for people with …"),
    ("url", "Web a&ddress", "https://…"),
    ("phone", "&Phone", "0800 434 6476"),
    ("hours", "&Hours", "Monday to Friday, 9am to 5pm"),
    ("former_names", "&Former names", "parted by semicolons"),
    ("note", "N&ote for editors", "never printed"),
)
SEVERAL = "former_names"


class EntrySheet(Sheet):
    """Shows at once what is wrong; an entry is kept only when nothing is."""

    def __init__(
        self, parent: QWidget, kind: type[Entry], entry: Entry | None, taken: Collection[str], on: date
    ) -> None:
        is_source = kind is Source
        what = "source" if is_source else "organisation"
        super().__init__(parent, f"The {what} “{entry.id}”" if entry else f"A new {what}", "&Keep")
        self._kind, self._entry, self._taken, self._on = kind, entry, taken, on
        self.fields: dict[str, WordsField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for name, label, hint in SOURCE_FIELDS if is_source else ORGANISATION_FIELDS:
            self.fields[name] = field = WordsField(label, _said(entry, name), hint=hint)
            field.textEdited.connect(lambda _text: self._look())
            line(grid, label, field)
        self.fields["id"].setReadOnly(entry is not None)
        self.body.addLayout(grid)
        self.body.addWidget(dress(QLabel(self._checked_words()), tone="soft"))
        self.wrong = dress(QLabel(), tone="look")
        self.wrong.setWordWrap(True)
        self.body.addWidget(self.wrong)
        self.setMinimumWidth(WIDTH)
        self.main.clicked.connect(lambda _checked: self.accept())
        self._look()

    @property
    def entry(self) -> Entry:
        """Return the entry as it is typed."""
        said = {name: field.words for name, field in self.fields.items()}
        if self._kind is Source:
            accessed = self._entry.accessed if isinstance(self._entry, Source) else self._on
            return Source(accessed=accessed, **said)
        former = tuple(filter(None, map(str.strip, said.pop(SEVERAL).split(";"))))
        verified = self._entry.verified_on if isinstance(self._entry, Organisation) else None
        return Organisation(former_names=former, verified_on=verified, **said)

    def when_kept(self, act: Callable[[Entry], object]) -> None:
        """Hand over the entry once it is kept."""
        self.accepted.connect(lambda: act(self.entry))

    def _checked_words(self) -> str:
        if self._kind is Source:
            return "A new source counts as read today. Later, “Checked today” says so again."
        return "A phone number is printed only while somebody has checked it within a year: use “Checked today”."

    def _look(self) -> None:
        is_taken = self._entry is None and self.fields["id"].words in self._taken
        faults = faults_of_entry(self.entry, is_taken=is_taken)
        self.wrong.setText(faults[0] if faults else "")
        self.wrong.setVisible(bool(faults) and any(field.words for field in self.fields.values()))
        self.main.setEnabled(not faults)
        self.fit()


def _said(entry: Entry | None, name: str) -> str:
    value = getattr(entry, name) if entry else ""
    return "; ".join(value) if isinstance(value, tuple) else str(value)
