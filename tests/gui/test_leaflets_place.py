from datetime import date, timedelta
from threading import Event

import pytest

from leaflet_app.domain.errors import RenderingStopped
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Recipient
from leaflet_app.gui.leaflet_making import make
from leaflet_app.gui.preview.header import State
from leaflet_app.services import drafts
from tests.builders import MADE_ON, a_selection
from tests.fakes import FailingRender, a_desk
from tests.gui.conftest import PaperRender
from tests.gui.hands import box, click, press, type_words, words_of
from tests.languages import a_library_in


class SlowRender(PaperRender):
    """Renders when it is let."""

    def __init__(self):
        super().__init__()
        self.let = Event()

    def __call__(self, leaflet, look):
        assert self.let.wait(10)
        return super().__call__(leaflet, look)


def ready(window):
    return lambda: window.leaflets.column.state is State.READY


def test_ticking_a_topic_shows_its_leaflet(window, qtbot):
    box(window.leaflets.choose, "Insulinoma").click()

    qtbot.waitUntil(ready(window))


def test_unticking_the_last_topic_shows_nothing_even_if_a_leaflet_is_on_its_way(open_window, library, home, qtbot):
    render = SlowRender()
    window = open_window(a_desk(library, render, home))
    insulinoma = box(window.leaflets.choose, "Insulinoma")
    insulinoma.click()
    insulinoma.click()
    render.let.set()

    qtbot.waitUntil(lambda: len(render.asked) == 1)
    assert window.leaflets.column.state is State.NOTHING


def test_what_is_typed_beside_the_leaflet_goes_onto_it(window, desk, qtbot):
    box(window.leaflets.choose, "Insulinoma").click()
    window.leaflets.column.note_changed.emit("See you in May.")
    window.leaflets.column.recipient_changed.emit(Recipient("Ann", "7"))
    window.leaflets.column.format_chosen.emit(Format.LARGE)

    qtbot.waitUntil(lambda: desk.render.asked[-1][1].format is Format.LARGE)
    assert "Ann" in desk.render.asked[-1][0].for_person


def test_a_burst_of_changes_makes_few_leaflets_and_ends_with_the_last(window, desk, qtbot):
    box(window.leaflets.choose, "Insulinoma").click()
    for number in range(50):
        window.leaflets.choice.say(f"Note {number}")

    qtbot.waitUntil(lambda: "Note 49" in str(desk.render.asked[-1][0].blocks))
    assert len(desk.render.asked) < 10


def test_a_leaflet_that_fails_says_so_and_the_choice_stays(open_window, library, home, qtbot):
    window = open_window(a_desk(library, FailingRender(RenderingStopped("it ran too long")), home))
    box(window.leaflets.choose, "Insulinoma").click()

    qtbot.waitUntil(lambda: window.leaflets.column.state is State.PROBLEM)
    assert "it ran too long" in window.leaflets.column.message
    assert window.leaflets.choice.selection.topics == ("insulinoma",)


def test_saving_waits_for_the_leaflet_that_was_asked_for(open_window, library, home, target, qtbot):
    render = SlowRender()
    window = open_window(a_desk(library, render, home))
    box(window.leaflets.choose, "Insulinoma").click()
    press("Ctrl+S")
    assert not target.exists()
    render.let.set()

    qtbot.waitUntil(target.exists)
    assert "saved.pdf" in window.leaflets.column.message


def test_saving_with_nothing_chosen_says_what_to_do(window, target):
    press("Ctrl+S")

    assert window.leaflets.column.message == "No topic is chosen. Tick at least one topic."
    assert not target.exists()


def test_a_file_that_cannot_be_written_says_so(window, target, qtbot):
    target.mkdir()
    box(window.leaflets.choose, "Insulinoma").click()
    press("Ctrl+S")

    qtbot.waitUntil(lambda: "could not be saved" in window.leaflets.column.message)


