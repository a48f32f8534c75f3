"""What is to mend in one text: each problem with its file, line and words, and each fact that has aged."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from leaflet_app.domain.counted import counted
from leaflet_app.domain.review import Status
from leaflet_app.domain.sentences import capitalised
from leaflet_app.gui.library_place.said import said_place
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import ReadingPage, line
from leaflet_app.services.list_facts import Entry
from leaflet_app.services.look_over import Problem, Standing

AS_IT_CAME = "As it came with the program."
BROKEN = "This text cannot be read as it stands. What is wrong is told below: no new leaflet has its words until then."
TO_BRING_BACK = "No new leaflet has it. To bring it back, open History…, choose the version before, and restore that."
NOTHING_CHOSEN = "Choose a row to read what is to do in that text."


class TextDetails(ReadingPage):
    """File, line and words can be copied into the editor that mends them."""

    def __init__(self) -> None:
        super().__init__("What is to do in the chosen text")
        self.show_text(None)

    def show_text(self, text: Standing | None, last: str = "") -> None:
        """Tell all there is to tell of a text; `last` is what was done to it last."""
        self.show_page(lambda column: _fill(column, text, last))


def _fill(column: QVBoxLayout, text: Standing | None, last: str) -> None:
    if text is None:
        column.addWidget(line(NOTHING_CHOSEN, "soft"))
        return
    is_retired = text.review.status is Status.RETIRED
    column.addWidget(line(text.title, "heading"))
    if not text.is_readable:
        column.addWidget(line(BROKEN, "urgent"))
    else:
        column.addWidget(line(f"{said_place(text)}, version {text.review.version}. {last}", "soft"))
    if is_retired:
        column.addWidget(line(TO_BRING_BACK, "look"))
    elif not text.problems and not text.stale:
        column.addWidget(line("✓ Nothing to mend: no problems, and no stale sources.", "good"))
    _add_problems(column, text.problems)
    for entry in text.stale:
        _add_stale(column, entry)


def _add_problems(column: QVBoxLayout, problems: Iterable[Problem]) -> None:
    """Add each problem: where it is, what it is and what to do, and the words it is about."""
    for problem in problems:
        fault = problem.fault
        kind = "Fault" if problem.stops_approval else "Warning"
        column.addSpacing(8)
        column.addWidget(line(f"{kind}  ·  {fault.file}:{fault.line}", "urgent" if problem.stops_approval else "look"))
        column.addWidget(line(f"{capitalised(fault.wrong)}: {fault.remedy}.", ""))
        if problem.quote:
            column.addWidget(_quoted(problem.quote))


def _add_stale(column: QVBoxLayout, entry: Entry) -> None:
    names = ", ".join(source.id for source in entry.fact.sources)
    column.addSpacing(8)
    column.addWidget(line(f"Stale fact  ·  {entry.key}", "look"))
    column.addWidget(line(f"“{entry.fact.text}” rests on {names}.", ""))
    column.addWidget(line(f"The oldest was last read {counted(entry.days_since_check or 0, 'day')} ago.", "soft"))


def _quoted(words: str) -> QFrame:
    """Return the words of the file on a ground of their own."""
    frame = dress(QFrame(), ground="canvas")
    column = QVBoxLayout(frame)
    column.setContentsMargins(8, 4, 8, 4)
    column.addWidget(line(words, "soft"))
    return frame
