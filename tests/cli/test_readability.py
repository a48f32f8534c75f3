"""How hard the library is to read, on the command line."""

import json

from leaflet_app.domain.topic import SectionKey
from tests.builders import a_library, a_section, a_topic
from tests.fakes import a_desk

HARD = "Considerable heterogeneity characterises neuroendocrine malignancies."


def a_desk_of(*said, bullets=()):
    section = a_section(SectionKey.WHAT, "What is it?", *said, bullets=bullets)
    return a_desk(a_library(a_topic("insulinoma", sections=(section,)), shared={}))


def test_each_text_has_a_row_below_the_headings(run):
    lines = run("library", "readability", desk=a_desk_of("The lump is seen. It is small.")).stdout.splitlines()

    assert lines == [
        "text        words  over 20  grade  bullets  age  SMOG  ease  passive",
        "insulinoma      7        0    0.0      0.0    5   3.1   119      50%",
        "",
        "Prose above grade 6: 0 of 1 text.",
    ]


def test_hard_prose_is_counted(run):
    assert "Prose above grade 6: 1 of 1 text." in run("library", "readability", desk=a_desk_of(HARD)).stdout


def test_programs_get_prose_bullets_and_all_apart(run):
    desk = a_desk_of("It is small. " + "word " * 21, bullets=("pain",))

    [text] = json.loads(run("library", "readability", "--json", desk=desk).stdout)

    assert text["id"] == "insulinoma"
    assert [text[part]["words"] for part in ("prose", "bullets", "whole")] == [24, 1, 25]
    assert text["whole"]["sentences_over_20_words"] == 1
    assert text["prose"]["age"] == text["prose"]["grade"] + 5
    assert {"smog", "ease", "passive_share"} < text["prose"].keys()
