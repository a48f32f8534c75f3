"""Pictures beside a topic: each read with its words, each fault told with its line."""

import pytest

from leaflet_app.domain.blocks import plain
from leaflet_app.domain.topic import SectionKey
from leaflet_app.library.check import faults_of_style
from leaflet_app.library.files import content_id
from leaflet_app.library.values import rebuilt, source
from tests.library.folder import FILES, INSULINOMA
from tests.pdf import bad_pictures
from tests.pdf.authors_pictures import a_drawing, a_photograph

LEAD = '[[pictures]]\nfile = "scan.jpg"\nalt = "A scan of the pancreas."\nsection = "tests"\n'
SCAN = "topics/insulinoma/scan.jpg"
URDU = "topics/insulinoma/ur.md"


def with_picture(folder, table=LEAD, content=None, file=SCAN):
    """Put a picture beside the topic, and its table into the front matter."""
    if file:
        folder.write(file, a_photograph(90, 60) if content is None else content)
    folder.change(INSULINOMA, "[review]", f"{table}\n[review]")
    return folder


def test_a_picture_is_read_with_its_words_and_its_section(folder):
    table = LEAD + 'caption = "A **scan** finds the lump in {how_common}."\n'
    library = with_picture(folder, table).read()
    [picture] = library.topics["insulinoma"].pictures

    assert library.faults == ()
    assert (picture.file, picture.section, picture.content) == ("scan.jpg", SectionKey.TESTS, a_photograph(90, 60))
    assert plain(picture.caption) == "A scan finds the lump in about 1 to 3 people in a million."
    assert [run.fact for run in picture.caption if run.fact] == ["how_common"]


@pytest.mark.parametrize(
    ("table", "content", "wrong"),
    [
        (LEAD, a_photograph(90, 60)[:-2], "“scan.jpg” holds more than a picture, or less"),
        (LEAD, a_photograph(90, 60) + b"<script>", "“scan.jpg” holds more than a picture, or less"),
        (LEAD, bad_pictures.turned(), "“scan.jpg” holds more than a picture, or less"),
        (LEAD, a_drawing(), "“scan.jpg” is not a JPG picture"),
        (LEAD, b"<svg/>", "“scan.jpg” is not a JPG picture"),
        (LEAD, b"", "“scan.jpg” is not a JPG picture"),
        (LEAD, bytes(5 << 20), "“scan.jpg” is larger than 4 MB"),
        (LEAD, bad_pictures.blank("RGB", 200, 10, "JPEG"), "has a side more than 10 times longer than the other"),
        (LEAD.replace("A scan of the pancreas.", " "), None, "no words for those who cannot see it"),
        (LEAD.replace("A scan", "A scan " * 20), None, "have more than 125 letters"),
        (LEAD.replace("A scan", "72 scans"), None, "alt holds the figure 72"),
        (LEAD.replace("A scan", "A <b>scan"), None, "a “<” or “>” stands here"),
        (LEAD.replace("tests", "living"), None, "no picture can stand below {#living}"),
        (LEAD.replace('"tests"', '"urgent"'), None, "no picture can stand below {#urgent}"),
        (LEAD.replace("tests", "elsewhere"), None, "is not one of the values"),
        (LEAD.replace("scan.jpg", "../insulinoma/scan.jpg"), None, "cannot name a picture beside this text"),
        (LEAD.replace("scan.jpg", "Scan.jpg"), None, "cannot name a picture beside this text"),
        (LEAD.replace("scan.jpg", "con.jpg"), None, "cannot name a picture beside this text"),
        (LEAD.replace("scan.jpg", "scan.svg"), None, "cannot name a picture beside this text"),
        (LEAD.replace("scan.jpg", "other.jpg"), None, "“other.jpg” cannot be used: the file is missing"),
        (LEAD + LEAD, None, "“scan.jpg” is there twice"),
        (LEAD + 'caption = "- one\\u000a- two"\n', None, "has more than one line"),
        (LEAD + 'caption = "- one"\n', None, "a caption is one paragraph"),
        (LEAD + 'caption = "In 72 people."\n', None, "the figure 72 has no source"),
        (LEAD + f'caption = "{"long " * 70}"\n', None, "a caption has more than 300 letters"),
        (LEAD + 'content = "0000"\n', None, "is not the picture that this text was written with"),
        (LEAD * 13, None, "there are 13 pictures, and 12 is the most"),
        (LEAD + "depth = 3\n", None, "“depth” is not a field of this file"),
    ],
)
def test_each_fault_of_a_picture_names_the_line_of_the_text(folder, table, content, wrong):
    faults = with_picture(folder, table, content).faults()
    first, last = folder.line(INSULINOMA, "[[pictures]]"), folder.line(INSULINOMA, "[review]")

    assert any(wrong in fault for fault in faults)
    for fault in faults:
        file, line, _ = fault.split(":", 2)
        assert file == INSULINOMA
        assert first <= int(line) < last


