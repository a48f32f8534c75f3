import pytest

from leaflet_app.cli import print as printing
from leaflet_app.domain.printing import Ink, JobStanding, JobState, PrintChoices, Printer, Sides
from leaflet_app.services.settings import change
from tests.cli.conftest import LIBRARY
from tests.fakes import FakePrinting, FakeTools, a_desk


@pytest.fixture
def desk(home):
    return a_desk(LIBRARY, home=home)


@pytest.fixture
def sent(desk):
    return desk.tools.printing.sent


@pytest.fixture(autouse=True)
def look_again_at_once(monkeypatch):
    monkeypatch.setattr(printing, "LOOK_AGAIN", 0)


def test_a_leaflet_goes_to_the_printer_and_its_code_is_told(run, desk, sent):
    result = run("print", "--topics", "insulinoma", desk=desk)

    assert result.exit_code == 0, result.output
    [(_, title, choices)] = sent
    assert result.output == f"Sent to front-desk: 2 pages, code {title}\n"
    assert choices == PrintChoices(paper="A4")


def test_every_choice_reaches_the_printer(run, desk, sent):
    result = run(
        *("print", "--topics", "insulinoma", "--printer", "colour", "--copies", "2", "--pages", "2"),
        *("--sides", "short", "--ink", "grey", "--paper", "A5"),
        desk=desk,
    )

    assert sent[0][2] == PrintChoices("colour", 2, "2", Sides.SHORT_EDGE, Ink.GREY, "A5", is_fitted=True)
    assert "pages 2, 2 copies" in result.output
    assert "made smaller to fit A5" in result.output


def test_what_is_not_said_is_as_this_place_likes_it(run, desk, sent):
    change(desk, "printing.printer", "colour")
    change(desk, "printing.copies", "3")

    run("print", "--topics", "insulinoma", desk=desk)

    assert (sent[0][2].printer, sent[0][2].copies) == ("colour", 3)


def test_a_booklet_is_flipped_on_the_short_edge(run, desk, sent):
    run("print", "--topics", "insulinoma", "--booklet", desk=desk)

    assert sent[0][2].sides is Sides.SHORT_EDGE


def test_waiting_says_each_step_once(run, desk):
    result = run("print", "--topics", "insulinoma", "--wait", desk=desk)

    assert result.output.splitlines()[1:] == ["Printing on front-desk…", "Printed on front-desk."]
    assert result.exit_code == 0


def test_a_job_that_fails_meanwhile_ends_the_command_with_2(run, home):
    class Failing(FakePrinting):
        def standing(self, job):
            return JobStanding(JobState.FAILED, "out of toner")

    desk = a_desk(LIBRARY, home=home, tools=FakeTools(printing=Failing()))

    result = run("print", "--topics", "insulinoma", "--wait", desk=desk)

    assert result.exit_code == 2
    assert "front-desk did not print it: out of toner." in result.output


def test_an_unknown_printer_is_told_in_two_sentences(run, desk):
    result = run("print", "--topics", "insulinoma", "--printer", "attic", desk=desk)

    assert result.exit_code == 2
    assert result.output == (
        "The leaflet could not be printed: there is no printer called “attic”.\nChoose another printer.\n"
    )


def test_printers_are_listed_with_what_they_can(run, home):
    jammed = Printer("kitchen", "Kitchen", papers=("A4",), said="paper jam")
    front = Printer("front-desk", "Front desk", is_default=True, is_two_sided=True, is_colour=True)
    desk = a_desk(LIBRARY, home=home, tools=FakeTools(printing=FakePrinting(front, jammed)))

    assert run("print", "--list-printers", desk=desk).output.splitlines() == [
        "front-desk  Front desk (the default, both sides, colour)",
        "kitchen  Kitchen (A4, paper jam)",
    ]


def test_no_name_reaches_screen_or_queue(run, desk, sent):
    result = run("print", "--topics", "insulinoma", "--recipient", "Ann Onymous", "--reference", "REF 77", desk=desk)

    assert "Onymous" not in result.output + sent[0][1]
    assert "REF" not in result.output + sent[0][1]
