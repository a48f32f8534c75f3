"""The child that renders: warm, killable, silent."""

import os
import signal
import sys
import threading
from contextlib import closing
from dataclasses import replace

import pytest

from leaflet_app.domain.errors import LeafletError, MissingGlyph, RenderingStopped
from leaflet_app.domain.leaflet import Place
from leaflet_app.domain.look import Format, Look
from leaflet_app.domain.topic import SectionKey
from leaflet_app.pdf.workers.worker import RenderWorker
from tests.builders import a_leaflet, a_section, a_topic

AS_TOLD = "tests.pdf.stand_ins:as_told"
SOON = 30  # seconds after which a test that hangs has failed


@pytest.fixture
def worker():
    with closing(RenderWorker(AS_TOLD, seconds=SOON)) as made:
        yield made


@pytest.fixture
def hasty_worker():
    with closing(RenderWorker(AS_TOLD, seconds=0.2)) as made:
        yield made


def render(worker, title, **changes):
    return worker(replace(a_leaflet(), title=title, **changes), Look(Format.LARGE))


def test_a_leaflet_comes_back_rendered_and_nothing_that_the_child_prints_does(worker, capfd):
    rendered = render(worker, "well")

    assert rendered.pdf == b"well large"
    assert rendered.places == (Place("top", 1, 20.0, 0.0),)
    assert capfd.readouterr() == ("", "")


def test_one_warm_child_renders_many_leaflets(worker):
    worker.start()
    first = worker._child
    render(worker, "well")
    render(worker, "well")

    assert worker._child is first


def test_a_refusal_arrives_as_the_error_that_was_raised(worker):
    with pytest.raises(MissingGlyph) as refused:
        render(worker, "with a refusal")

    assert "U+2603" in refused.value.message
    assert refused.value.remedy == "Replace it with plain letters."


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        ("hungrily", "it needs too much memory"),
        ("with a crash", "the renderer stopped by itself"),
        ("with a fault", "the renderer met a fault of its own"),
    ],
)
def test_a_renderer_that_fails_is_told_of_and_replaced(worker, behaviour, sentence):
    with pytest.raises(RenderingStopped, match=sentence):
        render(worker, behaviour)

    assert render(worker, "well").pages == 1


def test_a_leaflet_that_is_stopped_is_named_with_the_topic_to_leave_out(worker):
    long = a_section(SectionKey.SYMPTOMS, "What you may notice", "You may feel shaky. " * 100)
    leaflet = a_leaflet(a_topic("insulinoma"), a_topic("vipoma", sections=(a_section(), long)))

    with pytest.raises(RenderingStopped) as told:
        worker(replace(leaflet, title="with a crash"), Look())

    assert told.value.message == (
        "The leaflet of “Insulinoma” and “Vipoma” could not be made: the renderer stopped by itself."
    )
    assert told.value.remedy == "Leave out “Vipoma”, by far the longest, and try again."


def test_a_renderer_without_end_is_stopped_and_replaced(hasty_worker):
    with pytest.raises(RenderingStopped, match=r"it took longer than 0\.2 seconds"):
        render(hasty_worker, "without end")

    assert render(hasty_worker, "well").pages == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no child")
def test_a_child_that_reads_nothing_is_stopped_and_replaced(hasty_worker):
    render(hasty_worker, "well")
    os.kill(hasty_worker._child._popen.pid, signal.SIGSTOP)

    with pytest.raises(RenderingStopped, match="it took longer"):
        render(hasty_worker, "well", for_person="more than a pipe holds " * 10_000)

    assert render(hasty_worker, "well").pages == 1


def test_a_fault_is_noted_without_the_words_of_the_leaflet(worker, caplog):
    with pytest.raises(RenderingStopped):
        render(worker, "with a fault", for_person="For: Ada Lovelace")

    assert "ValueError at leaflet_app.pdf.workers.child:" in caplog.text
    assert "Ada" not in caplog.text


def test_leaflets_from_two_threads_take_turns(worker):
    titles = {}

    def work(page_format):
        titles[page_format] = worker(replace(a_leaflet(), title="well"), Look(page_format)).pdf

    threads = [threading.Thread(target=work, args=(each,)) for each in Format]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SOON)

    assert titles == {each: f"well {each.value}".encode() for each in Format}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a child of Ctrl+C in another way")
def test_ctrl_c_in_a_terminal_leaves_the_child_to_its_parent(worker):
    render(worker, "well")
    child = worker._child
    os.kill(child._popen.pid, signal.SIGINT)

    assert render(worker, "well").pages == 1
    assert worker._child is child


def test_closing_stops_a_leaflet_that_is_being_made(worker):
    render(worker, "well")
    caught = []

    def work():
        try:
            render(worker, "without end")
        except LeafletError as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    worker.close()
    thread.join(SOON)

    assert caught
    assert caught[0].message == "The leaflet could not be made: the program is closing."


def test_a_closed_worker_starts_no_child(worker):
    worker.close()
    worker.start()

    assert worker._child is None
    with pytest.raises(RenderingStopped, match="the program is closing"):
        render(worker, "well")


def test_an_idle_child_ends_when_its_parent_is_gone(worker):
    render(worker, "well")
    child = worker._child
    child._jobs.close()

    assert child._popen.wait(SOON) == 0


def test_a_busy_child_ends_by_itself_when_nobody_stops_it():
    with closing(RenderWorker(AS_TOLD, seconds=0.2)) as worker:
        render(worker, "well")
        child = worker._child
        child._run_out = lambda: None
        with pytest.raises(RenderingStopped, match="stopped by itself"):
            render(worker, "without end")

        assert child._popen.returncode == 1


def test_a_renderer_that_cannot_be_loaded_is_told_of():
    with closing(RenderWorker("tests.pdf.stand_ins:nowhere")) as worker, pytest.raises(RenderingStopped):
        render(worker, "well")
