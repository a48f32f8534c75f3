"""Exporting a leaflet."""

from dataclasses import replace
from pathlib import Path

import pytest

from leaflet_app.domain.blocks import Drawing, TearOff, headings
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.sets import TopicSet
from tests.builders import a_library
from tests.cli.conftest import LIBRARY
from tests.fakes import FakeRender, a_desk
from tests.kept import holding
from tests.languages import a_library_in


@pytest.fixture
def render():
    return FakeRender()


@pytest.fixture
def export(run, render):
    """Return `export --output leaflet.pdf` as a function; topics are the insulinoma's unless told."""

    def export(*options, topics="insulinoma", output="leaflet.pdf", library=LIBRARY):
        return run("export", "--topics", topics, "--output", output, *options, desk=a_desk(library, render))

    return export


def test_the_pdf_is_saved_and_the_screen_says_what_it_is(export, render):
    result = export()

    [(leaflet, look)] = render.asked
    assert result.exit_code == 0
    assert Path("leaflet.pdf").read_bytes() == b"%PDF-fake Insulinoma"
    assert result.stdout == f"Saved leaflet.pdf\n2 pages, code {leaflet.code}\n"
    assert look.format is Format.STANDARD


def test_a_draft_is_announced(export):
    assert "Awaiting clinical review. Not yet checked by a clinician." in export(topics="gastrinoma").stdout


def test_topics_may_be_named_in_any_order_with_spaces(export, render):
    export(topics=" insulinoma , net-overview,insulinoma,")

    assert render.asked[0][0].title == "Neuroendocrine tumours and Insulinoma"


@pytest.mark.parametrize("page_format", Format)
def test_every_format_is_offered(export, render, page_format):
    assert export("--format", page_format.value).exit_code == 0
    assert render.asked[0][1].format is page_format


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_is_offered(export, render, theme):
    assert export("--theme", theme.value).exit_code == 0
    assert render.asked[0][1].theme is theme


def test_a_booklet_says_how_to_print_it(export):
    tip = "Print it on both sides, flipped on the short edge."

    assert tip in export("--format", "booklet").stdout
    assert tip not in export("--format", "a5").stdout


def test_a_summary_and_a_sheet_to_tear_off_are_made_on_demand(export, render):
    export()
    export("--summary")
    export("--tear-off")

    whole, short, apart = (leaflet for leaflet, _ in render.asked)
    assert [each.is_summary for each in (whole, short, apart)] == [False, True, False]
    assert [isinstance(each.blocks[-1], TearOff) for each in (whole, short, apart)] == [False, False, True]
    assert len({each.code for each in (whole, short, apart)}) == 3


def test_a_summary_that_is_too_long_is_told_among_the_checks(run, library):
    result = run("export", "--topics", "insulinoma", "--output", "x.pdf", "--summary", "--check", desk=a_desk(library))

    told = " ".join(result.stdout.split())
    assert "Look Summary The summary does not fit on one page; it takes 2 pages" in told


def test_the_language_is_chosen_by_its_tag(run, render):
    desk = a_desk(a_library_in("cy", "ur"), render)

    result = run("export", "--topics", "rights", "--output", "rights.pdf", "--language", "cy", desk=desk)

    assert result.exit_code == 0, result.output
    assert render.asked[0][0].lang == "cy"


def test_english_stands_beside_the_language(run, render):
    desk = a_desk(a_library_in("cy"), render)

    result = run(
        "export", "--topics", "rights", "--output", "r.pdf", "--language", "cy", "--beside", "en-GB", desk=desk
    )

    assert result.exit_code == 0, result.output
    assert render.asked[-1][0].beside.title == "All human beings"


def test_nothing_but_english_stands_beside_a_language(run, render):
    desk = a_desk(a_library_in("cy", "pl"), render)

    result = run("export", "--topics", "rights", "--output", "r.pdf", "--language", "cy", "--beside", "pl", desk=desk)

    assert result.exit_code == 2
    assert "“pl” cannot stand beside another language." in result.stderr


