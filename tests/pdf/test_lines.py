"""Lines: nothing wider than the column, nothing lost, phone numbers in one piece."""

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.pdf.fonts.faces import width_of
from leaflet_app.pdf.fonts.families import BOLD, REGULAR
from leaflet_app.pdf.text.lines import Span, break_lines, line_width

WORDS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1, max_size=60)
SPANS = st.lists(
    st.builds(
        Span, st.lists(WORDS, min_size=1, max_size=8).map(" ".join), st.sampled_from([REGULAR, BOLD]), st.just(14.0)
    ),
    min_size=1,
    max_size=4,
).map(tuple)
WIDEST_LETTER = 1.2 * 14


def _said(lines):
    return "".join(stretch.text for line in lines for stretch in line)


@given(SPANS, st.floats(60, 600))
def test_no_line_is_wider_than_the_column(spans, width):
    lines = break_lines(spans, width)

    assert all(line_width(line, spans) <= width + WIDEST_LETTER for line in lines)
    assert all(line_width(line, spans) <= width + 0.01 for line in lines if len(_said([line]).strip()) > 1)


@given(SPANS, st.floats(60, 600))
def test_no_letter_is_lost_or_moved(spans, width):
    written = "".join("".join(span.text.split(" ")) for span in spans)

    assert _said(break_lines(spans, width)).replace(" ", "") == written


@given(st.lists(st.text(st.characters(codec="ascii", categories=("L",)), min_size=1, max_size=8), min_size=2))
def test_words_stay_apart_over_line_ends(words):
    said = _said(break_lines((Span(" ".join(words), REGULAR, 14.0),), 200.0))

    assert said.split() == words


def test_a_phone_number_moves_to_the_next_line_whole():
    spans = (Span("Ring us on ", REGULAR, 14.0), Span("07565 978310", BOLD, 14.0, whole=True))
    room = (width_of("Ring us on 07565", REGULAR) + 0.5) * 14

    lines = break_lines(spans, room)

    assert [_said([line]).strip() for line in lines] == ["Ring us on", "07565 978310"]


def test_punctuation_after_bold_stays_with_its_word():
    spans = (Span("one two ", REGULAR, 14.0), Span("three", BOLD, 14.0), Span(", four", REGULAR, 14.0))
    room = (width_of("one two ", REGULAR) + width_of("three", BOLD)) * 14 + 0.1

    assert [_said([line]).strip() for line in break_lines(spans, room)] == ["one two", "three, four"]


def test_a_long_address_breaks_after_a_slash():
    address = "www.neuroendocrinecancer.org.uk/advocacy/updates"
    room = width_of("www.neuroendocrinecancer.org.uk/advo", REGULAR) * 14

    first, second = break_lines((Span(address, REGULAR, 14.0),), room)

    assert _said([first]).strip().endswith("/")
    assert _said([second]).strip() == "advocacy/updates"
