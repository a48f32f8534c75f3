"""What the window says of an entry of the register."""

from leaflet_app.domain.selection import Selection
from leaflet_app.gui.register_place.said import said_circumstances
from tests.builders import a_given


def test_the_details_name_the_practice_and_the_disclaimer_that_were_chosen():
    said = dict(said_circumstances(a_given(selection=Selection(practice="hill", disclaimer="trial"))))

    assert (said["Practice"], said["Disclaimer"]) == ("hill", "trial")


def test_the_details_leave_out_what_nobody_chose():
    assert not {"Practice", "Disclaimer"} & set(dict(said_circumstances(a_given())))
