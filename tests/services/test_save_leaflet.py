"""Saving a leaflet, and the name it is offered under."""

import io

from leaflet_app.domain.selection import Recipient
from leaflet_app.services.save_leaflet import file_name, pour, save
from tests.builders import a_leaflet, a_topic

PERSON = Recipient("John Smith", "Hospital 4711")


def test_the_file_holds_every_byte(tmp_path):
    save(tmp_path / "leaflet.pdf", b"%PDF\x00\r\n\xff")

    assert (tmp_path / "leaflet.pdf").read_bytes() == b"%PDF\x00\r\n\xff"


def test_a_stream_gets_every_byte():
    stream = io.BytesIO()

    pour(stream, b"%PDF\x00\r\n\xff")

    assert stream.getvalue() == b"%PDF\x00\r\n\xff"


def test_the_name_tells_neither_the_person_nor_the_condition():
    leaflet = a_leaflet(a_topic("insulinoma"), recipient=PERSON, note="You were right to come.")

    name = file_name(leaflet)

    assert name == f"leaflet-{leaflet.code}.pdf"
    assert not any(word in name.casefold() for word in ("insulinoma", "john", "smith", "4711"))


def test_the_name_is_the_same_for_every_person():
    assert file_name(a_leaflet(recipient=PERSON)) == file_name(a_leaflet())
