"""The review of a text: what its editor says of it, and beside that who approved it and until when."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QVBoxLayout

from leaflet_app.domain.form_fields import ReviewFields, TextFields
from leaflet_app.domain.review import Status
from leaflet_app.domain.sentences import capitalised
from leaflet_app.gui.editor.forms.fields import WordsField, line
from leaflet_app.gui.editor.forms.form_page import FormPage
from leaflet_app.gui.editor.forms.form_text import FormText
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.text_forms import read_forms, with_review

ABOUT = "What you say here about the text. Only a clinician who did not write it can approve it, on the page Reviews."
ABOUT_APPROVAL = "Who approved a text, and until when, stands under Reviews: its writers cannot approve it here."
STATES = (
    (Status.DRAFT, "Draft"),
    (Status.IN_REVIEW, "In review"),
    (Status.APPROVED, "Signed in the text"),
    (Status.RETIRED, "Retired"),
)
OFFERED = frozenset((Status.DRAFT, Status.RETIRED))
"""What an editor may choose; the others are shown where they stand. A text is sent to review on the page Reviews."""


class ReviewForm(FormPage):
    """Shows the review of the text as it stands, and changes the text when a field is left."""

    review_asked = Signal()

    def __init__(self, text: FormText) -> None:
        super().__init__(ABOUT)
        self._text = text
        self._shown = ReviewFields()
        self.status = QComboBox()
        self.status.setAccessibleName("Status")
        self.version = WordsField("Version", hint="0.2.0", narrow=True)
        self.author = WordsField("Author", hint="who wrote or changed it")
        self.note = WordsField("What changed", hint="one sentence for the reviewer")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for label, field in (
            ("&Status", self.status),
            ("&Version", self.version),
            ("&Author", self.author),
            ("&What changed", self.note),
        ):
            line(grid, label, field)
        self.body.addLayout(grid)
        self._approved = dress(QFrame(), ground="tint")
        self._approved_words = QLabel(ABOUT_APPROVAL)
        self._approved_words.setWordWrap(True)
        QVBoxLayout(self._approved).addWidget(self._approved_words)
        self.body.addWidget(self._approved)
        self.ask = self.button("Send for &review", self.review_asked.emit)
        self.buttons.addStretch(1)
        self.body.addLayout(self.buttons)
        self.body.addStretch(1)
        for field in (self.version, self.author, self.note):
            field.editingFinished.connect(self._keep)
        self.status.activated.connect(lambda _index: self._keep())
        self.follow(text.changed)

    @property
    def review(self) -> ReviewFields:
        """Return the review as it is typed."""
        state = self.status.currentData()
        return ReviewFields(state.value, self.version.words, self.author.words, self.note.words)

    def _keep(self) -> None:
        review = self.review
        if review != self._shown:
            self.tried(lambda: self._text.replace(with_review(self._text.text, review)))

    def _show(self) -> None:
        read = read_forms(self._text.text)
        states = {state.value: state for state, _ in STATES}
        if not isinstance(read, TextFields) or read.review.status not in states:
            why = "the status is not one that there is" if isinstance(read, TextFields) else str(read)
            self.show_trouble(f"The review cannot be shown. {capitalised(why)}")
            return
        self.show_trouble("")
        self._shown = read.review
        self._show_status(states[read.review.status])
        for field, words in (
            (self.version, read.review.version),
            (self.author, read.review.author),
            (self.note, read.review.change_note),
        ):
            if field.words != words:
                field.setText(words)
                field.setCursorPosition(0)
        self.ask.setEnabled(read.review.status == Status.DRAFT.value)

    def _show_status(self, now: Status) -> None:
        with QSignalBlocker(self.status):
            self.status.clear()
            for state, words in STATES:
                if state in OFFERED or state is now:
                    self.status.addItem(words, state)
            self.status.setCurrentIndex(self.status.findData(now))
