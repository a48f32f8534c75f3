"""The facts of a text as a table: what is printed, the figure, its sources, and where the text prints it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel

from leaflet_app.domain.form_fields import FactFields, TextFields
from leaflet_app.gui.editor.forms.fact_sheet import FactSheet
from leaflet_app.gui.editor.forms.form_page import FormPage
from leaflet_app.gui.editor.forms.form_table import FormTable
from leaflet_app.gui.editor.forms.form_text import FormText
from leaflet_app.gui.editor.other_files import OtherFiles
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.list_forms import SOURCES, read_sources
from leaflet_app.services.text_forms import read_forms, with_fact, without_fact

ABOUT = (
    "A figure stands here once, with its sources. The text prints it where it names the fact in curly brackets, "
    "like {how_common}."
)
HEADINGS = ("Name", "What is printed", "Figure", "Sources", "Printed in")
WIDE = 1
NOT_USED = "–"


class FactsForm(FormPage):
    """Shows the facts of the text as it stands, and changes the text."""

    def __init__(self, text: FormText, others: OtherFiles) -> None:
        super().__init__(ABOUT)
        self._text, self._others = text, others
        self._fields = TextFields()
        self.table = FormTable("Facts of this text", HEADINGS, wide=WIDE)
        self.table.edit_asked.connect(self.edit)
        self.body.addWidget(self.table, 1)
        self.add = self.button("&Add a fact", partial(self.edit, ""))
        self.change = self.button("&Edit", lambda: self.edit(self.table.current))
        self.remove = self.button("&Remove", lambda: self.ask_to_remove(self.table.current))
        self.buttons.addStretch(1)
        self.body.addLayout(self.buttons)
        self.table.current_changed.connect(self._offer)
        self.follow(text.changed)

    def edit(self, key: str) -> FactSheet:
        """Open the sheet of a fact; of a new one where no key is named."""
        sources = read_sources(self._others.text(SOURCES))
        known = {fact.key: fact for fact in self._fields.facts}
        sheet = FactSheet(
            self.window(),
            known.get(key, FactFields("")),
            sources if isinstance(sources, dict) else {},
            taken=known,
            is_translation=self._fields.is_translation,
        )
        sheet.when_kept(self._keep)
        sheet.open()
        return sheet

    def ask_to_remove(self, key: str) -> Sheet | None:
        """Remove a fact; ask first where the text prints it."""
        places = self._fields.used_in(key)
        if not places:
            self._remove(key)
            return None
        sheet = Sheet(self.window(), f"Remove the fact “{key}”?", "&Remove")
        said = QLabel(
            f"The text prints it in: {', '.join(places)}. Wherever it says {{{key}}}, a problem will be shown "
            "until you write something else there."
        )
        said.setWordWrap(True)
        sheet.body.addWidget(said)
        sheet.main.clicked.connect(lambda _checked: sheet.accept())
        sheet.accepted.connect(partial(self._remove, key))
        sheet.open()
        sheet.fit()
        return sheet

    def _keep(self, fact: FactFields) -> None:
        self.tried(lambda: self._text.replace(with_fact(self._text.text, fact)))
        self.table.make_current(fact.key)

    def _remove(self, key: str) -> None:
        self.tried(lambda: self._text.replace(without_fact(self._text.text, key)))

    def _show(self) -> None:
        read = read_forms(self._text.text)
        if not isinstance(read, TextFields):
            self.show_trouble(f"The facts cannot be shown. {read}")
            return
        self.show_trouble("")
        self._fields = read
        self.table.show_rows([(fact.key, self._cells(fact)) for fact in read.facts])

    def _cells(self, fact: FactFields) -> tuple[str, ...]:
        used = ", ".join(self._fields.used_in(fact.key)) or NOT_USED
        return fact.key, fact.text, fact.figure, ", ".join(fact.sources), used

    def _offer(self, key: str) -> None:
        self.change.setEnabled(bool(key))
        self.remove.setEnabled(bool(key))
