"""The sheet for one fact: what a leaflet prints, the figure behind it, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from leaflet_app.domain.facts import Source
from leaflet_app.domain.form_fields import FactFields
from leaflet_app.gui.editor.forms.fields import NumberField, WordsField, line
from leaflet_app.gui.editor.forms.source_picker import SourcePicker
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.text_forms import faults_of_fact

WIDTH = 640
PLACE = 240
UNCLEAR = "A figure cannot be read: write 1.5 with a point, and 1000 without a comma."
TAKEN = "Another fact has this name: choose another."
HINT = "like how_common: small letters, digits and _"


class FactSheet(Sheet):
    """Shows at once what is wrong; a fact is kept only when nothing is."""

    def __init__(
        self,
        parent: QWidget,
        fact: FactFields,
        sources: Mapping[str, Source],
        *,
        taken: Collection[str] = (),
        is_translation: bool = False,
    ) -> None:
        super().__init__(parent, f"The fact “{fact.key}”" if fact.key else "A new fact", "&Keep")
        self._fact, self._sources, self._taken, self._is_translation = fact, sources, taken, is_translation
        self.key = WordsField("Name", fact.key, hint=HINT)
        self.key.setReadOnly(bool(fact.key))
        self.text = WordsField("What is printed", fact.text, hint="about 1 in 10 people")
        self.words = WordsField("In words only", fact.words, hint="a few people")
        self.low = NumberField("At least", fact.low, is_whole=False)
        self.high = NumberField("At most", fact.high, is_whole=False)
        self.per = NumberField("Out of how many people", fact.per, is_whole=True)
        self.place = WordsField("Place", fact.place, hint="a country, where it counts one")
        self.place.setMinimumWidth(PLACE)
        self.year = NumberField("Year", fact.year, is_whole=True)
        self.picture = WordsField("Beside a picture", fact.picture, hint="a sentence, where people shall be drawn")
        self.outlook = QCheckBox("Tells a chance of cancer, spread, cure or death")
        self.outlook.setChecked(fact.is_outlook)
        self.picker = SourcePicker(sources, fact.sources)
        self.wrong = dress(QLabel(), tone="look")
        self.wrong.setWordWrap(True)
        self._lay_out_fields()
        self.setMinimumWidth(WIDTH)
        self._listen()
        self._look()

    @property
    def fact(self) -> FactFields:
        """Return the fact as it is typed."""
        if self._is_translation:
            picture = self.picture.words
            return FactFields(self.key.words, self.text.words, self.words.words, picture=picture)
        return FactFields(
            self.key.words,
            self.text.words,
            self.words.words,
            self.low.number,
            self.high.number,
            self.per.whole,
            self.place.words,
            self.year.whole,
            self.outlook.isChecked(),
            self.picture.words,
            self.picker.chosen,
        )

    def when_kept(self, act: Callable[[FactFields], object]) -> None:
        """Hand over the fact once it is kept."""
        self.accepted.connect(lambda: act(self.fact))

    def _lay_out_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        line(grid, "&Name", self.key)
        line(grid, "&What is printed", self.text)
        line(grid, "&In words only", self.words)
        if not self._is_translation:
            line(grid, "&People, at least", self.low, QLabel("at most"), self.high, QLabel("out of"), self.per)
            line(grid, "P&lace", self.place, QLabel("in the year"), self.year)
        line(grid, "Besi&de a picture", self.picture)
        self.body.addLayout(grid)
        if not self._is_translation:
            self.body.addWidget(self.outlook)
            self.body.addWidget(self.picker)
        self.body.addWidget(self.wrong)
        self.body.setSpacing(6)

    def _listen(self) -> None:
        typed = (self.key, self.text, self.words, self.low, self.high, self.per, self.place, self.year, self.picture)
        for field in typed:
            field.textEdited.connect(lambda _text: self._look())
        self.outlook.toggled.connect(lambda _on: self._look())
        self.picker.changed.connect(self._look)
        self.main.clicked.connect(lambda _checked: self.accept())

    def _look(self) -> None:
        """Say what is wrong with the fact as it is typed."""
        fact = self.fact
        faults = [TAKEN] if not self._fact.key and fact.key in self._taken else []
        if not all(field.is_clear for field in (self.low, self.high, self.per, self.year)):
            faults += [UNCLEAR]
        if not self._is_translation:
            faults += faults_of_fact(fact, self._sources)
        elif not fact.text:
            faults += ["The words are missing: write what the leaflet shall print."]
        self.wrong.setText(faults[0] if faults else "")
        self.wrong.setVisible(bool(faults) and bool(fact.key or fact.text))
        self.main.setEnabled(not faults)
        self.fit()
