"""Several practices and disclaimers: the first must be right in full, another with a fault is left out and told."""

from datetime import date

import pytest

from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.blocks import plain
from leaflet_app.domain.errors import LibraryUnreadable
from leaflet_app.domain.languages import Translated
from leaflet_app.library.approvals import approval_file, sealed, written_approvals
from tests.library.recalling import next_start
from tests.library.test_practice import SHIPPED_LOGO

HILL = 'name = "Hill Clinic"\nconsultant_name = "Dr Ada Hill"\nphone = "020 7946 0000"\n'
BRAND = '\n[brand]\nlogo = "hill.png"\nlogo_alt = "A hill"\n'
PRIVATE = (
    '+++\nversion = "2.0"\nstatus = "draft"\ntitle = "For private patients"\n+++\n\n'
    "{publisher_does_not} promise more.\n"
)


def test_each_practice_has_a_file_of_its_own_with_its_logo_beside(folder):
    folder.write("practice/hill.toml", HILL + BRAND)
    folder.write("practice/hill.png", SHIPPED_LOGO)
    library = folder.read()

    assert list(library.practices) == ["practice", "hill"]
    assert library.practice == library.practices["practice"]
    assert (library.practices["hill"].publisher, library.practices["hill"].brand.logo) == ("Hill Clinic", SHIPPED_LOGO)


@pytest.mark.parametrize(
    ("file", "text", "wrong"),
    [
        ("hill.toml", HILL.replace("020 7946 0000", "ring us"), "practice/hill.toml:3: “phone” cannot be printed"),
        ("hill.toml", HILL + BRAND, "practice/hill.png:1: the file is missing"),
        ("hill.toml", HILL + '[brand]\nband = "#FFFF00"', "write a dark colour like #6B6B00"),
        ("hill.toml", HILL + 'disclaimer = "private"', "there is no disclaimer “private”"),
        ("hill.toml", "phone = ", "this is not valid TOML"),
        ("Hill Clinic.toml", HILL, "the name of this file cannot be an id"),
    ],
)
def test_another_practice_with_a_fault_is_told_and_all_else_can_be_printed(folder, file, text, wrong):
    folder.write(f"practice/{file}", text)
    library = folder.read()

    assert list(library.practices) == ["practice"]
    assert list(library.topics) == ["insulinoma"]
    assert wrong in "\n".join(map(str, library.faults))


def test_a_practice_chooses_its_disclaimer(folder):
    folder.write("practice/disclaimer/private/en-GB.md", PRIVATE)
    folder.change("practice/practice.toml", "phone", 'disclaimer = "private"\nphone')
    library = folder.read()

    assert list(library.disclaimers) == ["standard", "private"]
    assert (library.disclaimer.id, library.disclaimer.version, library.disclaimer.label) == (
        "private",
        "2.0",
        "For private patients, not approved yet",
    )
    assert library.disclaimers["standard"].label == "Standard, not approved yet"


def test_a_first_practice_that_chooses_what_is_not_there_is_no_practice(folder):
    folder.change("practice/practice.toml", "phone", 'disclaimer = "private"\nphone')

    with pytest.raises(LibraryUnreadable, match="there is no disclaimer “private”"):
        folder.read()


@pytest.mark.parametrize(
    ("place", "wrong"),
    [("private", "“title” must be a text"), ("standard", "“standard” is taken"), ("A b", "cannot be")],
)
def test_another_disclaimer_with_a_fault_is_told(folder, place, wrong):
    text = PRIVATE.replace('"For private patients"', "3") if place == "private" else PRIVATE
    folder.write(f"practice/disclaimer/{place}/en-GB.md", text)
    library = folder.read()

    assert list(library.disclaimers) == ["standard"]
    assert wrong in "\n".join(map(str, library.faults))


def test_every_disclaimer_may_be_translated(folder):
    folder.write("practice/disclaimer/private/en-GB.md", PRIVATE)
    folder.write("practice/disclaimer/private/pl.md", PRIVATE.replace("title", 'translates = "2.0"\ntitle'))
    library = folder.read().bearing("", "private").in_language("pl")

    assert (library.disclaimer.id, library.disclaimer.lang) == ("private", "pl")
    assert library.disclaimer.translated == Translated("2.0", "2.0")
    assert plain(library.disclaimer.said_by(library.practice, library.wording)[0]).startswith("Dr Mark Vanderpump nie")


def test_a_library_that_is_kept_for_the_next_start_has_all_its_practices(folder, tmp_path):
    folder.write("practice/hill.toml", HILL)
    folder.write("practice/disclaimer/private/en-GB.md", PRIVATE)
    library = folder.read()

    again = next_start(library, tmp_path)
    assert dict(again.practices) == dict(library.practices)
    assert dict(again.disclaimers) == dict(library.disclaimers)


def test_a_disclaimer_is_approved_as_any_text_is_by_its_very_bytes(folder):
    file = "practice/disclaimer/private/en-GB.md"
    folder.write(file, PRIVATE)
    signed = Approval("", "2.0", "Ms A Law", "Solicitor", "SRA 1", date(2026, 6, 1), date(2028, 6, 1), "Product team")
    approval = sealed(signed, PRIVATE.encode())
    folder.write(approval_file(file), written_approvals({"en-GB": approval}))
    assert folder.read().disclaimers["private"].label == "For private patients"

    folder.change(file, "more", "less")
    assert not folder.read().disclaimers["private"].is_approved
