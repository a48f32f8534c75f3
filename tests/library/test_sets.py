"""Sets of topics that a library comes with."""

import pytest

from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail
from leaflet_app.domain.sets import TopicSet

SET = '[[set]]\nname = "New patient"\ntopics = ["insulinoma"]\n'


def test_a_library_without_sets_has_no_fault(folder):
    assert folder.read().sets == ()
    assert folder.faults() == []


def test_a_set_is_read_with_all_its_choices(folder):
    folder.write(
        "sets.toml",
        SET
        + 'without = ["insulinoma/questions", "sources"]\nformat = "large"\ntheme = "cream"\nlanguage = "cy"\n'
        + 'is_summary = true\ntear_off = true\ndetail = "words"\nwithout_outlook = true\n',
    )

    assert folder.faults() == []
    assert folder.read().sets == (
        TopicSet(
            "New patient",
            ("insulinoma",),
            ("insulinoma/questions", "sources"),
            Format.LARGE,
            Theme.CREAM,
            "cy",
            is_summary=True,
            tear_off=True,
            detail=Detail.WORDS,
            without_outlook=True,
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('"insulinoma"', '"zebra"', "“topics” names “zebra”, which does not exist"),
        ('"insulinoma"', '"insulinoma", "insulinoma"', "“topics” names “insulinoma” twice"),
        ('["insulinoma"]', "[]", "the set holds no topic"),
        ('"New patient"', '" "', "the name of the set is empty or too long"),
        ('"New patient"', f'"{"n" * 61}"', "the name of the set is empty or too long"),
        (
            '["insulinoma"]',
            '["insulinoma"]\nwithout = ["urgent"]',
            "“without” names “urgent”, which cannot be left out",
        ),
        ('["insulinoma"]', '["insulinoma"]\nwithout = ["vipoma/what"]', "which cannot be left out"),
        ('["insulinoma"]', '["insulinoma"]\nformat = "vellum"', "“vellum” is not one of the values"),
        ('["insulinoma"]', '["insulinoma"]\nnote = "Dear Ann"', "“note” is not a field of this file"),
        ("[[set]]", "[[sett]]", "“sett” is not a table of this file"),
    ],
)
def test_a_fault_of_a_set_is_told_by_file_and_line(folder, old, new, wrong):
    folder.write("sets.toml", SET.replace(old, new))

    assert any(fault.startswith("sets.toml:") and wrong in fault for fault in folder.faults()), folder.faults()
    assert folder.read().sets == ()


def test_the_line_told_is_that_of_the_broken_set(folder):
    folder.write("sets.toml", SET + "\n" + SET.replace("New patient", "Another").replace("insulinoma", "zebra"))

    assert [fault.split(":")[1] for fault in folder.faults()] == ["5"]
    assert [each.name for each in folder.read().sets] == ["New patient"]


def test_a_name_that_is_there_twice_is_told(folder):
    folder.write("sets.toml", SET + SET)

    assert folder.faults() == ["sets.toml:4: “New patient” is there twice, rename or remove one of them"]


def test_the_shipped_sets_can_all_be_printed(library):
    assert [each.name for each in library.sets][:2] == ["New insulinoma patient", "Family with MEN1"]
    assert all(set(each.topics) <= set(library.offered) for each in library.sets)
