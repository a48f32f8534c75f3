import pytest

from leaflet_app.domain.print_words import as_booklet, on_sheets, standing_said
from leaflet_app.domain.printing import JobStanding, JobState, Sides


@pytest.mark.parametrize(
    ("pages", "sides", "copies", "said"),
    [
        (4, Sides.LONG_EDGE, 2, "4 pages on 2 sheets of A4, 2 copies"),
        (5, Sides.SHORT_EDGE, 1, "5 pages on 3 sheets of A4"),
        (1, Sides.ONE, 1, "1 page on 1 sheet of A4"),
        (3, None, 1, "3 pages on A4"),
    ],
)
def test_what_will_come_out_is_said_beforehand(pages, sides, copies, said):
    assert on_sheets(pages, "A4", sides, copies) == said


def test_a_booklet_counts_its_folded_sheets():
    assert as_booklet(9, 2) == "A booklet on 3 sheets of A4, 2 copies, to fold in the middle"
    assert as_booklet(0, 1) == "A booklet on sheets of A4, to fold in the middle"


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (JobStanding(JobState.PRINTING), "Printing on Front desk…"),
        (JobStanding(JobState.WAITING), "Waiting for Front desk…"),
        (JobStanding(JobState.STOPPED, "paper jam"), "Front desk has stopped: paper jam."),
        (JobStanding(JobState.PRINTING, "toner is low"), "Printing on Front desk: toner is low."),
        (JobStanding(JobState.DONE), "Printed on Front desk."),
    ],
)
def test_how_far_it_is_is_said_in_plain_words(standing, said):
    assert standing_said(standing, "Front desk") == said


def test_every_state_has_words():
    assert all(standing_said(JobStanding(state), "Front desk") for state in JobState)
