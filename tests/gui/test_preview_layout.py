import pytest

from leaflet_app.gui.preview.drawn_pages import MOST_PIXELS, pages_to_draw
from leaflet_app.gui.preview.layout import GAP, Spot, lay_out
from leaflet_app.gui.preview.lines import Line, as_text, new_lines
from leaflet_app.gui.preview.zoom import Fit, Zoom, larger, smaller, zoom_from

A4 = (595.0, 842.0)
FOUR = (A4,) * 4
ROOM = (400, 500)


def test_fitting_the_width_fills_it_between_two_gaps():
    assert lay_out(FOUR, Zoom(Fit.WIDTH), ROOM).page_size(0)[0] == ROOM[0] - 2 * GAP


def test_fitting_the_page_shows_all_of_it():
    width, height = lay_out(FOUR, Zoom(Fit.PAGE), ROOM).page_size(0)

    assert height == ROOM[1] - 2 * GAP
    assert width < ROOM[0]


def test_a_hundred_percent_is_the_size_of_the_paper():
    assert lay_out(FOUR, Zoom(None, 100), ROOM).page_size(0) == (793, 1123)


def test_pages_stand_under_each_other_without_touching():
    layout = lay_out(FOUR, Zoom(), ROOM)
    bottoms = [top + layout.page_size(page)[1] for page, top in enumerate(layout.tops)]

    assert [below - above for above, below in zip(bottoms, layout.tops[1:], strict=False)] == [GAP] * 3
    assert layout.height == bottoms[-1] + GAP


def test_a_view_too_small_for_anything_still_has_a_layout():
    assert lay_out(FOUR, Zoom(), (0, 0)).page_size(0)[0] > 0


def test_no_pages_need_no_room():
    layout = lay_out((), Zoom(), ROOM)

    assert layout.height == 0
    assert list(layout.pages_between(0, 500)) == []


def test_only_the_pages_that_reach_into_the_view_are_in_view():
    layout = lay_out(FOUR, Zoom(), ROOM)

    assert list(layout.pages_between(0, 500)) == [0]
    assert list(layout.pages_between(layout.tops[1], layout.tops[2])) == [1]
    assert list(layout.pages_between(layout.tops[2] - 100, layout.tops[2] + 100)) == [1, 2]


@pytest.mark.parametrize("height", [0, 12, 300, 900, 1800])
def test_a_spot_leads_back_to_its_height(height):
    layout = lay_out(FOUR, Zoom(), ROOM)

    assert layout.height_of(layout.spot_at(height)) == height


def test_a_spot_on_a_page_that_is_gone_leads_to_the_last_page():
    layout = lay_out(FOUR[:2], Zoom(), ROOM)

    assert layout.height_of(Spot(3, 0)) == layout.tops[1]


def drawn(layout, top, *, pixel_ratio=1.0, with_next=True):
    return [page for page, _ in pages_to_draw(layout, top, ROOM[1], pixel_ratio, with_next=with_next)]


def test_pages_in_view_are_drawn_first_then_those_on_either_side():
    layout = lay_out(FOUR, Zoom(), ROOM)
    between = layout.tops[2] - 100

    assert drawn(layout, between) == [1, 2, 0, 3]
    assert drawn(layout, between, with_next=False) == [1, 2]
    assert drawn(layout, 0) == [0, 1]
    assert drawn(lay_out((), Zoom(), ROOM), 0) == []


def test_below_the_end_the_last_pages_are_drawn():
    assert drawn(lay_out(FOUR, Zoom(), ROOM), 1_000_000, with_next=False) == [3]


def test_a_page_that_takes_much_memory_is_drawn_only_in_view_and_no_finer_than_the_memory_allows():
    layout = lay_out(FOUR, Zoom(None, 300), ROOM)
    [(page, width)] = pages_to_draw(layout, 0, ROOM[1], 3.0, with_next=True)

    assert page == 0
    assert width * width * A4[1] / A4[0] <= 1.01 * MOST_PIXELS


def test_zoom_goes_up_and_down_by_steps_and_stops_at_the_ends():
    assert larger(38) == Zoom(None, 50)
    assert larger(100) == Zoom(None, 110)
    assert smaller(100) == Zoom(None, 90)
    assert larger(300) == Zoom(None, 300)
    assert smaller(50) == Zoom(None, 50)


@pytest.mark.parametrize("zoom", [Zoom(), Zoom(Fit.PAGE), Zoom(None, 125)])
def test_settings_keep_a_zoom(zoom):
    assert zoom_from(str(zoom)) == zoom


@pytest.mark.parametrize(("kept", "zoom"), [("", Zoom()), ("huge", Zoom()), ("9999", Zoom(None, 300))])
def test_a_zoom_that_settings_cannot_mean_is_mended(kept, zoom):
    assert zoom_from(kept) == zoom


def lines(*texts, page=0):
    return tuple(Line(text, page, 20.0 * at, 20.0 * at + 15) for at, text in enumerate(texts))


def test_only_the_lines_that_were_not_there_before_are_new():
    assert [line.text for line in new_lines(lines("a", "b", "c"), lines("a", "note", "b", "c"))] == ["note"]


def test_a_line_printed_once_more_is_new_once():
    assert new_lines(lines("a", "b", "c"), lines("a", "b", "c", "a"))[0].text == "a"


def test_nothing_is_marked_when_nearly_all_is_new():
    assert new_lines(lines("a", "b", "c"), lines("x", "y", "z")) == ()


def test_a_footer_is_never_new():
    footer = Line("CL-ABCDEF · page 1 of 3", 0, 800, 812, is_footer=True)

    assert new_lines(lines("a", "b"), (*lines("a", "b"), footer)) == ()


def test_text_is_told_page_by_page():
    assert as_text((*lines("a", "b"), *lines("c", page=1))) == "Page 1\n\na\nb\n\nPage 2\n\nc"
