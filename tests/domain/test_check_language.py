"""What the check of a leaflet's language finds, told in English."""

from dataclasses import replace

import pytest

from leaflet_app.domain.checks import Outcome, Proof, check
from leaflet_app.domain.compose import basis, compose
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.topic import SectionKey
from leaflet_app.domain.translations import Translations
from tests.builders import a_practice, a_section, a_selection, a_topic, a_wording
from tests.domain.test_checks import SHEET
from tests.languages import a_library_in, a_topic_in, translations_in

CHECKED = replace(a_wording("pl"), is_checked=True)
STALE = {"rights": a_topic_in("pl", translated=Translated("1.0.0", "1.1.0"))}


def found(name="Language", *, lang="pl", practice=None, **there):
    """Return how a check of the article goes; `there` is what the library holds in Polish."""
    translations = replace(translations_in("pl"), **there)
    library = a_library_in(translations={"pl": translations}, practice=practice or a_practice())
    selection = a_selection("rights", language=lang)
    proof = Proof(compose(library, selection), library, selection, *basis(library, selection), SHEET)
    return next(each for each in check(proof) if each.name == name)


def test_a_leaflet_in_english_passes():
    assert found(lang="").outcome is Outcome.PASS


def test_a_whole_translation_in_checked_words_passes():
    whole = found(wording=CHECKED)

    assert (whole.outcome, whole.why) == (
        Outcome.PASS,
        "Everything in it is in Polish, translated from the newest text.",
    )


def test_a_machine_s_words_are_looked_at():
    assert (found().outcome, found().why) == (
        Outcome.LOOK,
        "A machine wrote the headings in Polish, and nobody has checked them.",
    )


def test_a_stale_translation_is_named():
    stale = found(wording=CHECKED, topics=STALE)

    assert stale.outcome is Outcome.STOP
    assert stale.why == "Translated from an English text that has changed since: Wszyscy ludzie."


def test_a_stale_translation_that_a_clinician_lets_stand_passes():
    waived = {"rights": a_topic_in("pl", translated=Translated("old", "new", "Only a comma."))}

    assert found(wording=CHECKED, topics=waived).outcome is Outcome.PASS


def test_what_is_left_in_english_is_named():
    left = found(wording=CHECKED, topics={})

    assert left.outcome is Outcome.LOOK
    assert left.why == "Not in Polish yet, and printed in English: All human beings."
    assert "someone who speaks Polish" in left.remedy


@pytest.mark.parametrize("there", [{}, {"wording": CHECKED, "topics": STALE}])
def test_a_practice_that_hands_out_checked_texts_only_is_stopped(there):
    assert found(practice=a_practice(approved_only=True), **there).outcome is Outcome.STOP


def test_words_on_treatment_are_known_in_english_only():
    section = a_section(SectionKey.TREATMENT, "Leczenie", "Operacja.")
    treatment = found("Treatment choices", topics={"rights": a_topic_in("pl", sections=(section,))})

    assert treatment.outcome is Outcome.LOOK
    assert "English only" in treatment.why


def test_english_words_on_treatment_are_known_in_any_leaflet():
    assert "English only" not in found("Treatment choices", topics={}).why


def test_every_check_is_told_in_english():
    library = a_library_in(translations={"pl": Translations(CHECKED, {"rights": a_topic("rights", lang="pl")})})
    selection = a_selection("rights", language="pl")

    told = check(Proof(compose(library, selection), library, selection, *basis(library, selection), SHEET))

    assert "Made on 22 November 2026" in next(each.why for each in told if each.name == "Date and clinical review")
