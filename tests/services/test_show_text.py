"""The words of a leaflet as they are read."""

from leaflet_app.domain.selection import Recipient
from leaflet_app.services.show_text import words_in_order
from tests.builders import a_leaflet


def test_the_words_follow_each_other_as_they_are_read():
    pieces = words_in_order(a_leaflet(recipient=Recipient("Ann Lee"), tear_off=True)).split("\n\n")

    assert pieces[:5] == [
        "Insulinoma",
        "For people who have it.",
        "For: Ann Lee",
        "Get help fast",
        "Call 999 if:",
    ]
    assert pieces[-1] == "Has it spread?"


def test_a_copy_for_nobody_has_no_empty_piece():
    assert all(words_in_order(a_leaflet()).split("\n\n"))
