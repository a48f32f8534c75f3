"""The practice, its logo and its disclaimer: right in full, or there is no library."""

import re

import pytest

from leaflet_app.domain.errors import LibraryUnreadable
from leaflet_app.domain.practice import Practice
from tests.builders import SHIPPED_LIBRARY
from tests.library.test_gates import a_png

SHIPPED_LOGO = (SHIPPED_LIBRARY / "practice" / "logo.png").read_bytes()
PRACTICE = "practice/practice.toml"
LOGO = '\n[brand]\nband = "#101010"\nlogo = "logo.png"\nlogo_alt = "Hill Clinic"\n'


def with_more(folder, more):
    folder.write(PRACTICE, (folder.root / PRACTICE).read_text(encoding="utf-8") + more)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ('email = "a@example.org,b@example.org"', "practice.toml:3: “email” cannot be printed"),
        ('website = "http://example.org"', "“website” cannot be printed"),
        ('contact_form = "example.org"', "“contact_form” cannot be printed"),
        ('feedback = "ring us"', "“feedback” cannot be printed"),
        (f'name = "{"Clinic " * 11}"', "“name” cannot be printed as it stands"),
        (f'consultant_role = "{"Endocrinologist " * 6}"', "“consultant_role” cannot be printed as it stands"),
        ('emergency_note = ""', "“emergency_note” cannot be printed"),
        ('address = ["1", "2", "3", "4", "5", "6"]', "“address” cannot be printed"),
        ('[brand]\naccent = "red"', "“brand.accent” cannot be printed"),
        ('[brand]\nlogo = "logo.png"', "practice.toml:4: the logo has no words for those who cannot see it"),
        ('[brand]\nband = "red"', "“brand.band” cannot be printed"),
        (f'name = "{"Hill Clinic " * 8}"', "“name” cannot be printed"),
        (f'consultant_role = "{"Consultant " * 8}"', "“consultant_role” cannot be printed"),
        ('[brand]\nband = "#FFFF00"', "“brand.band” cannot be printed"),
        ('[brand]\nband = "#777777"', "“brand.band” cannot be printed"),
        ('[brand]\naccent = "#0099CC"', "“brand.accent” cannot be printed"),
        ('[brand]\nlogo = "logo.png"\nlogo_alt = "Hill"', "practice/logo.png:1: the file is missing"),
        ('[brand]\nlogo = "../logo.png"\nlogo_alt = "Hill"', "practice.toml:4: the logo is not beside this file"),
        ('fax = "1"', "“fax” is not a field of this file"),
        ('phone = "2"', "is not valid TOML"),
    ],
)
def test_a_practice_that_cannot_be_printed_is_refused(folder, more, wrong):
    with_more(folder, more)

    with pytest.raises(LibraryUnreadable, match=re.escape(wrong)) as told:
        folder.read()
    assert told.value.remedy.startswith("Mend it: ")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("07565 978310", "ring me", "practice.toml:2: “phone” cannot be printed"),
        ("Dr Mark Vanderpump", " ", "practice.toml:1: “consultant_name” cannot be printed"),
    ],
)
def test_a_leaflet_always_has_someone_to_ring(folder, old, new, wrong):
    folder.change(PRACTICE, old, new)

    with pytest.raises(LibraryUnreadable, match=re.escape(wrong)):
        folder.read()


def test_the_logo_comes_with_its_words(folder):
    with_more(folder, LOGO)
    folder.write("practice/logo.png", SHIPPED_LOGO)
    brand = folder.read().practice.brand

    assert (brand.band, brand.logo, brand.logo_alt) == ("#101010", SHIPPED_LOGO, "Hill Clinic")


def test_what_the_file_leaves_out_is_as_in_any_practice(folder):
    assert folder.read().practice == Practice("Dr Mark Vanderpump", "07565 978310")


@pytest.mark.parametrize("size", [(1001, 100), (100, 1001), (24_000_000, 1)])
def test_a_logo_as_thin_as_a_line_is_refused(folder, size):
    with_more(folder, LOGO)
    folder.write("practice/logo.png", a_png(*size))

    with pytest.raises(LibraryUnreadable, match="longer side"):
        folder.read()


@pytest.mark.parametrize("colour", ["#0B4F6C", "#0B6E99", "#000000", "#7A0019", "#005EB8"])
def test_dark_colours_are_right_for_band_and_links(folder, colour):
    with_more(folder, f'\n[brand]\nband = "{colour}"\naccent = "{colour}"\n')

    assert folder.read().practice.brand.band == colour


@pytest.mark.parametrize("picture", [b"<svg/>", a_png(6000, 6000), a_png(0, 5)])
def test_a_logo_that_is_no_picture_or_too_large_is_refused(folder, picture):
    with_more(folder, LOGO)
    folder.write("practice/logo.png", picture)

    with pytest.raises(LibraryUnreadable, match="PNG or JPEG"):
        folder.read()


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("", "the disclaimer is empty"),
        ("- one\n- two", "the disclaimer holds a heading or bullets"),
        ("{practice} does not.", "no fact is called"),
        ("At most 3 times.", "the figure 3 has no source"),
    ],
)
def test_a_disclaimer_is_paragraphs_or_refused(folder, body, wrong):
    folder.write("practice/disclaimer/en-GB.md", f'+++\nversion = "1.0"\nstatus = "draft"\n+++\n{body}\n')

    with pytest.raises(LibraryUnreadable, match=wrong):
        folder.read()


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("page {page} of {pages}", "page {page}", "“footer” has the wrong places"),
        ('urgent = "Get help fast"', 'urgent = "Get {help} fast"', "“urgent” has the wrong places"),
        ('urgent = "Get help fast"', 'urgent = "Get {help fast"', "“urgent” has the wrong places"),
        ('pancreas = "Pancreas"', "", r"\[sites\] has no “pancreas”"),
        ('"January", ', "", "there are not twelve months"),
        ('urgent = "Get help fast"', "", "“urgent” is missing"),
    ],
)
def test_a_wording_with_a_slip_is_refused(folder, old, new, wrong):
    folder.change("wording/en-GB.toml", old, new)

    with pytest.raises(LibraryUnreadable, match=wrong):
        folder.read()