def test_the_draft_is_kept_while_choosing_and_gone_after_saving(window, home, library, target, qtbot):
    box(window.leaflets.choose, "Insulinoma").click()
    window.leaflets.choice.say("Dear Zebedee")

    qtbot.waitUntil(lambda: drafts.load(home, library) is not None, timeout=5000)
    assert not any(b"Zebedee" in file.read_bytes() for file in home.rglob("*") if file.is_file())

    press("Ctrl+S")
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: drafts.load(home, library) is None)


def test_starting_afresh_clears_topics_and_words_about_the_patient(window, qtbot):
    box(window.leaflets.choose, "Insulinoma").click()
    window.leaflets.choice.say("Dear Zebedee")
    press("Ctrl+N")

    selection = window.leaflets.choice.selection
    assert (selection.topics, selection.note, selection.recipient) == ((), "", Recipient())
    assert window.leaflets.column.state is State.NOTHING


def test_topics_cleared_by_mistake_come_back_but_the_patients_words_do_not(window):
    box(window.leaflets.choose, "Insulinoma").click()
    window.leaflets.choice.say("Dear Zebedee")
    click(window.leaflets.choose, "Start afresh")

    click(window.leaflets, "Bring the topics back")

    assert window.leaflets.choice.selection.topics == ("insulinoma",)
    assert window.leaflets.choice.selection.note == ""


def test_after_saving_the_same_set_is_offered_again(window, target, qtbot):
    for name in ("Insulinoma", "VIPoma"):
        box(window.leaflets.choose, name).click()
    press("Ctrl+S")
    qtbot.waitUntil(target.exists)
    press("Ctrl+N")

    click(window.leaflets.read, "Insulinoma · VIPoma")

    assert window.leaflets.choice.selection.topics == ("insulinoma", "vipoma")


def test_a_long_leaflet_says_what_could_be_left_out(open_window, library, home, qtbot):
    window = open_window(a_desk(library, PaperRender(pages=12), home))
    box(window.leaflets.choose, "Insulinoma").click()

    qtbot.waitUntil(lambda: "You could leave out" in window.leaflets.column.message)


def test_a_booklet_says_how_to_print_it_before_and_after_it_is_saved(window, target, qtbot):
    box(window.leaflets.choose, "Insulinoma").click()
    window.leaflets.choice.print_on(Format.BOOKLET)
    column = window.leaflets.column
    qtbot.waitUntil(lambda: column.message.startswith("Print it on both sides"))

    press("Ctrl+S")

    qtbot.waitUntil(target.exists)
    assert column.message.endswith("Print it on both sides, flipped on the short edge.")
    assert column.message.startswith("Saved as")


@pytest.mark.parametrize(
    ("changes", "is_given"),
    [({}, False), ({"format": Format.BOOKLET}, True), ({"language": "ur"}, True), ({"language": "cy"}, False)],
)
def test_words_are_given_where_the_paper_does_not_tell_them_in_order(changes, is_given):
    desk = a_desk(a_library_in("ur", "cy"))

    made = make(desk, a_selection("rights", **changes))

    assert bool(made.words) is is_given


def test_a_window_left_open_overnight_prints_the_new_date(open_window, library, home, target, qtbot):
    days = [MADE_ON]
    desk = a_desk(library, PaperRender(), home)
    desk.today = lambda: days[-1]
    window = open_window(desk)
    box(window.leaflets.choose, "Insulinoma").click()
    days.append(date.fromordinal(MADE_ON.toordinal()) + timedelta(days=1))
    press("Ctrl+S")

    qtbot.waitUntil(target.exists)
    assert desk.render.asked[-1][0].made_on == days[-1]


@pytest.mark.parametrize("note", ["", "A note"])
def test_typing_a_topic_while_a_note_is_there_keeps_the_note(window, note):
    window.leaflets.choice.say(note)
    type_words("vip")
    press("Return")

    assert window.leaflets.choice.selection.note == note
    assert "VIPoma" in words_of(window.leaflets.read)
