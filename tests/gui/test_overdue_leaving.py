"""Whoever gives a leaflet although a review is overdue is asked why, once."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from leaflet_app.domain.sought import Sought
from leaflet_app.gui.register_place.correcting import Correcting
from leaflet_app.gui.send.overdue_sheet import OverdueSheet
from leaflet_app.pdf.render import render
from leaflet_app.services.register_reading import entries
from leaflet_app.services.settings import change
from tests.builders import APPROVED, a_given, a_library, a_selection, a_topic
from tests.fakes import a_desk
from tests.gui.hands import named, words_of

WHY = "It still holds; nobody is here before Monday."


@pytest.fixture
def desk():
    library = a_library(a_topic("insulinoma", review=APPROVED))
    desk = a_desk(library, render=render)
    desk.today = lambda: date(2028, 6, 2)
    return desk


def sheets(widget):
    return [sheet for sheet in widget.findChildren(OverdueSheet) if sheet.isVisible()]


def asked(window, qtbot, way):
    qtbot.waitUntil(lambda: named(window.leaflets.column, QPushButton, way).isEnabled(), timeout=20_000)
    named(window.leaflets.column, QPushButton, way).click()
    return sheets(window)


def saved_reasons(desk):
    return [each.selection.overdue_reason for each in entries(desk, Sought())]


def test_the_reason_is_asked_once_and_the_leaflet_is_saved(window, qtbot, desk):
    window.leaflets.choice.add("insulinoma")
    (sheet,) = asked(window, qtbot, "Save PDF")
    assert "read Insulinoma again" in words_of(sheet)
    assert "never about the patient" in words_of(sheet)
    assert not sheet.main.isEnabled()
    sheet.findChild(QLineEdit).setText(f"  {WHY}\u200b ")
    with qtbot.waitSignal(window.leaflets.ways_out.saving.saved, timeout=20_000):
        sheet.main.click()
    assert saved_reasons(desk) == [WHY]

    with qtbot.waitSignal(window.leaflets.ways_out.saving.saved, timeout=20_000):
        assert asked(window, qtbot, "Save PDF") == []
    assert saved_reasons(desk) == [WHY, WHY]


@pytest.mark.parametrize("way", ["Print", "Email"])
def test_no_way_out_begins_before_the_reason_is_given(window, qtbot, desk, way):
    window.leaflets.choice.add("insulinoma")
    (sheet,) = asked(window, qtbot, way)
    sheet.reject()

    assert saved_reasons(desk) == []
    assert window.leaflets.choice.selection.overdue_reason == ""


def test_the_next_patient_s_leaflet_asks_anew(window, qtbot):
    window.leaflets.choice.become(a_selection("insulinoma", overdue_reason=WHY))
    window.leaflets.start_afresh()
    window.leaflets.choice.add("insulinoma")

    assert len(asked(window, qtbot, "Save PDF")) == 1


def test_nobody_is_asked_where_only_approved_leaflets_leave(window, qtbot, desk):
    change(desk, "library.approved_only", "yes")
    window.leaflets.choice.add("insulinoma")
    qtbot.waitUntil(lambda: "no reason lets them out before" in words_of(window.leaflets.column), timeout=20_000)

    assert not named(window.leaflets.column, QPushButton, "Save PDF").isEnabled()


def test_a_corrected_leaflet_is_given_with_a_reason_too(window, qtbot, desk, tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr("leaflet_app.gui.register_place.correcting.save_corrected", lambda *each: given.append(each))
    correcting = Correcting(desk, lambda *_asked: tmp_path / "corrected.pdf", window)
    entry = a_given(selection=a_selection("insulinoma", overdue_reason="Then it held."))
    correcting.correct(entry)
    (sheet,) = sheets(window)
    sheet.findChild(QLineEdit).setText(WHY)
    with qtbot.waitSignal(correcting.saved):
        sheet.main.click()

    assert given == [(desk, entry, tmp_path / "corrected.pdf", WHY)]
    correcting.stop()
