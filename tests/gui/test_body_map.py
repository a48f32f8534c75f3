"""The body map: real buttons, the same choice as the list, and the way onto paper."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QToolButton

from leaflet_app.domain.diagrams import BODY
from leaflet_app.domain.topic import Site
from leaflet_app.gui.preview.mark_chooser import MarkChooser
from leaflet_app.gui.topics.body_map_button import OrganButton
from tests.fakes import a_desk
from tests.gui.hands import box, named, press, type_words, words_of

LEAST_TARGET = 24


@pytest.fixture
def body(window):
    """Return the open map of a window."""
    toggle = named(window.leaflets.choose, QToolButton, "Body map")
    if not toggle.isChecked():
        toggle.click()
    QApplication.processEvents()
    return window.leaflets.choose.body.map


def organs(body):
    return {each.text(): each for each in body.findChildren(OrganButton)}


def shown(window):
    return {each.text() for each in window.leaflets.choose.findChildren(QCheckBox) if each.isVisible()}


def titles(library, site):
    return {topic.title for topic in library.topics.values() if topic.site is site}


def test_every_place_of_the_body_with_topics_has_a_button(body, library):
    places = [
        library.wording.sites[site.value] for site, _ in library.by_site() if site.value in library.diagrams[BODY].parts
    ]

    assert set(organs(body)) == set(places)


def test_each_button_is_named_with_its_topics_and_large_enough(body):
    pancreas = organs(body)["Pancreas"]
    spoken = QAccessible.queryAccessibleInterface(pancreas)

    assert spoken.text(QAccessible.Text.Name) == f"Pancreas: {len(body.topics_of('pancreas'))} topics"
    assert spoken.role() == QAccessible.Role.CheckBox
    assert organs(body)["Lung"].accessibleName() == "Lung: 1 topic"
    assert all(min(each.width(), each.height()) >= LEAST_TARGET for each in organs(body).values())


def test_buttons_never_cover_each_other_and_keep_their_names_whole(body):
    placed = [each.geometry() for each in organs(body).values()]

    assert not any(one.intersects(other) for one in placed for other in placed if one is not other)
    assert all(body.rect().contains(each) for each in placed)
    assert all(each.width() >= each.fontMetrics().horizontalAdvance(name) for name, each in organs(body).items())


def test_a_place_shows_only_its_topics_and_a_second_press_all_again(window, body, library):
    before = shown(window)
    organs(body)["Pancreas"].click()
    assert shown(window) == titles(library, Site.PANCREAS)

    organs(body)["Pancreas"].click()
    assert shown(window) == before


def test_another_place_takes_over(window, body, library):
    organs(body)["Pancreas"].click()
    organs(body)["Lung"].click()

    assert shown(window) == titles(library, Site.LUNG)
    assert [name for name, each in organs(body).items() if each.isChecked()] == ["Lung"]


@pytest.mark.parametrize("leave", ["escape", "button", "search", "close"])
def test_all_topics_come_back(window, body, leave):
    before = shown(window)
    organs(body)["Thyroid"].setFocus()
    press("Space")
    assert shown(window) != before

    if leave == "escape":
        press("Escape")
    elif leave == "button":
        [every] = [
            each for each in window.leaflets.choose.body.children() if getattr(each, "text", str)() == "All topics"
        ]
        every.click()
    elif leave == "search":
        window.leaflets.choose.focus_search()
        type_words("vip")
        press("Escape")
    else:
        named(window.leaflets.choose, QToolButton, "Body map").click()

    assert shown(window) == before
    assert not any(each.isChecked() for each in organs(body).values())


def test_the_keyboard_reaches_every_button_and_space_presses_it(window, body):
    first, *others = organs(body).values()
    first.setFocus()
    for each in others:
        press("Tab")
        assert QApplication.focusWidget() is each
    press("Space")

    assert others[-1].isChecked()


def test_assistive_technology_can_press_a_button(window, body, library):
    spoken = QAccessible.queryAccessibleInterface(organs(body)["Adrenal"])

    spoken.actionInterface().doAction("Toggle")

    assert spoken.state().checked
    assert shown(window) == titles(library, Site.ADRENAL)


def test_a_click_on_the_organ_presses_its_button(window, body):
    at = body._drawing.point_of("lung")
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))

    assert organs(body)["Lung"].isChecked()


def test_the_organs_of_ticked_topics_say_so(window, body):
    box(window.leaflets.choose, "Insulinoma").click()
    pancreas = organs(body)["Pancreas"]
    assert pancreas.accessibleDescription() == f"1 of {len(body.topics_of('pancreas'))} on the leaflet"

    box(window.leaflets.choose, "Insulinoma").click()
    assert pancreas.accessibleDescription() == "None on the leaflet"


def test_the_map_makes_way_for_a_search(window, body):
    type_words("vip")
    assert not body.isVisible()

    press("Escape")
    assert body.isVisible()


def test_the_map_is_open_where_there_is_room(window):
    for height, is_open in ((800, True), (640, False), (800, True)):
        window.resize(1280, height)
        QApplication.processEvents()
        assert window.leaflets.choose.body.map.isVisible() is is_open


def test_whoever_opens_or_closes_the_map_has_the_last_word(window):
    window.resize(1280, 640)
    QApplication.processEvents()
    toggle = named(window.leaflets.choose, QToolButton, "Body map")
    toggle.click()
    window.resize(1280, 620)
    QApplication.processEvents()
    assert window.leaflets.choose.body.map.isVisible()

    toggle.click()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert not window.leaflets.choose.body.map.isVisible()


def test_a_library_without_the_drawing_has_no_map(open_window, home):
    desk = a_desk(home=home)
    desk.library.diagrams.clear()

    assert not open_window(desk).leaflets.choose.body.isVisible()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_map_and_list_are_two_views_of_one_choice(window, body, library, data):
    for topic in data.draw(st.lists(st.sampled_from(sorted(library.topics)), max_size=4)):
        chosen = window.leaflets.choice.selection.topics
        (window.leaflets.choice.remove if topic in chosen else window.leaflets.choice.add)(topic)
    site = data.draw(st.sampled_from(["", *(each for each in library.diagrams[BODY].parts)]))
    body.choose(site)

    chosen = window.leaflets.choice.selection.topics
    marked = {library.topics[topic].site.value for topic in chosen} & set(library.diagrams[BODY].parts)
    assert set(body._marked) == marked
    expected = titles(library, Site(site)) if site else {topic.title for topic in library.topics.values()}
    assert shown(window) & {topic.title for topic in library.topics.values()} == expected
    ticked = {each.text() for each in window.leaflets.choose.findChildren(QCheckBox) if each.isChecked()}
    assert ticked == {library.topics[topic].title for topic in chosen}
    assert [each.isChecked() for each in organs(body).values()].count(True) == bool(site)


def test_the_body_prints_when_it_is_wanted_and_with_the_words_typed(window):
    column = window.leaflets.column
    assert not window.leaflets.choice.selection.body_map

    box(column, "Print a body map").click()
    named(column, QLineEdit, "Words beside the body map").setText("Yours is here.")
    assert window.leaflets.choice.selection.body_map
    assert window.leaflets.choice.selection.body_note == "Yours is here."

    box(column, "Print a body map").click()
    assert window.leaflets.choice.selection.body_note == ""


def test_a_place_marked_for_this_patient_prints_and_is_gone_for_the_next(window):
    column = window.leaflets.column
    assert not [each for each in column.findChildren(MarkChooser) if each.isVisible()]
    box(window.leaflets.choose, "Insulinoma").click()
    box(column, "Print a body map").click()
    mark = named(column, QComboBox, "Place to mark")
    assert mark.currentText() == "The topics' places"

    mark.setFocus()
    QTest.keyClicks(mark, "thy")
    assert window.leaflets.choice.selection.body_mark is Site.THYROID

    window.leaflets.start_afresh()
    window.leaflets._bring_back()
    assert window.leaflets.choice.selection.body_map
    assert window.leaflets.choice.selection.body_mark is None
    assert mark.currentText() == "The topics' places"


def test_words_beside_the_body_are_gone_for_the_next_patient(window):
    column = window.leaflets.column
    box(window.leaflets.choose, "Insulinoma").click()
    box(column, "Print a body map").click()
    named(column, QLineEdit, "Words beside the body map").setText("Yours is here.")

    window.leaflets.start_afresh()
    assert not box(column, "Print a body map").isChecked()

    window.leaflets._bring_back()
    assert window.leaflets.choice.selection.body_map
    assert window.leaflets.choice.selection.body_note == ""
    assert named(column, QLineEdit, "Words beside the body map").text() == ""
    assert "Yours" not in words_of(window)
