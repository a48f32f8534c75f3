import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QTabBar

from leaflet_app.gui.panes.rich_text import RichText
from leaflet_app.gui.panes.topic_pane import TopicPane
from leaflet_app.gui.panes.word_card import WordCard
from tests.gui.hands import box, click, press, words_of


@pytest.fixture
def read(window):
    box(window.leaflets.choose, "Insulinoma").click()
    QApplication.processEvents()
    return window.leaflets.read


def tabs(read):
    bar = read.findChild(QTabBar)
    return [bar.tabText(place) for place in range(bar.count())]


def follow(read, link_start):
    """Click the first link that starts so."""
    for text in read.findChildren(RichText):
        if text.isVisible() and f'<a href="{link_start}' in text.text():
            link = text.text().split(f'<a href="{link_start}')[1].split('"')[0]
            text.linkActivated.emit(link_start + link)
            return
    raise AssertionError(link_start)


def test_before_anything_is_chosen_the_first_step_is_taught(window):
    assert "Tick a topic, or type its name" in words_of(window.leaflets.read)


def test_a_chosen_topic_has_a_pane_with_facts_and_sections(read, library):
    words = words_of(read)

    assert tabs(read) == ["Insulinoma", "Last pages"]
    assert "The <a" in words or "The pancreas" in words
    assert library.topics["insulinoma"].purpose in words
    assert [each.accessibleName() for each in read.findChildren(QCheckBox) if each.isVisible()][:2] == [
        "Print “At a glance”",
        "Print “Get help fast”",
    ]


def test_a_topic_that_awaits_review_says_so(read):
    assert "Awaiting clinical review" in words_of(read)


def test_urgent_advice_is_locked_on_and_says_why(read):
    urgent = box(read, "Print “Get help fast”")

    assert urgent.isChecked()
    assert not urgent.isEnabled()
    assert "Always printed" in words_of(read)


def test_leaving_a_section_out_is_said_in_words(window, read):
    box(read, "Print “Questions to ask”").click()

    assert window.leaflets.choice.selection.without == {"insulinoma/questions"}
    assert "Left out of the leaflet" in words_of(read)

    box(read, "Print “Questions to ask”").click()
    assert not window.leaflets.choice.selection.without


def test_a_glossary_word_is_explained_beside_it_and_escape_closes(read, library, qtbot):
    follow(read, "word:Pancreas")

    card = read.findChild(WordCard)
    assert "pancreas" in card.accessibleName().casefold()
    with qtbot.waitSignal(card.destroyed):
        qtbot.keyClick(card, Qt.Key.Key_Escape)


def test_a_link_to_another_topic_opens_it_to_read_and_offers_it(window, read):
    follow(read, "topic:")

    assert len(tabs(read)) == 3
    assert "is not in the leaflet" in words_of(read)
    assert window.leaflets.choice.selection.topics == ("insulinoma",)

    click(read, "Add to leaflet")
    assert len(window.leaflets.choice.selection.topics) == 2
    assert "is not in the leaflet" not in words_of(read)


def test_an_outside_address_opens_only_in_the_browser_of_the_system(read, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)

    text = next(each for each in read.findChildren(RichText) if each.isVisible())
    text.linkActivated.emit("https://www.nhs.uk/")
    text.linkActivated.emit("file:///etc/passwd")

    assert opened == [QUrl("https://www.nhs.uk/")]


def test_a_heading_shows_its_place_in_the_leaflet(window, read, monkeypatch):
    asked = []
    read.heading_chosen.connect(asked.append)

    click(read, "What is it?: show in the leaflet")

    assert asked == ["insulinoma/what"]


def test_closing_a_tab_takes_the_topic_out_of_the_leaflet(window, read):
    click(read, "Close Insulinoma")

    assert not window.leaflets.choice.selection.topics
    assert "Tick a topic, or type its name" in words_of(read)


def test_panes_follow_the_order_of_the_leaflet(window, read):
    box(window.leaflets.choose, "VIPoma").click()
    window.leaflets.choice.reorder(("vipoma", "insulinoma"))

    assert tabs(read) == ["VIPoma", "Insulinoma", "Last pages"]


def test_parts_of_the_whole_leaflet_can_be_left_out_but_not_the_contact_details(window, read):
    read.findChild(QTabBar).setCurrentIndex(1)

    box(read, "Print “Words explained”").click()

    assert window.leaflets.choice.selection.without == {"glossary"}
    assert "Left out of the leaflet" in words_of(read)
    assert not box(read, "Print “How to contact us”").isEnabled()


def test_links_are_reached_with_the_keyboard(read):
    linked = next(each for each in read.findChildren(RichText) if "<a " in each.text())

    assert linked.focusPolicy() & Qt.FocusPolicy.TabFocus
    linked.setFocus()
    press("Tab")


def shows_the_keyboard(window):
    """Tell whether what Tab came to looks as if the keyboard were on it."""
    with_it = window.grab().toImage()
    QApplication.focusWidget().clearFocus()
    return window.grab().toImage() != with_it


@pytest.mark.parametrize("kind", [TopicPane, RichText])
def test_the_pane_and_its_first_link_show_the_keyboard(window, read, kind):
    read.findChild(QTabBar).setFocus()
    while not isinstance(QApplication.focusWidget(), kind):
        press("Tab")

    assert shows_the_keyboard(window)
