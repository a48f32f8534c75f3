"""How texts stand in other languages, told on the command line."""

import json

from leaflet_app.services import library_store
from tests.fakes import a_desk


def test_every_language_is_listed_with_how_many_texts_it_has(run, library):
    result = run("library", "translations", desk=a_desk(library))

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[1].startswith("Welsh (cy): 0 of ")


def test_a_new_translation_is_begun_and_listed(run, library):
    desk = a_desk(library)

    result = run("library", "translations", "new", "insulinoma", "cy", desk=desk)

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Insulinoma (Welsh) is begun.")
    assert library_store.newest(desk).files.holds("topics/insulinoma/cy.md")
    assert "100 left to translate" in run("library", "translations", desk=desk).stdout


def test_a_program_reads_the_list(run, library):
    rows = json.loads(run("library", "translations", "--json", desk=a_desk(library)).stdout)

    assert {"file", "lang", "is_there", "to_check", "said"} <= set(rows[0])
    assert {row["said"] for row in rows} == {"not translated"}


def test_an_unknown_text_is_told_in_words(run, library):
    result = run("library", "translations", "new", "nothing", "cy", desk=a_desk(library))

    assert result.exit_code == 2
    assert "there is no sound text called “nothing”" in result.stderr


def test_shared_texts_and_disclaimers_are_listed_too(run, library):
    listed = run("library", "translations", "--all", desk=a_desk(library)).stdout

    assert "shared/treat-surgery/cy.md" in listed
    assert "practice/disclaimer/cy.md" in listed


def test_a_disclaimer_of_an_older_version_is_out_of_date(run, library):
    desk = a_desk(library)
    now = library_store.newest(desk)
    english = library_store.text_at(desk, "practice/disclaimer/en-GB.md", now.commit)
    welsh = english.replace("+++\n", '+++\ntranslates = "0.0.1"\n', 1)
    library_store.change(desk, {"practice/disclaimer/cy.md": welsh.encode()}, "Translate", base=now.commit)

    lines = run("library", "translations", desk=desk).stdout.splitlines()
    assert [line.split("  ")[1] for line in lines if "disclaimer" in line] == ["out of date"]
