"""Translations stand beside the English texts; what is wrong with one never takes the English text down."""

from datetime import date

import pytest

from leaflet_app.domain.approvals import Approval, Waiver
from leaflet_app.domain.blocks import plain
from leaflet_app.domain.compose import compose
from leaflet_app.domain.faults import Weight
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.review import Status
from leaflet_app.domain.topic import Urgency
from leaflet_app.domain.translations import stale_rule
from leaflet_app.library.approvals import approval_file, sealed, written_approvals
from tests.builders import a_selection
from tests.library import polish
from tests.library.folder import INSULINOMA, SURGERY
from tests.library.polish import (
    DISCLAIMER,
    FIRST,
    GLOSSARY,
    OF_INSULINOMA,
    QUESTIONS,
    SECOND,
    SHARED,
    TITLE,
    TOPIC,
)
from tests.library.recalling import next_start


@pytest.fixture
def translated(folder):
    """Return the small library with everything in Polish too."""
    for name, text in polish.FILES.items():
        folder.write(name, text)
    return folder


def polish_topic(folder):
    """Return the topic as a Polish leaflet sees it."""
    return folder.read().in_language("pl").topics["insulinoma"]


def test_a_sound_translation_has_no_faults(translated):
    assert translated.faults() == []


def test_a_translated_topic_has_its_own_words_and_the_english_figures(translated):
    english, topic = translated.read().topics["insulinoma"], polish_topic(translated)

    assert (topic.title, topic.lang, topic.purpose) == (TITLE, "pl", FIRST)
    assert topic.translated == Translated(OF_INSULINOMA, OF_INSULINOMA)
    fact, meant = topic.facts["how_common"], english.facts["how_common"]
    assert (fact.text, fact.words) == ("od 1 do 3 na milion", TITLE)
    assert (fact.low, fact.high, fact.per, fact.sources) == (meant.low, meant.high, meant.per, meant.sources)
    assert (topic.kind, topic.site, topic.shared, topic.bank) == (
        english.kind,
        english.site,
        english.shared,
        english.bank,
    )


def test_the_reasons_to_get_help_keep_their_urgency_and_name_their_language(translated):
    reasons = [(line.urgency, line.id, line.lang) for line in polish_topic(translated).urgent]

    assert reasons == [
        (Urgency.EMERGENCY, "collapse", "pl"),
        (Urgency.EMERGENCY, "", "pl"),
        (Urgency.SAME_DAY, "cannot-keep-down", "pl"),
        (Urgency.ADVICE, "", "pl"),
    ]


def test_shared_texts_questions_words_and_the_disclaimer_are_translated_too(translated):
    library = translated.read().in_language("pl")

    assert (library.shared["treat-surgery"].title, library.shared["treat-surgery"].lang) == (TITLE, "pl")
    assert plain(library.bank["spread"]) == FIRST
    assert [term.word for term in library.glossary.terms] == ["Godność"]
    assert (library.disclaimer.lang, library.disclaimer.translated) == ("pl", Translated("1.0", "1.0"))
    assert plain(library.disclaimer.said_by(library.practice, library.wording)[0]) == f"{FIRST} Dr Mark Vanderpump nie."


def test_the_english_library_is_as_it_was(translated):
    library = translated.read()

    assert library.topics["insulinoma"].lang == "en-GB"
    assert library.in_language("").english is None
    assert library.in_language("pl").in_language("en-GB") == library


def test_the_english_leads_of_get_help_fast_are_understood_too(translated):
    translated.change(TOPIC, "Zadzwoń pod numer 999, jeśli:", "Call 999 if:")

    assert translated.faults() == []


