"""The gates for ids, links, numbers and pictures."""

import re
import struct
import zlib
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.library.addresses import email_refused, https_refused, is_email, is_https, is_link, is_phone
from leaflet_app.library.ids import is_id
from leaflet_app.library.pictures import pixels_of
from tests.builders import SHIPPED_LIBRARY


@pytest.mark.parametrize("text", ["a", "insulinoma", "net-overview", "men1", "5-hiaa", "a" * 64, "com10", "console"])
def test_ids_are_plain_words(text):
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "-a", "a-", "A", "a b", "a.b", "..", "a/b", "con", "nul", "com1", "lpt9", "a" * 65, "é", "a\n", "ａ", "a:b"],
)
def test_what_a_computer_may_not_name_a_folder_is_no_id(text):
    assert not is_id(text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://www.nhs.uk/conditions/a-b/?q=1&r=%20#top",
        "https://example.org:8443/a_(b)",
        "mailto:dr.a+b@example.org",
        "topic:net-overview",
    ],
)
def test_authors_may_link_to_pages_mail_and_topics(address):
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#here",
        "http://example.org",
        "HTTPS://example.org",
        "https://",
        "https://localhost",
        "https://user@example.org",
        "https://example.org@evil.org",
        "https://example.org\\evil",
        "https://example.org/a b",
        "https://exämple.org",
        "https://example.org/\u202e",
        "https://example.org/" + "a" * 500,
        "//example.org",
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "file:///etc/passwd",
        "smb://host/share",
        "ms-word:ofe|u|https://example.org",
        "\\\\host\\share",
        "tel:999",
        "mailto:a@example.org,b@example.org",
        "mailto:a@example.org?bcc=b@example.org",
        "mailto:Ada <a@example.org>",
        "mailto:a@example.org\nbcc:b@example.org",
        "topic:",
        "topic:../evil",
        "topic:Insulinoma",
    ],
)
def test_nothing_else_is_a_link(address):
    assert not is_link(address)


@given(st.text(st.sampled_from('/?#@:.%\\<>"[]{}|^` \n\u202eaé1'), max_size=12).map("https://example.org{}".format))
def test_an_address_that_passes_leads_to_the_host_it_shows(address):
    if is_https(address):
        parts = urlsplit(address)
        assert (
            parts.netloc.partition(":")[0] == parts.hostname == re.split("[/?#:]", address.removeprefix("https://"))[0]
        )
        assert not re.search(r'[\s<>"\\\u202e]', address)


@pytest.mark.parametrize("number", ["07565 978310", "0800 434 6476", "+44 20 7946 0000", "111", "116 123"])
def test_numbers_that_ring(number):
    assert is_phone(number)


@pytest.mark.parametrize("number", ["", "+44 (0)20 7946", "0800  434", "call me", "0800-434", "12", "0" * 16, "٠٨٠٠"])
def test_numbers_that_do_not(number):
    assert not is_phone(number)


@pytest.mark.parametrize("address", ["a@example.org", "a.b-c_d+e@mail.example.co.uk"])
def test_plain_mail_addresses(address):
    assert is_email(address)


def a_png(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(header))


def test_a_pictures_size_is_read_from_its_header():
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, 40, 30)
    jpeg = b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"xx" + frame

    assert pixels_of(a_png(300, 200)) == (300, 200)
    assert pixels_of(jpeg) == (30, 40)


def test_the_shipped_logo_is_a_picture():
    logo = SHIPPED_LIBRARY / "practice" / "logo.png"

    assert pixels_of(logo.read_bytes()) is not None


@pytest.mark.parametrize("start", [b"", b"<svg", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"%PDF-"])
def test_nothing_else_is_a_picture(start):
    assert pixels_of(start) is None


@given(st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"]), st.binary())
def test_any_bytes_have_a_size_or_none(start, rest):
    assert pixels_of(start + rest) is None or len(pixels_of(start + rest)) == 2


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("example.org", "https://example.org"),
        ("www.example.org/contact", "https://www.example.org/contact"),
        ("http://example.org", "https://example.org"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("https:/example.org", "https://example.org"),
        ("https//example.org", "https://example.org"),
        ("https:// example.org", "https://example.org"),
        ("<https://example.org>", "https://example.org"),
        ("https://example.org,", "https://example.org"),
        ("https://example.org.", "https://example.org"),
    ],
)
def test_a_web_address_that_is_nearly_one_is_told_how_to_be_written(typed, better):
    assert https_refused(typed) == f"write it as {better}"
    assert https_refused(better) == ""


@pytest.mark.parametrize(
    "typed",
    """https://localhost|https://192.168.0.1|https://user:pass@example.org|ftp://example.org|javascript:alert(1)
ask reception|https://example..org|https://-example.org|https://example.org/a b|a@example.org""".replace(
        "\n", "|"
    ).split("|"),
)
def test_what_is_no_web_address_is_refused_with_an_example(typed):
    assert https_refused(typed) == "write one web address, like https://www.example.org"


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("mailto:a@example.org", "a@example.org"),
        ("<a@example.org>", "a@example.org"),
        ("Dr A <a@example.org>", "a@example.org"),
        ("a @example.org", "a@example.org"),
        ("a@ example.org.", "a@example.org"),
    ],
)
def test_a_mail_address_that_is_nearly_one_is_told_how_to_be_written(typed, better):
    assert email_refused(typed) == f"write it as {better}"
    assert email_refused(better) == ""


@pytest.mark.parametrize(
    "typed",
    ["a@example", "a@@example.org", "a..b@example.org", "a@example.org, b@example.org", "a@example.org;b@x.org"],
)
def test_what_is_no_mail_address_is_refused_with_an_example(typed):
    assert email_refused(typed) == "write one mail address, like secretary@example.org"


@given(st.text(max_size=40))
def test_a_better_address_that_is_told_is_one(typed):
    for refused in (https_refused, email_refused):
        said = refused(typed)
        if said.startswith("write it as "):
            assert refused(said.removeprefix("write it as ")) == ""


@pytest.mark.parametrize(
    "address", ["mary.o'brien@nhs.net", "FIRST.LAST@NHS.NET", "a+b@example.org", "a_b@example.co.uk"]
)
def test_addresses_of_people_are_mail_addresses(address):
    assert is_email(address)
    assert email_refused(address) == ""