def test_a_language_that_the_library_lacks_is_told_with_those_it_has(run, render):
    desk = a_desk(a_library_in("cy"), render)

    result = run("export", "--topics", "rights", "--output", "rights.pdf", "--language", "tlh", desk=desk)

    assert result.exit_code == 2
    assert result.stderr == "No leaflet can be made in “tlh” yet.\nChoose from: en-GB, cy.\n"


def test_help_shows_how_to_ask_for_each(run):
    said = run("export", "--help").stdout

    for each in ("--format booklet --theme legible-cream", "--summary", "--tear-off", "--language cy"):
        assert f"{each}\n" in said or f" {each} " in said


def test_note_name_and_reference_stand_on_the_page_and_nowhere_else(export, render, home):
    result = export("--note", "Eat often.", "--recipient", "Ann Lee", "--reference", "R-77", "--also", "html,text")

    leaflet = render.asked[0][0]
    assert leaflet.for_person == "For: Ann Lee · R-77"
    assert "Eat often." in Path("leaflet.txt").read_text(encoding="utf-8")
    assert holding(home, "Eat often", "Ann Lee", "R-77") == []
    for private in ("Ann", "Lee", "R-77", "Eat"):
        assert private not in result.output
        assert not any(private in path.name for path in Path().iterdir())


def test_a_section_left_out_is_gone(export):
    export("--also", "text")
    with_sources = Path("leaflet.txt").read_text(encoding="utf-8")
    export("--without", "sources", "--without", "questions", "--also", "text")
    without = Path("leaflet.txt").read_text(encoding="utf-8")

    assert "Where the figures come from" in with_sources
    assert "Where the figures come from" not in without
    assert "Has it spread?" not in without


def test_also_writes_page_and_text_beside_the_pdf(export):
    result = export("--also", "html,text", output="a.leaflet.pdf")

    assert sorted(path.name for path in Path().iterdir()) == ["a.leaflet.html", "a.leaflet.pdf", "a.leaflet.txt"]
    assert result.stdout.splitlines()[:3] == ["Saved a.leaflet.pdf", "Saved a.leaflet.html", "Saved a.leaflet.txt"]
    assert "<h1>Insulinoma</h1>" in Path("a.leaflet.html").read_text(encoding="utf-8")


def test_a_dash_writes_the_pdf_to_standard_output_and_words_to_the_other(export):
    result = export(output="-")

    assert result.stdout_bytes == b"%PDF-fake Insulinoma"
    assert result.stderr.startswith("2 pages, code CL-")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("options", "output", "told"),
    [
        (("--also", "html"), "-", "--also writes files beside the PDF"),
        (("--also", "html"), "leaflet.html", "would write over “leaflet.html”"),
        (("--also", "docx"), "leaflet.pdf", "“docx” is not one of html, text."),
        (("--format", "a6"), "leaflet.pdf", "'a6' is not one of"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(export, render, options, output, told):
    result = export(*options, output=output)

    assert result.exit_code == 2
    assert told in result.stderr
    assert not render.asked
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"topics": "insulimona"}, "There is no topic called “insulimona”.\nDid you mean insulinoma?\n"),
        ({"topics": "zzz"}, "There is no topic called “zzz”.\nRun “leaflet-app topics” to see them all.\n"),
        ({"topics": ","}, "No topic is chosen.\nTick at least one topic.\n"),
        (
            {"output": "missing/leaflet.pdf"},
            "“leaflet.pdf” could not be saved: the folder does not exist. Nothing was lost.\n"
            "Make the folder first, or choose another one.\n",
        ),
    ],
)
def test_a_fault_is_told_with_what_to_do(export, options, told):
    result = export(**options)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


@pytest.mark.parametrize("key", ["urgent", "contact"])
def test_what_keeps_people_safe_cannot_be_left_out(export, key):
    result = export("--without", key)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"The section “{key}” cannot be left out.\n")


def test_an_unknown_section_is_told_with_those_there_are(export):
    result = export("--without", "horoscope")

    assert result.exit_code == 2
    assert "Choose from: glance, glossary, more, questions, sources, support, what." in result.stderr


def test_a_topic_with_faults_cannot_be_exported(export):
    faulty = {"vipoma": (Fault("topics/vipoma/en-GB.md", 3, "the title is empty", "give it one"),)}

    result = export(topics="vipoma", library=a_library(faulty=faulty))

    assert result.exit_code == 2
    assert "topics/vipoma/en-GB.md:3: the title is empty, give it one" in result.stderr


