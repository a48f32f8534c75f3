"""Letters join, words stand in their order, lines hold what they can, and nothing is lost."""

from itertools import pairwise

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Run, words
from leaflet_app.domain.look import Theme
from leaflet_app.pdf.fonts.composed import with_composed
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.fonts.faces import face, width_of
from leaflet_app.pdf.fonts.families import family_of
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.set_text import SetText
from leaflet_app.pdf.text.setting import Inks
from leaflet_app.pdf.text.shaping.clusters import clusters, width_of_clusters
from leaflet_app.pdf.text.shaping.text import ShapedText
from leaflet_app.pdf.text.typeset import typeset
from tests.languages import RIGHTS

NASKH, NASTALIQ = "NotoNaskhArabic-Regular", "NotoNastaliqUrdu-Regular"
FACES = pytest.mark.parametrize(("face_name", "lang"), [(NASKH, "ar"), (NASTALIQ, "ur")])
STYLE = Style(14)
ARABIC_WORDS = st.text("ابتجدرسعلمنهوي", min_size=1, max_size=9)
LATIN_WORDS = st.text("abcXYZ019()/.-", min_size=1, max_size=12)
TEXTS = st.lists(ARABIC_WORDS | LATIN_WORDS, min_size=1, max_size=20).map(" ".join)


def inks(lang):
    return Inks(family_of(Theme.STANDARD, lang), "#0000FF", "صفحة 00", lang)


def set_in(lang, *runs, width=300.0):
    return typeset((runs,), STYLE, inks(lang), width)


def seen(line):
    """Return a line's segments as they stand from left to right, each with the letters as they are read."""
    return [placed.segment.text for placed in sorted(line, key=lambda placed: placed.left)]


def joined(word, start=0, end=None, face_name=NASKH, lang="ar"):
    """Return the letters of a part of a word."""
    end = len(word) if end is None else end
    return clusters(word[start:end], word[:start], word[end:], face_name, lang)


@FACES
def test_a_letter_takes_another_shape_at_the_start_in_the_middle_and_at_the_end_of_a_word(face_name, lang):
    shapes = {joined("ههه", at, at + 1, face_name, lang)[0].glyph.parts[0].glyph for at in range(3)}

    assert len(shapes) == 3


@FACES
def test_a_letter_and_its_dots_are_one_glyph_that_says_the_letter(face_name, lang):
    letters = joined("بنت", 0, 3, face_name, lang)

    assert [letter.text for letter in letters] == ["ت", "ن", "ب"]
    assert all(len(letter.glyph.parts) > 1 for letter in letters)


def test_a_mark_says_itself_and_takes_no_width():
    mark, letter = joined("شَ", 0, 2)

    assert (mark.text, letter.text) == ("َ", "ش")
    assert mark.glyph.advance == 0


def test_a_bold_letter_within_a_word_still_joins_its_neighbours():
    whole, middle = joined("بيت", 0, 3), joined("بيت", 1, 2)

    assert middle[0].glyph.parts == whole[1].glyph.parts
    (line,) = set_in("ar", Run("ب"), Run("ي", bold=True), Run("ت")).lines
    (bold,) = line[1].segment.clusters
    assert bold == joined("بيت", 1, 2, "NotoNaskhArabic-Bold")[0]


@FACES
def test_a_word_is_as_wide_beside_others_as_alone(face_name, lang):
    sentence = RIGHTS[lang][0]
    buffer = hb.Buffer()
    buffer.add_str(sentence)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", lang
    hb.shape(face(face_name).hb, buffer)
    together = sum(place.x_advance for place in buffer.glyph_positions) / face(face_name).hb.face.upem
    spaces = sentence.count(" ") * width_of_clusters(joined(" ", 0, 1, face_name, lang), face_name)

    alone = [width_of_clusters(joined(each, 0, len(each), face_name, lang), face_name) for each in sentence.split()]

    assert sum(alone) + spaces == pytest.approx(together)


