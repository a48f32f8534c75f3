from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget

from leaflet_app.domain.errors import CannotSave, RenderingStopped
from leaflet_app.domain.leaflet import Place
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.gui.preview.header import State
from leaflet_app.gui.preview.leaflet_column import EMPTY, LeafletColumn
from tests.gui.papers import a_rendered

NARROW = 340


@pytest.fixture
def column(qtbot):
    made = LeafletColumn()
    qtbot.addWidget(made)
    made.resize(NARROW, 700)
    made.show()
    return made


@pytest.fixture
def show(column, qtbot):
    def shown(*pages, awaiting_review=False, **changes):
        with qtbot.waitSignal(column.view.lines_read, timeout=10_000):
            column.show_rendered(a_rendered(*pages, **changes), awaiting_review=awaiting_review)

    return shown


def visible_words(column):
    """Return all that a person reads in the column."""
    return " ".join(
        child.text() for child in column.findChildren(QWidget) if child.isVisible() and hasattr(child, "text")
    )


def named(column, kind, name):
    """Return the control that assistive technology knows by a name."""
    [found] = [each for each in column.findChildren(kind) if spoken_name(each) == name]
    return found


def spoken_name(widget):
    """Return the name that a screen reader says; that of a chooser is its label's."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        spoken = next(label for label, how in spoken.relations() if how & QAccessible.RelationFlag.Label)
    return spoken.text(QAccessible.Text.Name)


def press(qtbot, column, name):
    qtbot.mouseClick(named(column, QPushButton, name), Qt.MouseButton.LeftButton)


def test_an_empty_column_says_how_to_begin(column):
    assert EMPTY in visible_words(column)
    assert not named(column, QPushButton, "Save PDF").isEnabled()


def test_a_finished_leaflet_is_counted_and_ready(column, show):
    show("one", "two", "three")
    words = visible_words(column)

    assert "Leaflet · 3 pages" in words
    assert "Ready" in words
    assert EMPTY not in words
    assert named(column, QPushButton, "Save PDF").isEnabled()


def test_one_page_is_one_page(column, show):
    show("one")

    assert "Leaflet · 1 page " in visible_words(column) + " "


def test_a_leaflet_nobody_has_signed_says_so(column, show):
    show("one", awaiting_review=True)
    assert "Awaiting clinical review" in visible_words(column)

    show("two")
    assert "Awaiting clinical review" not in visible_words(column)


def test_work_is_told_at_once_and_shown_moving_only_when_it_lasts(column, show, qtbot):
    show("one")
    column.show_busy("Making the leaflet")
    assert column.state is State.WORKING
    assert column._busy.isHidden()

    qtbot.waitUntil(column._busy.isVisible)
    column.show_rendered(a_rendered("two"))

    assert column._busy.isHidden()


def test_work_that_goes_on_and_on_is_timed_from_its_beginning(column, qtbot):
    column._busy._patience.setInterval(50)
    column.show_busy("Making the leaflet")
    left = column._busy._patience.remainingTime()
    column.show_busy("Making the leaflet")

    assert column._busy._patience.remainingTime() <= left


def test_a_problem_says_what_happened_and_what_to_do(column, show):
    show("one")
    column.show_problem(RenderingStopped("it took longer than 20 seconds"))

    assert "it took longer than 20 seconds. Leave out the last thing" in column.message
    assert "Problem" in visible_words(column)
    assert not named(column, QPushButton, "Save PDF").isEnabled()


def test_a_leaflet_that_could_not_be_saved_can_be_saved_again(column, show):
    show("one")
    column.show_problem(CannotSave("leaflet.pdf", "the disk is full", "Choose another folder."))

    assert "the disk is full" in column.message
    assert named(column, QPushButton, "Save PDF").isEnabled()


def test_the_next_leaflet_takes_the_problem_away(column, show):
    column.show_problem(RenderingStopped("it took longer than 20 seconds"))
    show("one")

    assert column.message == ""
    assert column.state is State.READY


def test_a_saved_leaflet_can_be_opened_and_so_can_its_folder(column, show, qtbot, tmp_path):
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    try:
        show("one")
        column.show_saved(tmp_path / "leaflet-CL-ABCDEF.pdf")
        assert column.message == "Saved as leaflet-CL-ABCDEF.pdf."
        press(qtbot, column, "Open")
        press(qtbot, column, "Open folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")

    assert opened.paths == [tmp_path / "leaflet-CL-ABCDEF.pdf", tmp_path]


def test_a_second_saving_offers_its_steps_once(column, show, qtbot):
    show("one")
    column.show_saved(Path("first.pdf"))
    column.show_saved(Path("second.pdf"))

    qtbot.waitUntil(lambda: named(column, QPushButton, "Open").isVisible())


def test_advice_comes_and_goes_without_taking_other_messages_away(column, show):
    show("one")
    column.show_advice("Without “Living with it” it has about 6 pages.")
    assert "about 6 pages" in column.message
    column.show_advice("")
    assert column.message == ""

    column.show_saved(Path("leaflet.pdf"))
    column.show_advice("")
    assert column.message == "Saved as leaflet.pdf."


LONG_ADVICE = "This leaflet is long. You could leave out: More about tests and treatments (about 3 pages), Questions."


def test_long_advice_begins_folded_and_can_be_unfolded(column, show, qtbot):
    show("one")
    column.show_advice(LONG_ADVICE)
    assert "This leaflet is long." in visible_words(column)
    assert "You could leave out" not in visible_words(column)

    press(qtbot, column, "Show more")
    assert LONG_ADVICE in visible_words(column)

    show("two")
    column.show_advice(LONG_ADVICE)
    assert LONG_ADVICE in visible_words(column)


def test_advice_that_was_closed_stays_away_until_the_leaflet_is_short_again(column, show, qtbot):
    show("one")
    column.show_advice(LONG_ADVICE)
    qtbot.mouseClick(named(column, QWidget, "Close this message"), Qt.MouseButton.LeftButton)
    column.show_advice(LONG_ADVICE)
    assert column.message == ""

    column.show_advice("")
    column.show_advice(LONG_ADVICE)
    assert column.message == LONG_ADVICE


def test_a_message_can_be_closed(column, show, qtbot):
    show("one")
    column.show_advice("Advice.")
    qtbot.mouseClick(named(column, QWidget, "Close this message"), Qt.MouseButton.LeftButton)

    assert column.message == ""


def test_a_heading_is_brought_into_view(column, show):
    show("one", "two", "three", places=(Place("what", 3, 50.0, 2.1),))
    column.focus_anchor("what")
    column.focus_anchor("nowhere")

    assert column.view.page == 3


def test_the_words_of_the_leaflet_can_be_read_as_text(column, show, qtbot):
    show("An insulinoma\nis a small growth", "More words")
    press(qtbot, column, "Read as text")
    reader = named(column, QPlainTextEdit, "The leaflet as text")
    assert reader.isVisible()
    assert reader.toPlainText() == "Page 1\n\nAn insulinoma\nis a small growth\n\nPage 2\n\nMore words"

    press(qtbot, column, "Back to pages")
    assert column.view.isVisible()


def test_the_text_follows_the_leaflet(column, show, qtbot):
    show("Old words")
    press(qtbot, column, "Read as text")
    show("New words")

    assert "New words" in column.text


def test_words_that_the_paper_has_in_another_order_are_read_as_they_are_given(column, show, qtbot):
    with qtbot.waitSignal(column.view.lines_read, timeout=10_000):
        column.show_rendered(a_rendered("page 8 page 1"), words="First page, then the last.")
    press(qtbot, column, "Read as text")
    assert column.text == "First page, then the last."

    show("New words")
    assert "New words" in column.text


def test_a_booklet_counts_the_sides_of_its_sheets(column, show):
    show("8 and 1", "2 and 7")
    assert "of 2" in visible_words(column)
    assert "sides" not in visible_words(column)

    column.show_choice(Selection(format=Format.BOOKLET))

    assert "of 2 sides" in visible_words(column)


def test_a_saved_booklet_says_how_to_print_it(column, show):
    show("one")
    column.show_saved(Path("leaflet.pdf"), "Print it on both sides.")

    assert column.message == "Saved as leaflet.pdf. Print it on both sides."


def test_choosing_a_format_is_told(column, qtbot):
    formats = named(column, QComboBox, "Format")
    with qtbot.waitSignal(column.format_chosen) as told:
        formats.setFocus()
        qtbot.keyClick(formats, Qt.Key.Key_Down)

    assert told.args == [Format.LARGE]


def test_a_format_that_is_set_is_not_told(column, qtbot):
    with qtbot.assertNotEmitted(column.format_chosen):
        column.show_choice(Selection(format=Format.LETTER))

    assert named(column, QComboBox, "Format").currentText() == Format.LETTER.label


def test_choosing_a_detail_is_told(column, qtbot):
    details = named(column, QComboBox, "Detail")
    with qtbot.waitSignal(column.detail_chosen) as told:
        details.setFocus()
        qtbot.keyClick(details, Qt.Key.Key_Down)

    assert told.args == [Detail.PICTURES]


def test_leaving_the_outlook_out_is_told(column, qtbot):
    with qtbot.waitSignal(column.outlook_left_out) as told:
        qtbot.keyClick(column, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    assert told.args == [True]


def test_a_detail_that_is_set_is_shown_and_not_told(column, qtbot):
    with qtbot.assertNotEmitted(column.detail_chosen), qtbot.assertNotEmitted(column.outlook_left_out):
        column.show_choice(Selection(detail=Detail.PICTURES, without_outlook=True))

    assert named(column, QComboBox, "Detail").currentText() == Detail.PICTURES.label
    assert named(column, QCheckBox, "Leave out outlook").isChecked()


def test_words_only_have_no_outlook_in_figures_to_leave_out(column):
    column.show_choice(Selection(detail=Detail.WORDS))

    assert not named(column, QCheckBox, "Leave out outlook").isEnabled()


def test_note_name_and_reference_are_told_as_they_are_typed(column, qtbot):
    notes, recipients = [], []
    column.note_changed.connect(notes.append)
    column.recipient_changed.connect(recipients.append)
    qtbot.keyClicks(named(column, QPlainTextEdit, "Note for you"), "hi")
    qtbot.keyClicks(named(column, QLineEdit, "Name of the person"), "Ada")
    qtbot.keyClicks(named(column, QLineEdit, "Reference"), "7")

    assert notes[-1] == "hi"
    assert recipients[-1] == Recipient("Ada", "7")


def test_the_next_person_starts_with_empty_fields(column, qtbot):
    told = []
    column.recipient_changed.connect(told.append)
    qtbot.keyClicks(named(column, QLineEdit, "Name of the person"), "Ada")
    column.clear_personal()

    assert told[-1] == Recipient()


def test_saving_is_asked_for_by_the_button_and_its_letter(column, show, qtbot):
    show("one")
    with qtbot.waitSignal(column.action_row.save_asked):
        press(qtbot, column, "Save PDF")
    with qtbot.waitSignal(column.action_row.save_asked):
        qtbot.keyClick(column, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


def test_each_action_tells_that_it_was_asked_for(column, show, qtbot):
    show("one")
    for signal, kind, words in (
        (column.action_row.print_asked, QPushButton, "Print"),
        (column.action_row.print_choices_asked, QToolButton, "How to print (Ctrl+P)"),
        (column.action_row.email_asked, QPushButton, "Email"),
    ):
        with qtbot.waitSignal(signal):
            named(column, kind, words).click()


def test_a_typed_number_leads_to_its_page(column, show, qtbot):
    show(*map(str, range(9)))
    number = named(column, QLineEdit, "Page")
    number.selectAll()
    qtbot.keyClicks(number, "7")
    qtbot.keyClick(number, Qt.Key.Key_Return)

    assert column.view.page == 7


def test_buttons_lead_to_the_page_before_and_after(column, show, qtbot):
    show(*map(str, range(9)))
    before, after = named(column, QWidget, "Previous page"), named(column, QWidget, "Next page")
    assert not before.isEnabled()
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert column.view.page == 2
    qtbot.mouseClick(before, Qt.MouseButton.LeftButton)
    assert column.view.page == 1


def test_ctrl_plus_minus_and_nought_zoom(column, show, qtbot):
    show("one", "two")
    fitting = column.view.percent
    told = []
    column.zoom_changed.connect(told.append)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(column, key, Qt.KeyboardModifier.ControlModifier)

    assert told == ["50", "60", "50", "width"]
    assert column.view.percent == fitting


def test_a_zoom_that_settings_kept_is_taken_up(column, show):
    column.set_zoom("125")
    show("one")

    assert column.view.percent == 125
    assert "125 %" in visible_words(column)


def test_every_control_has_a_name_for_assistive_technology(column, show):
    show("one")
    column.show_saved(Path("leaflet.pdf"))
    nameless = [
        each
        for each in column.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken_name(each)
    ]

    assert nameless == []


def test_tab_leads_through_the_column_from_top_to_bottom(column, show, qtbot):
    show("one", "two")
    first = named(column, QPushButton, "More choices")
    first.setFocus()
    names = []
    for _ in range(40):
        focused = column.window().focusWidget()
        names.append(spoken_name(focused))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if column.window().focusWidget() is first:
            break

    assert names == [
        "More choices",
        "Format",
        "Larger (Ctrl++)",
        "Fit width (Ctrl+0)",
        "Fit page",
        "Detail",
        "Leave out outlook",
        "The leaflet as it will print",
        "Page",
        "Next page",
        "Read as text",
        "Note for you",
        "Print a body map",
        "Name of the person",
        "Reference",
        "Print",
        "How to print (Ctrl+P)",
        "Email",
        "Save PDF",
    ]


def test_tab_leads_from_the_body_map_to_its_place_and_its_words(column, show, qtbot):
    show("one")
    body = named(column, QCheckBox, "Print a body map")
    body.setChecked(True)
    body.setFocus()
    names = []
    for _ in range(3):
        qtbot.keyClick(column.window().focusWidget(), Qt.Key.Key_Tab)
        names.append(spoken_name(column.window().focusWidget()))

    assert names == ["Place to mark", "Words beside the body map", "Name of the person"]


def test_a_narrow_column_shows_everything(column, show):
    show("one", awaiting_review=True)
    named(column, QCheckBox, "Print a body map").setChecked(True)
    column.show_problem(RenderingStopped("it took longer than 20 seconds"))

    assert column.width() == NARROW
    assert column.minimumSizeHint().width() <= NARROW
    hidden = [
        child
        for child in column.findChildren(QPushButton) + column.findChildren(QLineEdit)
        if child.isVisible()
        and not column.rect().contains(child.rect().translated(child.mapTo(column, child.pos() * 0)))
    ]
    assert hidden == []


class Opened(QObject):
    """What the desktop was asked to open."""

    def __init__(self):
        super().__init__()
        self.paths = []

    @Slot(QUrl)
    def take(self, url):
        self.paths.append(Path(url.toLocalFile()))
