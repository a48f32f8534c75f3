"""The sources and organisations of the library: who says a figure, whom leaflets point to, and when it was checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from leaflet_app.domain.days import written_day
from leaflet_app.domain.facts import CHECK_AGAIN_AFTER, Source
from leaflet_app.domain.form_fields import TextFields, Unreadable
from leaflet_app.domain.organisations import Organisation
from leaflet_app.gui.editor.forms.entry_sheet import EntrySheet
from leaflet_app.gui.editor.forms.fields import WordsField
from leaflet_app.gui.editor.forms.form_page import FormPage
from leaflet_app.gui.editor.forms.form_table import FormTable, Row
from leaflet_app.gui.editor.forms.form_text import FormText
from leaflet_app.gui.editor.other_files import OtherFiles
from leaflet_app.services.list_forms import (
    ORGANISATIONS,
    SOURCES,
    Entry,
    checked,
    file_of,
    read_organisations,
    read_sources,
    with_entry,
)
from leaflet_app.services.text_forms import read_forms

ABOUT = "These lists are for the whole library. What you change here is saved together with this text."
HEADINGS = ("Name", "Title", "Checked", "In this text")
WIDE = 1
NEVER = "never"


class SourcesForm(FormPage):
    """Shows one of two lists, and changes its file."""

    def __init__(self, text: FormText, others: OtherFiles, today: Callable[[], date]) -> None:
        super().__init__(ABOUT)
        self._text, self._others, self._today = text, others, today
        self._entries: Mapping[str, Entry] = {}
        self.which = QComboBox()
        self.which.setAccessibleName("Which list")
        self.which.addItems(["Sources", "Organisations"])
        self.search = WordsField("Find in the list", hint="Find by name, publisher or title")
        self.table = FormTable("Entries of the list", HEADINGS, wide=WIDE)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.which)
        top.addWidget(self.search, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.add = self.button("&Add", partial(self.edit, ""))
        self.change = self.button("&Edit", lambda: self.edit(self.table.current))
        self.today_button = self.button("&Checked today", lambda: self.check_today(self.table.current))
        self.buttons.addStretch(1)
        self.back = self.button("&Undo", others.undo)
        self.body.addLayout(self.buttons)
        self.table.edit_asked.connect(self.edit)
        self.table.current_changed.connect(self._offer)
        self.which.currentIndexChanged.connect(lambda _index: self._show())
        self.search.textChanged.connect(lambda _words: self._show())
        self.follow(others.changed, text.changed)

    def edit(self, entry_id: str) -> EntrySheet:
        """Open the sheet of an entry; of a new one where none is named."""
        entry = self._entries.get(entry_id)
        sheet = EntrySheet(self.window(), self._kind, entry, self._entries, self._today())
        sheet.when_kept(lambda kept: self._keep(kept, f"“{kept.id}” {'changed' if entry else 'added'}"))
        sheet.open()
        return sheet

    def check_today(self, entry_id: str) -> None:
        """Say that somebody looked at an entry where it comes from."""
        entry = self._entries.get(entry_id)
        if entry is not None:
            self._keep(checked(entry, self._today()), f"“{entry_id}” checked today")

    def _keep(self, entry: Entry, step: str) -> None:
        file = file_of(entry)
        self.tried(lambda: self._others.put(file, with_entry(self._others.text(file), entry).encode(), step))
        self.table.make_current(entry.id)

    @property
    def _kind(self) -> type[Entry]:
        return Organisation if self.which.currentIndex() else Source

    def _show(self) -> None:
        file = ORGANISATIONS if self._kind is Organisation else SOURCES
        read = (read_organisations if self._kind is Organisation else read_sources)(self._others.text(file))
        if isinstance(read, Unreadable):
            self.show_trouble(f"{file} cannot be shown. {read}")
            return
        self.show_trouble("")
        self._entries = read
        used = self._used()
        wanted = self.search.words.casefold().split()
        ordered: list[Entry] = sorted(self._entries.values(), key=lambda entry: entry.id not in used)
        rows = [_row(entry, self._today(), is_used=entry.id in used) for entry in ordered]
        self.table.show_rows([row for row in rows if all(word in " ".join(row[1]).casefold() for word in wanted)])
        self.back.setVisible(bool(self._others.last_step))
        self.back.setText("&Undo")
        self.back.setToolTip(f"Take back: {self._others.last_step}")

    def _used(self) -> frozenset[str]:
        """Return the sources that the facts of this text name, and the organisations that it names."""
        read = read_forms(self._text.text)
        if not isinstance(read, TextFields):
            return frozenset()
        return frozenset(read.support).union(*(fact.sources for fact in read.facts))

    def _offer(self, entry_id: str) -> None:
        self.change.setEnabled(bool(entry_id))
        self.today_button.setEnabled(bool(entry_id))


def _row(entry: Entry, today: date, *, is_used: bool) -> Row:
    if isinstance(entry, Source):
        words, checked_on = f"{entry.publisher}: {entry.title}", _checked(entry.accessed, today)
    else:
        words, checked_on = " · ".join(filter(None, (entry.name, entry.phone))), _checked(entry.verified_on, today)
    return entry.id, (entry.id, words, checked_on, "yes" if is_used else "")


def _checked(day: date | None, today: date) -> str:
    """Say when an entry was checked, and whether it is time to check it again."""
    if day is None:
        return NEVER
    return f"{written_day(day)}{' (due)' if day + CHECK_AGAIN_AFTER < today else ''}"