@FACES
def test_a_composed_glyph_is_drawn_as_its_parts_are(face_name, lang):
    of = face(face_name)
    wanted = [letter.glyph for letter in joined("پیچیدہ", 0, 6, face_name, lang)]
    file, first = with_composed(of.file.read_bytes(), wanted)
    font = hb.Font(hb.Face(file))

    for number, glyph in enumerate(wanted, first):
        boxes = [(part, of.hb.get_glyph_extents(part.glyph)) for part in glyph.parts]
        drawn = font.get_glyph_extents(number)
        assert font.get_glyph_h_advance(number) == glyph.advance
        assert drawn.x_bearing == min(part.x + box.x_bearing for part, box in boxes)
        assert drawn.y_bearing == max(part.y + box.y_bearing for part, box in boxes)
        assert drawn.y_bearing + drawn.height == min(part.y + box.y_bearing + box.height for part, box in boxes)


def test_one_code_is_one_glyph_with_one_text():
    fonts = EmbeddedFonts(())
    first, second = (letter.glyph for letter in joined("بن", 0, 2))

    codes = [fonts.code(NASKH, "ن", first), fonts.code(NASKH, "ن", first), fonts.code(NASKH, "ي", first)]

    assert codes[0] == codes[1] != codes[2] != fonts.code(NASKH, "ب", second)


def test_plain_latin_text_is_not_shaped():
    assert isinstance(set_in("en-GB", Run("Zoë said “café” – 5 µg (½).")), SetText)
    assert isinstance(set_in("en-GB", Run("Her name is سارة.")), ShapedText)
    assert isinstance(set_in("ar", Run("Zoë")), ShapedText)


def test_an_arabic_line_starts_at_the_right_and_an_english_one_at_the_left():
    (arabic,) = set_in("ar", Run("اسمي Zoë Smith.")).lines
    (english,) = set_in("en-GB", Run("Her name is سارة علي, she says.")).lines

    assert seen(arabic) == [".", "Zoë", " ", "Smith", " ", "اسمي"]
    assert max(placed.right for placed in arabic) * STYLE.size == pytest.approx(300)
    assert seen(english)[:6] == ["Her", " ", "name", " ", "is", " "]
    assert seen(english)[6:9] == ["علي", " ", "سارة"]
    assert english[0].left == 0


def test_latin_letters_and_numbers_are_set_in_the_leaflets_own_face():
    (line,) = set_in("ur", Run("دوا Lanreotide 120 (٪)")).lines
    faces = {placed.segment.text: placed.segment.face for placed in line}

    assert faces["Lanreotide"] == faces["120"] == "SourceSans3-Regular"
    assert faces["دوا"] == faces["(٪)"] == NASTALIQ


@pytest.mark.parametrize("kept_apart", [{"link": "tel:1"}, {"lang": "en-GB"}, {"whole": True}])
def test_what_has_its_own_order_does_not_touch_what_stands_around_it(kept_apart):
    (line,) = set_in("ar", Run("انظر Ann "), Run("Lee, Bob.", **kept_apart)).lines
    said = "".join(text.replace("\u00a0", " ") for text in seen(line))

    assert said == "Lee, Bob. Ann انظر"


def test_a_number_stands_clear_of_nastaliq():
    (line,) = set_in("ur", Run("دوا 120 دوا دوا")).lines
    spaces = [placed.segment.width for placed in line if placed.segment.text == " "]

    assert spaces[0] == spaces[1] == width_of(" ", "SourceSans3-Regular") > spaces[2]


@pytest.mark.parametrize("width", [85.0, 140.0, 400.0])
def test_a_phone_number_stays_on_one_line_and_in_order(width):
    said = set_in("ar", Run("اتصل على "), Run("020 7946 0000", whole=True, link="tel:+442079460000"), width=width)

    (line,) = [line for line in said.lines if any("7946" in placed.segment.text for placed in line)]
    assert "020\u00a07946\u00a00000" in seen(line)


