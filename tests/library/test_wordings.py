"""The leaflet's own words say the same in every language, and say when nobody has checked them."""

import re
from dataclasses import fields

import pytest

from leaflet_app.domain.languages import ENGLISH, LANGUAGES
from leaflet_app.domain.wording import Wording
from leaflet_app.library.read import read_library
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY, a_wording

OTHERS = [language.tag for language in LANGUAGES if language.tag != ENGLISH]
TEMPLATES = [field.name for field in fields(Wording) if field.type == "str" and field.name not in {"lang"}]
POLISH = "wording/pl.toml"


@pytest.fixture(scope="module")
def shipped():
    """Return the shipped library."""
    return read_library(SHIPPED_FILES)


def test_every_language_the_program_knows_has_its_words(shipped):
    assert [shipped.wording.lang, *shipped.translations] == sorted(
        ["en-GB", *OTHERS], key=lambda tag: (tag != "en-GB", tag)
    )
    assert not [fault for fault in shipped.faults if fault.file.startswith("wording/")]


@pytest.mark.parametrize("lang", OTHERS)
def test_every_template_has_the_same_places(lang):
    english, other = a_wording(), a_wording(lang)

    for name in TEMPLATES:
        places = [sorted(re.findall(r"\{\w*\}", getattr(each, name))) for each in (english, other)]
        assert places[0] == places[1], name


@pytest.mark.parametrize("lang", OTHERS)
def test_numbers_to_ring_are_the_same_and_in_digits_that_can_be_dialled(lang):
    english, other = a_wording(), a_wording(lang)

    for name in TEMPLATES:
        assert re.findall(r"\d+", getattr(english, name)) == re.findall(r"[0-9]+", getattr(other, name)), name
        assert not re.search("[٠-٩۰-۹]", getattr(other, name)), name


@pytest.mark.parametrize("lang", OTHERS)
def test_every_word_is_translated(lang):
    english, other = a_wording(), a_wording(lang)
    same = {name for name in TEMPLATES if getattr(english, name) == getattr(other, name)}

    assert same <= {"comma", "full_stop", "email"}
    assert len(set(other.months)) == 12
    assert not set(other.glance_labels.values()) & set(english.glance_labels.values())
    assert other.glance_labels.keys() == english.glance_labels.keys()
    assert other.sites.keys() == english.sites.keys()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_machine_wording_says_that_it_is_to_be_checked(lang):
    first, *_ = (SHIPPED_LIBRARY / "wording" / f"{lang}.toml").read_text(encoding="utf-8").splitlines()

    assert first.startswith("# Machine wording, to be checked")
    assert not a_wording(lang).is_checked
    assert a_wording().is_checked


@pytest.mark.parametrize("room", ["topics", "shared", "practice", "glossary", "questions"])
def test_nothing_clinical_is_shipped_in_any_language_but_english(room):
    texts = [path for path in (SHIPPED_LIBRARY / room).rglob("*") if path.suffix in {".md", ".toml"}]

    assert texts
    assert {path.stem for path in texts} <= {"en-GB", "practice"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{title}: wersja {version}, czeka", "wersja {version}, czeka", "“review_draft” has the wrong places"),
        ('lang = "pl"', 'lang = "cs"', "the language is not “pl”, the name of the file"),
        ('glance = "W skrócie"\n', "", "“glance” is missing"),
        ('"grudnia",', "", "there are not twelve months"),
        ('pancreas = "Trzustka"\n', "", "[sites] has no “pancreas”"),
        ("is_checked = false\n", 'is_checked = "no"\n', "“is_checked” must be true or false"),
    ],
)
def test_a_wording_with_a_fault_is_told_and_not_offered(folder, old, new, told):
    folder.change(POLISH, old, new)

    [fault, *_] = folder.faults()
    library = folder.read()

    assert fault.startswith(f"{POLISH}:{'1' if 'missing' in told else ''}")
    assert told in fault
    assert "pl" not in library.translations
    assert "insulinoma" in library.topics