def test_a_long_leaflet_says_what_could_be_left_out(export, render):
    render.pages = 22

    lines = export().stdout.splitlines()

    assert "This is a long leaflet. You could leave out:" in lines
    assert "  --without questions  Questions to ask, about 3.1 pages" in lines


def test_a_set_stands_for_its_topics_and_choices(run, render):
    named = TopicSet("New patient", ("net-overview", "insulinoma"), ("questions",), Format.LARGE)
    desk = a_desk(replace(LIBRARY, sets=(named,)), render)

    result = run("export", "--set", "new patient", "--output", "leaflet.pdf", desk=desk)

    assert result.exit_code == 0, result.output
    [(leaflet, look)] = render.asked
    assert look.format is Format.LARGE
    assert "Insulinoma" in leaflet.title
    assert not any(heading.anchor == "questions" for heading in headings(leaflet.blocks))


def test_a_set_brings_its_theme_summary_and_sheet_to_tear_off(run, render):
    named = TopicSet("New patient", ("insulinoma",), theme=Theme.CREAM, is_summary=True, tear_off=True)
    desk = a_desk(replace(LIBRARY, sets=(named,)), render)

    run("export", "--set", "New patient", "--output", "leaflet.pdf", desk=desk)

    [(leaflet, look)] = render.asked
    assert look.theme is Theme.CREAM
    assert leaflet.is_summary
    assert isinstance(leaflet.blocks[-1], TearOff)


def test_an_option_wins_over_what_a_set_says(run, render):
    desk = a_desk(replace(LIBRARY, sets=(TopicSet("New patient", ("insulinoma",), format=Format.LARGE),)), render)

    run("export", "--set", "New patient", "--format", "letter", "--output", "leaflet.pdf", desk=desk)

    assert render.asked[0][1].format is Format.LETTER


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--set", "zebra"), "There is no set called “zebra”."),
        (("--set", "zebra", "--topics", "insulinoma"), "--set brings its own topics."),
        ((), "No topic is chosen."),
    ],
)
def test_a_set_that_cannot_be_used_is_told(run, options, said):
    result = run("export", *options, "--output", "leaflet.pdf")

    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    ("output", "beside"), [("x.", "x.txt"), ("x", "x.txt"), ("a.b.pdf", "a.b.txt"), ("x.PDF", "x.txt")]
)
def test_the_text_beside_the_pdf_has_its_name_with_one_dot(export, output, beside):
    export("--also", "text", output=output)

    assert {each.name for each in Path().iterdir()} == {output, beside}


def test_a_place_is_marked_for_a_person_and_prints_the_body(export, render, home):
    result = export("--body-mark", "thyroid", "--body-note", "Yours is here.", "--also", "text")

    [body] = [block for leaflet, _ in render.asked for block in leaflet.blocks if isinstance(block, Drawing)]
    assert body.alt == "Marked on the body: pancreas and thyroid. Ringed for you: thyroid."
    assert "- Thyroid: Yours is here." in Path("leaflet.txt").read_text(encoding="utf-8")
    assert "Yours" not in result.output
    assert holding(home, "Yours") == []


def test_only_places_of_the_body_can_be_marked(export):
    result = export("--body-mark", "care")

    assert result.exit_code == 2
    assert "pituitary" in result.output


def test_the_body_is_printed_on_demand_and_its_words_stay_on_the_page(export, render, home):
    export("--body-map")
    result = export("--body-note", "Yours is here.", "--also", "text")

    assert [block.alt for leaflet, _ in render.asked for block in leaflet.blocks if isinstance(block, Drawing)] == [
        "The pancreas lies there; it is marked."
    ] * 2
    assert "Yours is here." in Path("leaflet.txt").read_text(encoding="utf-8")
    assert "Yours" not in result.output
    assert holding(home, "Yours") == []


def test_a_sheet_to_tear_off_without_questions_is_told_of(export):
    told = export("--tear-off", "--without", "questions").stdout

    assert "There is no sheet to tear off: this leaflet asks no questions." in told
    assert "no sheet" not in export("--tear-off").stdout