def test_a_link_lies_over_its_words_only():
    said = set_in("ar", Run("اقرأ "), Run("هذه الصفحة", link="https://example.org"), Run(" الآن"))
    (line,) = said.lines
    within = [placed for placed in line if placed.segment.text in {"هذه", "الصفحة"}]

    (link,) = said.links
    assert link.start == pytest.approx(min(placed.left for placed in within) * STYLE.size)
    assert link.end == pytest.approx(max(placed.right for placed in within) * STYLE.size)
    assert said.inlines[link.owner - 1].role == "Link"


def test_every_stretch_says_its_words_in_a_tag_below_its_link():
    said = set_in("ar", Run("اقرأ "), Run("هذه الصفحة", link="tel:1"), Run(" Zoë", lang="en-GB"))

    assert [(each.role, each.parent, each.actual) for each in said.inlines] == [
        ("Span", 0, "اقرأ "),
        ("Link", 0, ""),
        ("Span", 2, "هذه الصفحة"),
        ("Span", 0, ""),
        ("Span", 4, " Zoë"),
    ]


@pytest.mark.parametrize("number", ["7", "12", "104"])
def test_a_page_number_of_any_length_moves_nothing_else(number):
    said = set_in("ar", Run("انظر"), Run("هنا", link="#here"), Run(" ثم ارجع"))
    pieces = [*said.shown(EmbeddedFonts(()), 0, len(said.lines))]
    (paged,) = [piece for piece in pieces if piece.page_of]

    move, digits = paged.showing(number).split("[")[1].split("(")
    assert paged.page_of == "here"
    assert int(move) - int(paged.code.split("[")[1].split("(")[0]) == pytest.approx(497 * (len(number) - 2), abs=2)
    assert len(digits.split(")")[0].encode("latin-1")) >= 2 * len(number)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["ar", "ur", "en-GB"]), st.floats(60, 400))
def test_lines_hold_every_letter_once_and_are_never_too_wide(text, lang, width):
    said = typeset((words(f"{text} ا"),), STYLE, inks(lang), width)

    assert "".join(placed.segment.text for line in said.lines for placed in line) == f"{text} ا"
    for line in said.lines:
        inside = [placed for placed in line if placed.segment.text != " "]
        assert min(placed.left for placed in inside) * STYLE.size >= -0.01
        assert max(placed.right for placed in inside) * STYLE.size <= width + 0.01


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["ar", "ur", "en-GB"]))
def test_segments_stand_side_by_side_without_gap_or_overlap(text, lang):
    for line in typeset((words(f"{text} ا"),), STYLE, inks(lang), 200.0).lines:
        order = sorted(line, key=lambda placed: placed.left)
        assert all(one.right == pytest.approx(other.left) for one, other in pairwise(order))


@FACES
def test_no_letter_of_a_line_reaches_into_the_next(face_name, lang):
    said = typeset((words(" ".join(RIGHTS[lang])),), STYLE, inks(lang), 300.0)
    of, size = face(face_name), STYLE.size / face(face_name).hb.face.upem
    parts = (
        part
        for line in said.lines
        for placed in line
        for letter in placed.segment.clusters
        if placed.segment.face == face_name
        for part in letter.glyph.parts
    )
    reaches = [(part.y, of.hb.get_glyph_extents(part.glyph)) for part in parts]
    highest = max(y + box.y_bearing for y, box in reaches) * size
    lowest = min(y + box.y_bearing + box.height for y, box in reaches) * size

    assert highest <= said.drop
    assert -lowest <= said.line_height - said.drop + 0.05


def test_a_word_without_end_is_set_in_time():
    said = typeset((words("ب" * 20_000),), STYLE, inks("ar"), 300.0)

    assert sum(len(placed.segment.text) for line in said.lines for placed in line) == 20_000
