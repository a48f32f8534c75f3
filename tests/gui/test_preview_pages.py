import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4, landscape

from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.preview.zoom import Fit, Zoom
from tests.gui.papers import a_pdf, ink, pages_of, white


@pytest.fixture
def view(qtbot):
    made = PageView()
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


@pytest.fixture
def show(view, qtbot):
    """Show a document and wait until it is on the screen with all its pictures, and read."""

    def shown(pdf):
        with qtbot.waitSignal(view.lines_read, timeout=10_000):
            view.show_pdf(pdf)
        qtbot.waitUntil(lambda: not missing(view), timeout=10_000)

    return shown


def seen(view):
    return view.viewport().grab().toImage()


def missing(view):
    shown = view._stage.shown
    return [page for page, width in view._needs(shown) if not shown.has(page, width)]


def wheel(view, angle):
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_real_page_is_shown(view, show):
    before = ink(seen(view))
    show(a_pdf("Insulinoma\nis a small growth"))

    assert ink(seen(view)) > before + 100


def test_the_paper_is_white_on_a_dark_ground(view, show):
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("#14191F"))
    view.setPalette(dark)
    show(a_pdf("words"))

    assert seen(view).pixelColor(2, 2) == QColor("#14191F")
    assert white(seen(view)) > 0.4 * 400 * 500


def test_nothing_flashes_when_the_leaflet_changes(view, show, qtbot):
    show(pages_of(3, "the first words"))
    usual = ink(seen(view))
    inks = []
    view._stage.swapped.connect(lambda: inks.append(ink(seen(view))))
    view._stage.arrived.connect(lambda: inks.append(ink(seen(view))))

    for turn in range(5):
        with qtbot.waitSignal(view.lines_read, timeout=10_000):
            view.show_pdf(pages_of(3, f"other words {turn}"))
            inks.append(ink(seen(view)))

    assert len(inks) >= 15
    assert min(inks) > 0.8 * usual


def test_nothing_flashes_when_the_zoom_changes(view, show, qtbot):
    show(pages_of(3))
    usual = ink(seen(view))
    view.set_zoom(Zoom(None, 60))

    assert ink(seen(view)) > 0.8 * usual


def test_the_view_keeps_its_place_when_the_leaflet_changes(view, show):
    show(pages_of(6))
    view.go_to(3, 200)
    height = view.verticalScrollBar().value()
    show(pages_of(6, "other words"))

    assert view.verticalScrollBar().value() == height
    assert view.page == 3


def test_the_view_shows_the_end_when_its_page_is_gone(view, show):
    show(pages_of(6))
    view.go_to(6)
    show(pages_of(2))

    assert view.pages == 2
    assert view.page == 2


def test_a_place_asked_for_while_a_leaflet_is_on_its_way_is_found_in_it(view, show, qtbot):
    show(pages_of(2))
    view.show_pdf(pages_of(5))
    view.go_to(4)
    qtbot.waitUntil(lambda: view.pages == 5, timeout=10_000)

    assert view.page == 4


def test_of_two_leaflets_in_a_row_only_the_latest_is_shown(view, show, qtbot):
    show(pages_of(2))
    view.show_pdf(pages_of(3))
    view.show_pdf(pages_of(4))
    qtbot.waitUntil(lambda: view.pages == 4, timeout=10_000)

    assert not view._stage.is_waiting


def test_only_the_pages_in_view_and_their_neighbours_are_kept(view, show, qtbot):
    show(pages_of(30))
    for page in (10, 20, 30, 15):
        view.go_to(page)
        qtbot.waitUntil(lambda: not missing(view), timeout=10_000)

    assert set(view._stage.shown.pictures) <= {12, 13, 14, 15, 16}


def test_a_hundred_changes_leave_one_document_open(view, show):
    show(pages_of(2))
    for turn in range(100):
        view.show_pdf(pages_of(2, f"words {turn}"))
    show(pages_of(2, "the last words"))

    assert len(view._stage._drawing._documents) == 1


def test_what_has_changed_is_marked_for_a_moment(view, show, qtbot):
    view._marks._timer.setInterval(1)
    show(a_pdf("one\ntwo\nthree\nfour"))
    assert view.marked == ()

    marked = []
    view._marks.changed.connect(lambda: marked.append([line.text for line in view.marked]))
    view.show_pdf(a_pdf("one\ntake with food\ntwo\nthree\nfour"))
    qtbot.waitUntil(lambda: len(marked) == 2, timeout=10_000)

    assert marked == [["take with food"], []]


