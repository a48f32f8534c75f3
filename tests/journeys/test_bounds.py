"""The window outlives whatever it is asked to print, and says what to leave out."""

from contextlib import closing

import pytest

from leaflet_app.bootstrap import build_desk
from leaflet_app.gui.preview.header import State
from leaflet_app.pdf.workers.worker import RenderWorker
from tests.gui.hands import press, type_words

A_WHILE = 60_000


@pytest.fixture
def desk(home):
    """Return a desk whose renderer dies of one topic."""
    with closing(RenderWorker("tests.pdf.stand_ins:never_a_vipoma")) as worker:
        worker.start()
        yield build_desk(worker)


def add(words):
    type_words(words)
    press("Return")


def ready(window, qtbot):
    qtbot.waitUntil(lambda: window.leaflets.column.state is State.READY, timeout=A_WHILE)


def told(window, qtbot, words):
    qtbot.waitUntil(lambda: words in window.leaflets.column.message, timeout=A_WHILE)
    return window.leaflets.column.message


def test_a_word_that_no_page_can_hold_is_named_and_the_rest_is_printed_without_it(window, qtbot):
    add("ins")
    ready(window, qtbot)
    window.leaflets.choice.say("x" * 300)

    assert "it has 300 letters in one word, and 200 is the most" in told(window, qtbot, "A note for you")
    window.leaflets.choice.say("Eat often.")
    ready(window, qtbot)


def test_topics_that_the_renderer_dies_of_are_named_and_the_others_are_printed(window, qtbot):
    add("ins")
    ready(window, qtbot)
    add("vip")

    assert "The leaflet of “Insulinoma” and “VIPoma” could not be made" in told(window, qtbot, "VIPoma")
    window.leaflets.choice.remove("vipoma")
    ready(window, qtbot)