BREAKS = {
    "a figure that is another": (TOPIC, "od 1 do 3 na", "od 1 do 4 na", "od 1 do 4", "the figures of “how_common”"),
    "digits that cannot be compared": (TOPIC, "od 1 do 3", "od ١ do ٣", "od ١", "the figures of “how_common”"),
    "a fact without its words": (TOPIC, f', words = "{TITLE}"', "", "how_common", "“words” of “how_common”"),
    "a fact too many": (TOPIC, "site = {", 'new = { text = "x" }\nsite = {', "new =", "has no fact “new”"),
    "a fact that is missing": (TOPIC, f'site = {{ text = "{TITLE}" }}\n', "", "[facts]", "the fact “site” is missing"),
    "a fact with a source": (TOPIC, "}\nhow", ', sources = ["cruk"] }\nhow', "site =", "“sources” is not a field"),
    "a figure of its own": (TOPIC, f"{SECOND}\n\n## {TITLE} {{#urgent}}", "7\n\n## X {#urgent}", "7\n", "the figure 7"),
    "nothing that it translates": (TOPIC, f'translates = "{OF_INSULINOMA}"\n', "", "+++", "“translates” is missing"),
    "an id that is none": (TOPIC, OF_INSULINOMA, "new", "translates", "“new” is not the id of a text"),
    "another language": (TOPIC, 'lang = "pl"', 'lang = "cy"', 'lang = "cy"', "the language is not “pl”"),
    "a reason left out": (TOPIC, f"- {SECOND}\n\n**Tego", "\n**Tego", "## ", "does not give the reasons"),
    "a reason of another name": (TOPIC, "{#collapse}", "{#fit}", "## ", "does not give the reasons"),
    "a section left out": (TOPIC, f"## {TITLE} {{#tests}}\n\n{FIRST}\n", "", "## ", "not in both languages: {#tests}"),
    "a field of the English text": (
        TOPIC,
        "translates",
        'kind = "tumour"\ntranslates',
        "kind",
        "“kind” is not a field",
    ),
    "a recap of its own": (TOPIC, "\n[facts]", 'recap = "x"\n[facts]', "recap", "do not both have a recap"),
    "a shared text's empty body": (SHARED, f"{SECOND}\n", "", "+++\n\n", "the text is empty"),
    "a question nobody asks": (QUESTIONS, '"spread"', '"other"', "[[", "the English questions have no “other”"),
    "a word without a meaning": (GLOSSARY, f'meaning = "{FIRST}"\n', "", "[[", "“meaning” is missing"),
    "a disclaimer that translates nothing": (DISCLAIMER, 'translates = "1.0"\n', "", "+++", "“” is not a version"),
}


@pytest.mark.parametrize(("file", "old", "new", "at", "told"), BREAKS.values(), ids=BREAKS)
def test_a_fault_is_told_by_file_and_line_and_english_is_printed(translated, file, old, new, at, told):
    translated.change(file, old, new)

    [fault, *_] = translated.faults()

    assert fault.startswith(f"{file}:")
    assert told in fault
    assert "insulinoma" in translated.read().topics
    compose(translated.read(), a_selection("insulinoma", language="pl"))


@pytest.mark.parametrize("name", ["a figure that is another", "an id that is none", "a fact too many"])
def test_a_fault_names_the_line_it_stands_on(translated, name):
    file, old, new, at, _ = BREAKS[name]
    translated.change(file, old, new)

    assert translated.faults()[0].startswith(f"{file}:{translated.line(file, at)}:")


def test_a_translation_with_a_fault_is_not_used(translated):
    translated.change(TOPIC, "od 1 do 3", "od 1 do 4")

    library = translated.read()

    assert library.in_language("pl").topics["insulinoma"].lang == "en-GB"
    assert library.faulty == {}


def test_an_older_translation_may_lack_a_section_but_no_reason_to_get_help(translated):
    translated.change(INSULINOMA, '"0.1.0"', '"0.2.0"')
    translated.change(TOPIC, f"## {TITLE} {{#tests}}\n\n{FIRST}\n", "")

    assert translated.faults() == []
    assert polish_topic(translated).translated.is_stale

    translated.change(INSULINOMA, "- someone has a fit\n", "- someone has a fit\n- someone turns yellow {#yellow}\n")

    assert "does not give the reasons" in translated.faults()[0]
    assert polish_topic(translated).lang == "en-GB"


def test_a_translation_is_retired_with_its_english_text(translated):
    translated.change(INSULINOMA, 'status = "draft"', 'status = "retired"')
    translated.change(SURGERY, 'status = "draft"', 'status = "retired"')

    library = translated.read().in_language("pl")

    assert translated.faults() == []
    assert library.topics["insulinoma"].lang == "pl"
    assert library.offered == {}
    assert library.shared["treat-surgery"].review.status is Status.RETIRED


