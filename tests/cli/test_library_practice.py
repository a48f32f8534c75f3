"""Keeping the practices from the command line."""

import pytest

from leaflet_app.services import library_store
from leaflet_app.services.settings import change as set_to
from tests.builders import SHIPPED_LIBRARY
from tests.fakes import a_desk


@pytest.fixture
def practice(run, library, home):
    """Return “library practice” as a function on one desk of the shipped library, at which Ada Hill works."""
    desk = a_desk(library, home=home)
    set_to(desk, "library.editor", "Ada Hill")
    return lambda *arguments: run("library", "practice", *arguments, desk=desk)


def test_practices_are_listed_with_this_desk_s_marked(practice):
    practice("add", "hill", "--consultant", "Dr Ada Hill", "--phone", "020 7946 0000 ext 4")

    assert [line.split() for line in practice("list").stdout.splitlines()] == [
        ["*", "practice", "Dr", "Mark", "Vanderpump"],
        ["hill", "Dr", "Ada", "Hill"],
    ]
    assert practice("show", "hill").stdout.splitlines()[-1] == "The phone rings tel:+442079460000;ext=4"


def test_a_detail_is_set_and_shown(practice):
    assert practice("set", "address", "1 High Street", "Hill").stdout.startswith("Kept as version ")
    assert "1 High Street, Hill" in practice("show").stdout
    assert practice("set", "address", "1 High Street", "Hill").stdout == "Nothing to change: it is so already.\n"
    practice("set", "address")
    assert "High Street" not in practice("show").stdout


def test_what_cannot_be_printed_is_refused_in_two_sentences(practice):
    result = practice("set", "phone", "(020) 7946-0000")

    assert result.exit_code == 2
    assert result.stderr == (
        "The library was not changed: “Phone” cannot be printed as it stands.\nWrite it as 020 7946 0000.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("set", "phone", "1", "2"), "takes one value"),
        (("set", "fax", "1"), "'fax' is not one of"),
        (("colours", "--band", "red"), "is no colour"),
        (("logo", "none.png"), "No such file"),
        (("show", "north"), "There is no practice called “north”"),
    ],
)
def test_a_slip_is_told(practice, arguments, told):
    result = practice(*arguments)

    assert result.exit_code
    assert told in result.stderr


def test_a_colour_that_is_too_faint_is_refused_with_the_nearest_that_passes(practice):
    result = practice("colours", "--band", "#ffff00")

    assert "1.07 to 1  too faint  White words on the band" in result.stdout
    assert result.stderr.splitlines()[-1] == "The nearest colour that passes is #6B6B00."
    assert practice("colours", "--band", "#6B6B00").exit_code == 0
    assert "band             #6B6B00" in practice("show").stdout


def test_a_logo_is_taken_in_with_words_for_it(practice, tmp_path):
    logo = str(SHIPPED_LIBRARY / "practice" / "logo.png")

    assert "Describe the logo" in practice("logo", logo).stderr
    told = practice("logo", logo, "--alt", "A leaf").stdout
    assert told.startswith("It is easy to see on your colour.\n")
    assert "logo.png, “A leaf”" in practice("show").stdout
    practice("logo")
    assert "“A leaf”" not in practice("show").stdout


def test_a_file_that_is_no_picture_is_refused(practice, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"<svg/>")

    assert practice("logo", str(tmp_path / "logo.png"), "--alt", "x").exit_code == 2


def test_a_leaflet_is_made_for_the_practice_that_is_named(practice, run, library, home):
    desk = a_desk(library, home=home)
    hill = ("add", "hill", "--consultant", "Dr Ada Hill", "--phone", "020 7946 0000", "--author", "Ada Hill")
    run("library", "practice", *hill, desk=desk)

    assert run("export", "--topics", "insulinoma", "--output", "a.pdf", "--practice", "hill", desk=desk).exit_code == 0
    assert desk.render.asked[-1][0].band.name == "Dr Ada Hill"
    refused = run("export", "--topics", "insulinoma", "--output", "b.pdf", "--practice", "north", desk=desk)
    assert refused.exit_code == 2
    assert "Choose from: practice, hill." in refused.stderr


def test_a_change_must_be_signed_and_says_how(run, library, home):
    desk = a_desk(library, home=home)
    refused = run("library", "practice", "set", "name", "Hill Clinic", desk=desk)

    assert refused.exit_code == 2
    assert refused.stderr == (
        "The library was not changed: nobody is named for its history.\n"
        "Add --author “YOUR NAME”, or set it once: leaflet-app settings set library.editor “YOUR NAME”.\n"
    )
    named = ("library", "practice", "set", "name", "Hill Clinic", "--author", "Ada Hill")
    assert run(*named, desk=desk).exit_code == 0
    assert library_store.history(desk)[0].author == "Ada Hill"
    assert run("library", "practice", "set", "name", desk=desk).exit_code == 2


def test_a_practice_is_removed_and_brought_back(practice, run):
    practice("add", "hill", "--consultant", "Dr Ada Hill", "--phone", "020 7946 0000")

    assert practice("remove", "hill").stdout == (
        "Dr Ada Hill is removed. Leaflets already given stay as they are.\n"
        "To bring it back: leaflet-app library practice bring-back hill\n"
    )
    assert "hill" not in practice("list").stdout
    assert practice("removed").stdout == "hill  Dr Ada Hill, removed 22 Nov 2026\n"
    assert practice("bring-back", "hill").stdout.startswith("Kept as version ")
    assert practice("show", "hill").exit_code == 0
    assert practice("removed").stdout == "No practice was removed.\n"


def test_the_first_practice_is_never_removed(practice):
    refused = practice("remove", "practice")

    assert refused.exit_code == 2
    assert "the first practice stands in" in refused.stderr


def test_where_this_desk_s_practice_is_removed_the_first_stands_in_and_that_is_said(run, library, home):
    desk = a_desk(library, home=home)
    set_to(desk, "library.editor", "Ada Hill")
    run("library", "practice", "add", "hill", "--consultant", "Dr Ada Hill", "--phone", "020 7946 0000", desk=desk)
    set_to(desk, "library.practice", "hill")
    told = run("library", "practice", "remove", "hill", desk=desk)
    assert "This desk's leaflets bear Dr Mark Vanderpump now." in told.stdout

    made = run("export", "--topics", "insulinoma", "--output", "a.pdf", desk=desk)
    assert made.exit_code == 0
    assert "is no longer in the library: leaflets bear Dr Mark Vanderpump." in made.stderr
    assert desk.render.asked[-1][0].band.name == "Dr Mark Vanderpump"
