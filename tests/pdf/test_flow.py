"""Pages: headings stay with their text, paragraphs are parted by two lines or more, nothing is lost."""

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import words
from leaflet_app.domain.look import Theme
from leaflet_app.pdf.flow import fill, least_height, stack
from leaflet_app.pdf.flowables.group import Group
from leaflet_app.pdf.flowables.text import TextFlow
from leaflet_app.pdf.fonts.faces import width_of
from leaflet_app.pdf.fonts.families import REGULAR, family_of
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.setting import Inks
from leaflet_app.pdf.text.typeset import typeset

ROOM = 100.0
INKS = Inks(family_of(Theme.STANDARD, "en-GB"), "#000000", "page 00")


@dataclass(frozen=True)
class Slab:
    """A flowable of a height; parted anywhere that leaves `least` on both sides when `least` is below the height."""

    name: str
    height: float
    least: float
    before: float = 0.0
    after: float = 0.0
    keeps_with_next: bool = False

    def anchors(self):
        yield from ()

    def split(self, room):
        if room < self.least or self.height - room < self.least:
            return None
        tail = Slab(self.name, self.height - room, min(self.least, self.height - room), after=self.after)
        return Slab(self.name, room, self.least), tail

    def draw(self, canvas, left, top, pages):
        raise AssertionError("never drawn here")


def a_slab(height, name="text", **changes):
    return Slab(name, height, changes.pop("least", height), **changes)


HEIGHTS = st.floats(1, 90)
SLABS = st.builds(a_slab, HEIGHTS, before=st.floats(0, 9), after=st.floats(0, 9), keeps_with_next=st.booleans()) | (
    st.builds(lambda height: a_slab(height, least=height / 4), st.floats(8, 400))
)


def test_a_heading_moves_on_with_the_text_it_belongs_to():
    flowables = [a_slab(80.0), a_slab(10.0, "heading", keeps_with_next=True), a_slab(40.0, least=20.0)]

    placed, rest = fill(flowables, ROOM)

    assert [each.flowable.name for each in placed] == ["text"]
    assert rest[0].name == "heading"


def test_a_heading_stays_when_the_first_lines_of_its_text_fit():
    flowables = [a_slab(60.0), a_slab(10.0, "heading", keeps_with_next=True), a_slab(40.0, least=9.0)]

    placed, rest = fill(flowables, ROOM)

    assert [each.flowable.name for each in placed] == ["text", "heading", "text"]
    assert [flowable.height for flowable in rest] == pytest.approx([10.0], abs=0.1)


@pytest.mark.parametrize(
    ("lines", "room", "parted"), [(6, 5, (4, 2)), (6, 2, (2, 4)), (6, 1, None), (4, 3, (2, 2)), (3, 2, None)]
)
def test_no_line_of_a_paragraph_stands_alone_on_a_page(lines, room, parted):
    style = Style(14.0)
    said = typeset((words(" ".join(["word"] * lines)),), style, INKS, width_of("word ", REGULAR) * style.size)
    text = TextFlow(said, style, (Tag("P"),))

    parts = text.split(room * style.line_height)

    assert text.height == pytest.approx(lines * style.line_height)
    assert (parts and tuple(round(part.height / style.line_height) for part in parts)) == parted


def test_space_above_the_first_of_a_page_is_dropped():
    placed, _ = fill([a_slab(10.0, before=30.0)], ROOM)

    assert placed[0].offset == 0


def test_the_larger_of_two_spaces_counts():
    placed, _ = fill([a_slab(10.0, after=4.0), a_slab(10.0, before=6.0)], ROOM)

    assert placed[1].offset == 16


@given(st.lists(SLABS, min_size=1, max_size=12))
def test_filling_page_after_page_ends_and_keeps_everything(flowables):
    rest, pages = list(flowables), []
    while rest:
        placed, rest = fill(rest, ROOM)
        pages.append(placed)
        assert len(pages) < 100

    total = sum(each.flowable.height for placed in pages for each in placed)
    assert total == pytest.approx(sum(flowable.height for flowable in flowables))


@given(st.lists(SLABS, min_size=1, max_size=12))
def test_nothing_overlaps_and_nothing_hangs_over_the_edge(flowables):
    rest = list(flowables)
    while rest:
        placed, rest = fill(rest, ROOM)
        edges = [(each.offset, each.offset + each.flowable.height) for each in placed]
        assert all(bottom <= top + 0.02 for (_, bottom), (top, _) in itertools.pairwise(edges))
        assert len(placed) == 1 or edges[-1][1] <= ROOM + 0.02


@given(st.lists(SLABS, min_size=1, max_size=6))
def test_a_stack_is_as_high_as_its_last_edge_and_no_lower_than_its_least(flowables):
    placed, height = stack(flowables)

    assert height == pytest.approx(placed[-1].offset + placed[-1].flowable.height)
    assert least_height(flowables) <= height + 0.01


def test_a_stack_over_the_most_that_is_asked_for_has_no_end():
    slabs = [a_slab(40.0)] * 3

    assert stack(slabs)[1] == stack(slabs, 120.0)[1] == 120.0
    assert stack(slabs, 119.0)[1] == float("inf")


def test_a_box_of_many_lines_measures_a_page_at_a_time_not_all_that_is_left():
    asked = []

    class Counted(Slab):
        def __getattribute__(self, field):
            asked.append(field)
            return super().__getattribute__(field)

    rest = Group([Counted("line", 20.0, 20.0) for _ in range(2000)], is_kept=False)
    asked.clear()
    for _ in range(20):
        _, rest = rest.split(ROOM)

    assert len(asked) < 20 * 2000