def test_a_translation_is_approved_only_after_its_english_text(translated):
    translated.approve(TOPIC)

    [fault] = translated.faults()
    assert fault.startswith(f"{TOPIC}:{translated.line(TOPIC, 'status =')}: the English text is not approved")

    translated.approve(INSULINOMA)

    assert translated.faults() == []
    assert polish_topic(translated).review.is_approved


def test_an_approved_translation_of_an_older_text_stays_approved_and_is_stale(translated):
    translated.approve(TOPIC)
    translated.change(INSULINOMA, '"0.1.0"', '"0.2.0"')

    assert translated.faults() == []
    assert polish_topic(translated).review.is_approved
    assert polish_topic(translated).translated.is_stale


def test_one_changed_letter_of_the_english_text_makes_its_translation_stale(translated):
    translated.change(INSULINOMA, "you feel shaky", "You feel shaky")

    its = polish_topic(translated).translated
    assert (its.is_stale, its.is_locked) == (True, True)
    assert its.of == OF_INSULINOMA


def test_a_version_in_place_of_the_text_is_to_be_checked_and_no_fault(translated):
    translated.change(TOPIC, OF_INSULINOMA, "0.1.0")

    library = translated.read()
    [told] = library.faults
    assert told.weight is Weight.WARNING
    assert str(told).startswith(f"{TOPIC}:{translated.line(TOPIC, 'translates')}: warning: nobody knows which English")
    assert library.in_language("pl").topics["insulinoma"].translated.is_locked


def waive(folder, rule):
    """Approve the Polish text though it is stale, with a reason for this rule."""
    content = (folder.root / TOPIC).read_bytes()
    approval = Approval(
        *("", "0.1.0", "Dr A Reviewer", "consultant", "1234567"),
        *(date(2026, 11, 22), date(2028, 11, 22), "Product team"),
        waivers=(Waiver(rule, "Only a comma has changed."),),
    )
    folder.write(approval_file(TOPIC), written_approvals({"pl": sealed(approval, content)}).decode())


def test_a_waiver_with_a_reason_lets_a_stale_translation_stand_beside_that_english_text_alone(translated):
    translated.change(INSULINOMA, "you feel shaky", "You feel shaky")
    waive(translated, stale_rule(polish_topic(translated).translated.newest))

    its = polish_topic(translated).translated
    assert (its.is_stale, its.is_locked, its.waived) == (True, False, "Only a comma has changed.")

    translated.change(INSULINOMA, "You feel shaky", "You may feel shaky")
    assert polish_topic(translated).translated.is_locked


def test_a_waiver_holds_for_the_approved_bytes_alone(translated):
    translated.change(INSULINOMA, "you feel shaky", "You feel shaky")
    waive(translated, stale_rule(polish_topic(translated).translated.newest))
    translated.change(TOPIC, 'author = "', 'author = "X')

    assert polish_topic(translated).translated.is_locked


def test_thousands_and_decimals_are_one_figure_however_they_are_written(translated):
    translated.change(INSULINOMA, 'text = "the pancreas"', 'text = "15,222 or 1.5", sources = ["cruk"]')
    translated.change(TOPIC, f'site = {{ text = "{TITLE}" }}', 'site = { text = "1,5 lub 15 222" }')

    assert translated.faults() == []


def test_english_may_not_say_that_it_translates_anything(folder):
    folder.change(INSULINOMA, 'lang = "en-GB"\n', 'lang = "en-GB"\ntranslates = "0.1.0"\n')

    assert "“translates” is not a field of this file" in folder.faults()[0]


def test_a_translation_into_a_language_without_wording_is_told(folder):
    folder.write("topics/insulinoma/fr.md", "+++\n+++\n")

    [fault] = folder.faults()

    assert fault.startswith("topics/insulinoma/fr.md:1: there is no wording/fr.toml")


def test_a_topic_with_faults_has_no_translation(translated):
    translated.change(INSULINOMA, "## What is it? {#what}", "## What is it?")

    assert "insulinoma" not in translated.read().in_language("pl").topics


def test_translations_are_kept_for_the_next_start(translated, tmp_path):
    library = translated.read()

    kept = next_start(library, tmp_path)

    assert kept == library
    assert kept.in_language("pl") == library.in_language("pl")
