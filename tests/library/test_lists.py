"""The lists that topics draw on, entry by entry."""

import pytest

from tests.library.folder import FILES


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("sources.toml", 'id = "cruk"', 'id = "CRUK"', "“CRUK” cannot be an id"),
        ("sources.toml", "https://www", "ftp://www", "is not a web address"),
        ("sources.toml", "accessed = 2026-11-22", 'accessed = "today"', "must be a date"),
        ("sources.toml", "accessed = 2026-11-22", "acessed = 2026-11-22", "“acessed” is not a field"),
        ("sources.toml", "accessed =", '"\\u001b[31m" =', "the name of a field holds a hidden character"),
        ("sources.toml", "[[source]]", "[source]", "single brackets"),
        ("sources.toml", "[[source]]", "[[sauce]]", "“sauce” is not a table of this file"),
        ("organisations.toml", "0800 434 6476", "0800-GETWELL", "“0800-GETWELL” is not a phone number"),
        ("glossary/en-GB.toml", '"Hormone"', '" "', "a word or form is empty"),
        ("glossary/en-GB.toml", "a message", "9 in 10 messages", "the figure 9 has no source"),
        ("questions/en-GB.toml", "Has my", "Has *my**", "bold is opened or closed only once"),
    ],
)
def test_a_fault_of_a_list_is_told(folder, name, old, new, wrong):
    folder.change(name, old, new)

    assert any(fault.startswith(f"{name}:") and wrong in fault for fault in folder.faults()), folder.faults()


@pytest.mark.parametrize("name", ["sources.toml", "organisations.toml", "questions/en-GB.toml"])
def test_an_id_that_is_there_twice_is_told_at_the_second(folder, name):
    folder.write(name, FILES[name] + FILES[name])
    library = folder.read()

    assert [(fault.line, "is there twice" in fault.wrong) for fault in library.faults] == [
        (FILES[name].count("\n") + 1, True)
    ]
    assert "insulinoma" in library.topics


def test_a_form_that_two_words_share_is_told(folder):
    name = "glossary/en-GB.toml"
    folder.write(name, FILES[name] + '[[term]]\nword = "Messenger"\nmeaning = "a carrier"\nforms = ["hormone"]\n')

    assert folder.faults() == [f"{name}:4: “hormone” is explained twice, remove one of them"]


def test_a_list_that_cannot_be_read_says_so_once_and_keeps_what_needs_it_from_printing(folder):
    folder.write("sources.toml", "[[source]\n")
    library = folder.read()

    assert [fault.wrong.partition(" (")[0] for fault in library.faults if fault.file == "sources.toml"] == [
        "this is not valid TOML"
    ]
    assert "insulinoma" in library.faulty