def test_a_mark_stands_at_the_edge_of_the_paper_beside_its_line(view, show):
    show(a_pdf("one\ntwo\nthree\nfour"))
    without = seen(view)
    show(a_pdf("one\ntwo\nthree\nfour\nfive"))
    line = view.marked[0]
    paper_left, scale = 12, view._layout.scale
    middle = round(view._layout.tops[0] + (line.top + line.bottom) / 2 * scale)

    assert without.pixelColor(paper_left + 5, middle) == QColor("white")
    assert seen(view).pixelColor(paper_left + 5, middle) == QColor("#0B6E99")


def test_on_a_folded_sheet_a_mark_stands_at_the_edge_of_its_own_page(view, show):
    def a_sheet(*lines):
        return a_pdf("\n".join(" " * 120 + line for line in lines), size=landscape(A4))

    show(a_sheet("one", "two", "three", "four"))
    show(a_sheet("one", "two", "three", "four", "five"))
    [line] = view.marked
    scale = view._layout.scale
    middle = round(view._layout.tops[0] + (line.top + line.bottom) / 2 * scale)
    across = 12 + round(landscape(A4)[0] / 2 * scale)

    assert seen(view).pixelColor(12 + 5, middle) == QColor("white")
    assert seen(view).pixelColor(across + 5, middle) == QColor("#0B6E99")


def test_ctrl_and_the_wheel_zoom_by_steps(view, show):
    show(pages_of(3))
    assert view.zoom.fit is Fit.WIDTH
    wheel(view, 120)
    assert view.percent == 50
    wheel(view, 120)
    assert view.percent == 60
    wheel(view, -120)
    assert view.percent == 50


def test_zooming_keeps_the_words_at_the_top(view, show):
    show(pages_of(5))
    view.go_to(3, 100)
    spot = view._spot()
    view.set_zoom(Zoom(None, 150))

    assert view._spot().page == spot.page
    assert view._spot().points == pytest.approx(spot.points, abs=1)


def test_the_pages_follow_the_size_of_the_view(view, show):
    show(pages_of(3))
    narrow = view.percent
    view.resize(700, 500)

    assert view.percent > narrow


def test_keys_lead_through_the_pages(view, show, qtbot):
    show(pages_of(5))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 5
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_a_screen_reader_hears_which_page_it_is(view, show):
    show(pages_of(5))
    view.go_to(2)

    assert view.accessibleName() == "The leaflet as it will print"
    assert view.accessibleDescription() == "Page 2 of 5"


def test_a_document_that_cannot_be_opened_leaves_the_old_one_in_place(view, show, qtbot):
    show(pages_of(2))
    usual = ink(seen(view))
    with qtbot.waitSignal(view.unreadable, timeout=10_000):
        view.show_pdf(b"not a PDF")

    assert view.pages == 2
    assert ink(seen(view)) == usual


def test_nothing_is_left_of_a_leaflet_that_was_cleared(view, show):
    show(pages_of(2))
    assert white(seen(view)) > 0
    view.clear()

    assert view.pages == 0
    assert view.page == 0
    assert white(seen(view)) == 0


def test_a_very_large_page_is_drawn_no_finer_than_memory_allows(view, show):
    view.set_zoom(Zoom(None, 300))
    show(a_pdf("wide", size=(2000, 3000)))
    picture = view._stage.shown.pictures[0][1]

    assert picture.width() * picture.height() <= 12_100_000


def test_the_drawing_thread_ends_with_the_view(qtbot):
    view = PageView()
    view.show_pdf(pages_of(2))
    drawing = view._stage._drawing
    view.deleteLater()
    qtbot.waitUntil(lambda: drawing._is_stopped, timeout=10_000)

    assert not drawing._documents
    assert not any(thread.is_alive() for thread in drawing._executor._threads)


def test_stopping_is_quiet_when_python_has_ended_the_thread_already(view, show):
    show(pages_of(2))
    drawing = view._stage._drawing
    drawing._executor.shutdown()
    drawing.stop()

    assert drawing._is_stopped


ENDING = """
from PySide6.QtWidgets import QApplication
from leaflet_app.gui.preview.page_view import PageView
from tests.gui.papers import a_pdf
app = QApplication([])
view = PageView()
view.lines_read.connect(app.quit)
view.show_pdf(a_pdf("Insulinoma"))
app.exec()
print(len(view._stage._drawing._documents), "open")
"""


def test_the_program_ends_with_no_document_open():
    ended = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=True, timeout=60)

    assert ended.stdout == "0 open\n"