def test_a_picture_that_is_a_link_is_refused(folder):
    with_picture(folder, file="")
    (folder.root / SCAN).symlink_to(folder.root / "library.toml")

    assert any("this is a link to another place" in fault for fault in folder.faults())


def test_the_text_knows_the_very_picture_it_was_written_with(folder):
    table = f'{LEAD}content = "{content_id(a_photograph(90, 60))}"\n'

    assert with_picture(folder, table).faults() == []


def test_a_picture_that_an_approval_would_not_cover_stops_it(folder):
    with_picture(folder)
    line, identity = folder.line(INSULINOMA, "scan.jpg"), content_id(a_photograph(90, 60))
    told = [str(fault) for fault in faults_of_style(folder.files, folder.read())]

    assert [each for each in told if "picture" in each] == [
        f"{INSULINOMA}:{line}: the text does not say which picture “scan.jpg” is, so an approval would not cover it,"
        f' add content = "{identity}"'
    ]


def test_a_picture_that_no_text_uses_is_told_of(folder):
    with_picture(folder, f'{LEAD}content = "{content_id(a_photograph(90, 60))}"\n')
    folder.write("topics/insulinoma/left-over.png", a_drawing(80, 40))
    told = [str(fault) for fault in faults_of_style(folder.files, folder.read())]

    assert [each for each in told if "picture" in each] == [
        "topics/insulinoma/left-over.png:1: warning: no text uses this picture,"
        " name it under [[pictures]] of its topic, or remove it"
    ]


def translated(words: str) -> str:
    """Return the Urdu text of the folder's topic, as far as these tests look."""
    text = FILES[INSULINOMA].replace('lang = "en-GB"', 'lang = "ur"\ntranslates = "0.1.0"')
    for line in ("kind =", 'site = "', "shared =", "support =", "bank ="):
        text = "\n".join(each for each in text.split("\n") if not each.startswith(line))
    text = text.replace(", low = 1, high = 3, per = 1_000_000", "").replace(', sources = ["cruk"]', "")
    return text.replace("[review]", f"{words}\n[review]")


@pytest.mark.parametrize(
    ("table", "words", "wrong"),
    [
        (LEAD, '[[pictures]]\nfile = "other.jpg"\nalt = "ب"\n', "the English text has no picture “other.jpg”"),
        (LEAD, '[[pictures]]\nfile = "scan.jpg"\nalt = ""\n', "no words for those who cannot see it"),
        (LEAD, '[[pictures]]\nfile = "scan.jpg"\nalt = "ب"\ncaption = "ب"\n', "is not in both languages"),
        (f'{LEAD}caption = "In {{how_common}}."\n', "", "names a fact and is not translated"),
    ],
)
def test_a_translation_says_what_the_english_text_says(folder, table, words, wrong):
    with_picture(folder, table)
    folder.write(URDU, translated(words))

    assert any(fault.startswith(URDU) and wrong in fault for fault in folder.faults())


def test_a_translation_shows_the_english_picture_with_words_of_its_own(folder):
    with_picture(folder)
    folder.write(URDU, translated('[[pictures]]\nfile = "scan.jpg"\nalt = "لبلبہ"\n'))
    [picture] = folder.read().translations["ur"].topics["insulinoma"].pictures

    assert (picture.alt, picture.lang, picture.content) == ("لبلبہ", "ur", a_photograph(90, 60))


def test_a_translation_without_words_for_a_picture_says_the_english_ones(folder):
    with_picture(folder)
    folder.write(URDU, translated(""))
    [picture] = folder.read().translations["ur"].topics["insulinoma"].pictures

    assert (picture.alt, picture.lang) == ("A scan of the pancreas.", "en-GB")


def test_a_picture_is_kept_for_the_next_start(folder):
    topic = with_picture(folder, LEAD + 'caption = "It shows {how_common}."\n').read().topics["insulinoma"]

    assert rebuilt(source(topic)) == topic
