"""Links come from outside: read through one gate, and read back as they were meant."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.errors import LeafletError, LinkNotUnderstood
from leaflet_app.domain.typed import typed_line
from leaflet_app.services.open_link import LONGEST_LINK, is_link, link_of, read_link
from tests.builders import a_library, a_topic

LIBRARY = a_library(a_topic("insulinoma"), a_topic("vipoma"))
INFOBUTTON = "mainSearchCriteria.v.c=C25.4&mainSearchCriteria.v.cs=2.16.840.1.113883.6.3"


@given(st.text(st.characters(categories=("L", "N", "P")), max_size=40))
def test_a_link_of_our_own_brings_back_what_it_was_made_of(reference):
    launch = read_link(link_of(("insulinoma", "vipoma"), reference), LIBRARY)

    assert launch.topics == ("insulinoma", "vipoma")
    assert launch.reference == typed_line(reference)


@pytest.mark.parametrize(
    "link",
    [
        "leaflet:?topics=vipoma&print=yes",
        "leaflet:?topics=vipoma&email=a@b.test",
        "leaflet:?topics=vipoma&topics=insulinoma",
        "leaflet:?topics=%ff",
        "leaflet:?" + "a=b&" * 60,
        "leaflet:?topics=" + "v" * LONGEST_LINK,
        "https://example.org/?topics=vipoma",
        "file:///etc/passwd?" + INFOBUTTON,
        "javascript:alert(1)",
        "leaflet:?reference=A%0AB",
        "",
    ],
)
def test_a_link_that_asks_for_more_than_it_may_is_refused(link):
    with pytest.raises(LinkNotUnderstood):
        read_link(link, LIBRARY)


@pytest.mark.parametrize("start", ["https://record.test/?", "leaflet:infobutton?"])
def test_an_infobutton_request_is_read_and_what_the_program_needs_not_is_passed_over(library, start):
    launch = read_link(f"{start}{INFOBUTTON}&age.v.v=67&patientPerson.administrativeGenderCode.c=F", library)

    assert launch.topics == ()
    assert "insulinoma" in launch.offered


@given(st.text(max_size=200))
def test_no_link_can_do_more_than_be_refused(text):
    with contextlib.suppress(LeafletError):
        launch = read_link(f"leaflet:?{text}", LIBRARY)

        assert set(launch.topics) <= set(LIBRARY.topics)


def test_only_links_of_our_own_are_taken_from_the_command_line():
    assert is_link("leaflet:?topics=vipoma")
    assert is_link("LEAFLET:?topics=vipoma")
    assert not is_link("export")


@pytest.mark.parametrize("odd", [chr(0xDCFF), chr(0xD800)])
def test_bytes_that_are_no_text_are_refused_and_no_fault(odd):
    with pytest.raises(LinkNotUnderstood):
        read_link(link_of(("insulinoma",), odd), LIBRARY)
