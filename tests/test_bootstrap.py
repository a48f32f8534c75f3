"""The real desk, put together."""

import logging
import os
from queue import Queue

import pytest

from leaflet_app import bootstrap
from leaflet_app.domain.errors import LibraryUnreadable, RenderingStopped
from leaflet_app.domain.look import Look
from leaflet_app.paths import home, log_file
from tests.builders import a_leaflet
from tests.fakes import FakeRender
from tests.pdf import stand_ins


class FakeWorker(FakeRender):
    """Remembers whether it was started and closed."""

    def __init__(self):
        super().__init__()
        self.said = []

    def start(self):
        self.said.append("started")

    def close(self):
        self.said.append("closed")


@pytest.fixture
def worker(monkeypatch):
    worker = FakeWorker()
    monkeypatch.setattr("leaflet_app.pdf.workers.worker.RenderWorker", lambda: worker)
    return worker


def test_the_desk_holds_the_shipped_library_and_writes_at_home(home):
    desk = bootstrap.build_desk()

    assert "insulinoma" in desk.library.topics
    assert desk.home == home
    assert desk.finder.find("verner mor")[0] == "vipoma"


def test_the_window_renders_in_a_worker_that_is_closed_at_the_end(worker):
    with bootstrap.window_desk() as desk:
        assert desk.render is worker
        assert worker.said == ["started"]

    assert worker.said == ["started", "closed"]


def test_letters_and_prints_that_no_program_needs_any_more_are_swept_at_the_start(worker, monkeypatch):
    swept = Queue()
    monkeypatch.setattr("leaflet_app.delivery.mail.draft.sweep", swept.put)
    monkeypatch.setattr("leaflet_app.delivery.printing.private_file.sweep", lambda: swept.put("prints"))

    with bootstrap.window_desk():
        assert [swept.get(timeout=30) for _ in range(2)] == [home(), "prints"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")
def test_a_command_survives_its_renderer_and_says_which_topic_it_was(monkeypatch, caplog):
    monkeypatch.setattr(bootstrap, "_load_render", lambda: stand_ins.with_a_fault)

    with pytest.raises(RenderingStopped, match=r"^The leaflet of “Insulinoma” could not be made: the renderer met a"):
        bootstrap.build_desk().render(a_leaflet(), Look())

    [noted] = log_file().read_text(encoding="utf-8").splitlines()
    assert "the renderer failed: ValueError at leaflet_app.pdf.workers.child" in noted


def test_where_no_copies_are_made_a_command_renders_in_a_worker(worker, monkeypatch):
    monkeypatch.delattr(os, "fork", raising=False)

    assert bootstrap.build_desk().render(a_leaflet(), Look()).pages == worker.pages
    assert worker.said == ["closed"]


def test_the_worker_is_closed_when_there_is_no_library(worker, monkeypatch, tmp_path):
    monkeypatch.setattr("leaflet_app.paths.resources", lambda: tmp_path)

    with pytest.raises(LibraryUnreadable), bootstrap.window_desk():
        pass

    assert worker.said == ["started", "closed"]


def test_what_the_parts_of_the_window_log_reaches_the_file_that_support_reads(worker, caplog):
    with bootstrap.window_desk():
        logging.getLogger("leaflet_app.pdf.workers.worker").error("the renderer died")
        logging.getLogger("another.program").error("Mrs Jones")
    logging.getLogger("leaflet_app.pdf.workers.worker").error("after the window closed")

    [noted] = log_file().read_text(encoding="utf-8").splitlines()
    assert noted.endswith("the renderer died")
