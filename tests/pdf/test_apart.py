"""A copy of the process that renders one leaflet, and can be killed."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from leaflet_app.domain.errors import MissingGlyph, RenderingStopped
from leaflet_app.domain.leaflet import Place, Rendered
from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.workers.apart import render_apart
from tests.builders import a_leaflet, a_topic
from tests.pdf import stand_ins

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")

SOON = 30


def render(title, *topics, seconds=SOON, renderer=stand_ins.as_told):
    leaflet = replace(a_leaflet(*topics), title=title)
    return render_apart(leaflet, Look(Format.LARGE), lambda: renderer, seconds=seconds)


@pytest.fixture(autouse=True)
def _no_copy_stays():
    """See that every copy has gone; other tests may have left helpers of Python's own in this process."""
    before = children()
    yield
    assert children() == before


def children():
    """Return the numbers of this process's children, where the system tells them."""
    told = Path(f"/proc/self/task/{os.getpid()}/children")
    return told.read_text(encoding="ascii").split() if told.exists() else []


def test_a_leaflet_comes_back_rendered_and_the_copy_is_gone():
    assert render("well") == Rendered(b"well large", 1, (Place("top", 1, 20.0, 0.0),), 1, 14.0)


def test_a_leaflet_larger_than_a_pipe_comes_back_whole():
    large = Rendered(bytes(3_000_000), 1, (), 1, 14.0)

    assert render("well", renderer=lambda _leaflet, _look: large) == large


def test_a_refusal_arrives_as_the_error_that_was_raised():
    with pytest.raises(MissingGlyph, match=r"U\+2603"):
        render("with a refusal")


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        ("hungrily", "it needs too much memory"),
        ("with a crash", "the renderer stopped by itself"),
        ("with a fault", "the renderer met a fault of its own"),
    ],
)
def test_a_renderer_that_fails_is_told_of_with_the_topics(behaviour, sentence):
    with pytest.raises(RenderingStopped) as told:
        render(behaviour, a_topic("insulinoma"), a_topic("vipoma"))

    assert told.value.message == f"The leaflet of “Insulinoma” and “Vipoma” could not be made: {sentence}."


def test_a_renderer_without_end_is_killed():
    with pytest.raises(RenderingStopped, match=r"it took longer than 0\.2 seconds"):
        render("without end", seconds=0.2)


def test_a_fault_is_noted_without_the_words_of_the_leaflet(caplog):
    with pytest.raises(RenderingStopped):
        render("with a fault")

    assert "ValueError at leaflet_app.pdf.workers.child:" in caplog.text
    assert "Insulinoma" not in caplog.text


def test_ctrl_c_ends_the_copy_too(monkeypatch):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("leaflet_app.pdf.workers.apart.select.select", interrupted)
    with pytest.raises(KeyboardInterrupt):
        render("without end")
