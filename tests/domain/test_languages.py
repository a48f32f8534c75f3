"""A leaflet in another language drops nothing, and says what is not translated, not checked or no longer true."""

from dataclasses import replace
from datetime import date

import pytest

from leaflet_app.domain.blocks import (
    Box,
    Bullets,
    Definitions,
    Drawing,
    Heading,
    InLanguage,
    Paragraph,
    Questions,
    Tone,
    flat,
    headings,
    plain,
    runs,
    texts,
    words,
)
from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.phrasing import say_date, say_list
from leaflet_app.domain.errors import LanguageNotOffered
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.languages import Translated, is_right_to_left, language_of, runs_right_to_left
from leaflet_app.domain.translations import Translations
from tests.builders import (
    DRAFT,
    a_fact,
    a_library,
    a_practice,
    a_section,
    a_selection,
    a_shared_block,
    a_topic,
    a_wording,
    an_urgent_line,
)
from tests.languages import RIGHTS, TITLES, a_leaflet_in, a_library_in, a_topic_in, translations_in

POLISH, ENGLISH = a_wording("pl"), a_wording()
CHECKED = replace(POLISH, is_checked=True)


def in_polish(*topics, selected=(), **there):
    """Return the Polish leaflet of English topics; `there` is what the library holds in Polish."""
    kept = topics or (a_topic(),)
    translations = replace(Translations(CHECKED), **there)
    library = a_library(*kept, translations={"pl": translations})
    return compose(library, a_selection(*(selected or (each.id for each in kept)), language="pl"))


def english_parts(leaflet):
    """Return what the leaflet says in its English parts."""
    return "\n".join(
        texts(each for each in _all(leaflet.blocks) if isinstance(each, InLanguage) and each.lang == "en-GB")
    )


def _all(blocks):
    for block in blocks:
        yield block
        if not isinstance(block, InLanguage):
            yield from _all(getattr(block, "blocks", ()))


def own_words(leaflet):
    """Return what the leaflet says in its own language."""

    def kept(blocks):
        for block in blocks:
            if isinstance(block, Box):
                yield from kept(block.blocks)
            elif not isinstance(block, InLanguage):
                yield block

    return "\n".join(texts(kept(leaflet.blocks)))


def banner(leaflet):
    """Return the draft banner, or nothing."""
    return next((block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.DRAFT), None)


@pytest.mark.parametrize("lang", RIGHTS)
def test_a_translated_leaflet_is_in_its_language_from_title_to_footer(lang):
    leaflet, wording = a_leaflet_in(lang), a_wording(lang)

    assert (leaflet.lang, leaflet.title, leaflet.purpose) == (lang, TITLES[lang], RIGHTS[lang][0])
    assert leaflet.title_lang == ""
    said = own_words(leaflet)
    for words_of_it in (*RIGHTS[lang], wording.urgent, wording.contact, wording.about, wording.review):
        assert words_of_it in said
    assert wording.not_translated not in said
    assert leaflet.footer.endswith(wording.footer.partition("{version}")[2])


def test_english_is_what_a_library_speaks_unasked():
    library = a_library_in("pl")

    unasked, asked = (compose(library, a_selection("rights", language=lang)) for lang in ("", "en-GB"))

    assert unasked == asked
    assert unasked.lang == "en-GB"
    assert not [block for block in _all(unasked.blocks) if isinstance(block, InLanguage)]
    assert not any(run.lang for block in flat(unasked.blocks) for run in runs(block))


def test_a_language_without_words_is_refused_with_those_there_are():
    with pytest.raises(LanguageNotOffered) as refused:
        compose(a_library_in("pl"), a_selection("rights", language="fr"))

    assert "“fr”" in refused.value.message
    assert "en-GB, pl" in refused.value.remedy


def test_the_same_topic_in_another_language_is_another_leaflet_by_its_code():
    library = a_library_in("pl", "cy")

    codes = {compose(library, a_selection("rights", language=lang)).code for lang in ("", "pl", "cy")}

    assert len(codes) == 3


def test_nothing_is_dropped_where_nothing_is_translated():
    topic = a_topic(shared=("treat-surgery",), support=("ncuk",), bank=("spread",))

    said = "\n".join(texts(in_polish(topic).blocks))

    for sentence in ("It is a small growth.", "An operation takes it out.", "Has my tumour spread?", "Has it spread?"):
        assert sentence in said
    for sentence in ("someone passes out", "This leaflet gives general information.", "In an emergency call 999."):
        assert sentence in said


def test_each_english_part_is_told_in_both_languages_and_set_apart():
    leaflet = in_polish(a_topic(shared=("treat-surgery",)))

    apart = english_parts(leaflet)
    for sentence in ("It is a small growth.", "An operation takes it out.", "Has it spread?", "someone passes out"):
        assert sentence in apart
        assert sentence not in own_words(leaflet)
    assert own_words(leaflet).count(POLISH.not_translated) == apart.count(ENGLISH.not_translated) == 5


def test_an_english_part_names_pages_in_english():
    leaflet = in_polish(a_topic(shared=("treat-surgery",)))

    [part] = [
        each
        for each in _all(leaflet.blocks)
        if isinstance(each, InLanguage) and any(run.link == "#more/treat-surgery" for run in runs(each))
    ]
    assert (part.page_reference, leaflet.page_reference) == ("page {page}", "strona {page}")


def test_english_texts_that_topics_share_are_told_once_after_the_translated_ones():
    shared = {each: a_shared_block(each, title=each) for each in ("treat-chemo", "treat-surgery", "test-scans")}
    library = a_library(
        a_topic(shared=tuple(shared)),
        shared=shared,
        translations={
            "pl": Translations(CHECKED, shared={"treat-surgery": a_shared_block(title="Operacja", lang="pl")})
        },
    )
    leaflet = compose(library, a_selection("insulinoma", language="pl"))

    said = list(texts(leaflet.blocks))
    part = said[said.index(POLISH.more) : said.index(POLISH.questions)]
    assert [text for text in part if text in {"Operacja", "treat-chemo", "test-scans", POLISH.not_translated}] == [
        "Operacja",
        POLISH.not_translated,
        "treat-chemo",
        "test-scans",
    ]


def test_an_english_part_is_english_throughout():
    apart = english_parts(in_polish(a_topic(shared=("treat-surgery",))))

    assert "Read more on later pages: Surgery." in apart


def test_an_english_title_within_the_review_says_that_it_is_english():
    leaflet = in_polish(a_topic(title="What is it?"))

    reviewed = leaflet.blocks[-2].lines[0]
    assert (reviewed[0].text, reviewed[0].lang) == ("What is it?", "en-GB")
    assert plain(reviewed).startswith("What is it?: wersja 1.0.0, zweryfikowano 1 czerwca 2026 (Dr A Reviewer).")


def test_title_and_purpose_of_an_english_topic_say_that_they_are_english():
    assert in_polish().title_lang == "en-GB"
    assert in_polish(topics={"insulinoma": a_topic(title="Insulinoma", lang="pl")}).title_lang == ""


def test_several_topics_of_which_one_is_english_have_the_title_of_their_language():
    leaflet = in_polish(a_topic(), a_topic("gastrinoma"), topics={"insulinoma": a_topic(lang="pl")})

    assert leaflet.title == POLISH.several_title


def test_the_heading_of_an_english_topic_stands_above_the_sentence_that_says_so():
    leaflet = in_polish(a_topic(), a_topic("gastrinoma"), topics={"insulinoma": a_topic(lang="pl")})

    at = next(n for n, each in enumerate(leaflet.blocks) if [h.anchor for h in headings((each,))][:1] == ["gastrinoma"])
    heading, told = leaflet.blocks[at : at + 2]
    assert heading == InLanguage("en-GB", (Heading("Gastrinoma", 2, "gastrinoma"),))
    assert told == Paragraph(words(POLISH.not_translated))


def test_links_lead_into_parts_of_another_language():
    linked = {"treat-surgery": a_shared_block(lang="pl", title="Operacja")}
    leaflet = in_polish(a_topic(shared=("treat-surgery",)), shared=linked)

    [link] = [run for block in flat(leaflet.blocks) for run in runs(block) if run.link == "#more/treat-surgery"]
    assert (link.text, link.lang) == ("Operacja", "pl")


def test_reasons_to_get_help_stand_below_leads_in_the_language_of_the_leaflet():
    pl = replace(an_urgent_line("ktoś zemdleje"), id="faint", lang="pl")
    leaflet = in_polish(
        a_topic(), a_topic("gastrinoma"), topics={"gastrinoma": a_topic("gastrinoma", lang="pl", urgent=(pl,))}
    )

    box = next(block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.URGENT)
    heading, told, _, lead, own, english, *_ = box.blocks
    assert (heading.text, plain(told.text)) == (POLISH.urgent, POLISH.not_translated)
    assert plain(lead.text) == POLISH.emergency_lead
    assert own == Bullets((words("ktoś zemdleje"),))
    assert english == InLanguage("en-GB", (Bullets((words("someone passes out"),)),), "page {page}")


def test_a_reason_that_two_topics_share_is_given_in_the_language_of_the_leaflet():
    pl = replace(an_urgent_line("ktoś zemdleje"), lang="pl")
    leaflet = in_polish(a_topic(), a_topic("gastrinoma"), topics={"gastrinoma": a_topic("gastrinoma", urgent=(pl,))})

    assert "ktoś zemdleje" in own_words(leaflet)
    assert "someone passes out" not in "\n".join(texts(leaflet.blocks))


def test_own_questions_come_before_english_ones():
    leaflet = in_polish(a_topic(bank=("spread",)), bank={"spread": words("Czy guz się rozprzestrzenił?")})

    own, english = [block for block in flat(leaflet.blocks) if isinstance(block, Questions)]
    assert [plain(line) for line in own.lines] == ["Czy guz się rozprzestrzenił?"]
    assert [plain(line) for line in english.lines] == ["Has it spread?"]


def test_words_are_explained_in_the_language_they_are_used_in():
    own = a_topic(lang="pl", sections=(replace(a_section(), blocks=(Paragraph(words("To hormon.")),)),))
    english = a_topic("gastrinoma", sections=(replace(a_section(), blocks=(Paragraph(words("A hormone.")),)),))
    glossary = Glossary((Term("Hormon", "przekaźnik we krwi"),))
    leaflet = in_polish(own, english, topics={"insulinoma": own}, glossary=glossary)

    explained = [block for block in _all(leaflet.blocks) if isinstance(block, Definitions)]
    assert [word for word, _ in explained[0].entries] == ["Hormon"]
    assert "a message carried in the blood" in english_parts(leaflet)


def test_names_of_organisations_and_sources_are_said_in_english():
    leaflet = in_polish(a_topic(support=("ncuk",)))

    said = {run.text: run.lang for block in flat(leaflet.blocks) for run in runs(block)}
    assert said["Neuroendocrine Cancer UK"] == "en-GB"
    assert said["A publisher: Page of a-source."] == "en-GB"
    assert said["07565 978310"] == ""


def test_the_practice_s_own_words_are_english():
    practice = a_practice(other_formats="Ask us for large print.", hours="9 to 5", privacy="We keep it safe.")
    library = a_library(practice=practice, translations={"pl": Translations(CHECKED)})
    leaflet = compose(library, a_selection("insulinoma", language="pl"))

    assert "Ask us for large print." in english_parts(leaflet)
    assert "In an emergency call 999." in english_parts(leaflet)
    assert {run.text: run.lang for block in flat(leaflet.blocks) for run in runs(block)}["9 to 5"] == "en-GB"


def test_drawings_are_named_in_english():
    leaflet = compose(
        a_library(translations={"pl": Translations(CHECKED)}),
        a_selection("insulinoma", language="pl", body_map=True, body_note="Yours."),
    )

    [drawing] = [block for block in flat(leaflet.blocks) if isinstance(block, Drawing)]
    assert InLanguage("en-GB", (drawing,)) in leaflet.blocks
    assert POLISH.body_map in own_words(leaflet)


def test_a_machine_wording_is_told_in_both_languages_and_the_leaflet_awaits_review():
    leaflet = a_leaflet_in("pl")

    own, english = banner(leaflet).blocks
    assert plain(own.text) == POLISH.wording_unchecked
    assert english == InLanguage("en-GB", (Paragraph(words(ENGLISH.wording_unchecked)),))
    assert leaflet.needs_review


def test_a_wording_that_somebody_checked_needs_no_banner():
    library = a_library_in(translations={"pl": translations_in("pl", wording=CHECKED)})

    leaflet = a_leaflet_in("pl", library)

    assert banner(leaflet) is None
    assert not leaflet.needs_review


def test_a_draft_says_so_in_both_languages():
    topic = a_topic_in("pl", review=DRAFT)
    leaflet = a_leaflet_in("pl", a_library_in(translations={"pl": translations_in("pl", topics={"rights": topic})}))

    said = list(texts(banner(leaflet).blocks))
    assert said[0] == f"{POLISH.draft_banner}. {POLISH.draft_what}"
    assert said[2] == f"{ENGLISH.draft_banner}. {ENGLISH.draft_what}"


def test_a_stale_translation_is_told_in_both_languages_and_awaits_review():
    topic = a_topic_in("pl", translated=Translated("1.0.0", "1.2.0"))
    there = translations_in("pl", topics={"rights": topic}, wording=CHECKED)
    leaflet = a_leaflet_in("pl", a_library_in(translations={"pl": there}))

    own, english = texts(banner(leaflet).blocks)
    assert own == POLISH.translation_stale.format(title="Wszyscy ludzie")
    assert english == ENGLISH.translation_stale.format(title="Wszyscy ludzie")
    assert leaflet.needs_review


def test_a_translation_that_a_clinician_lets_stand_says_so_in_both_languages():
    topic = a_topic_in("pl", translated=Translated("old", "new", "Only a comma has changed."))
    there = translations_in("pl", topics={"rights": topic}, wording=CHECKED)
    leaflet = a_leaflet_in("pl", a_library_in(translations={"pl": there}))

    own, english = texts(banner(leaflet).blocks)
    assert own == POLISH.translation_waived.format(title="Wszyscy ludzie")
    assert english == ENGLISH.translation_waived.format(title="Wszyscy ludzie")


def test_a_stale_disclaimer_is_told_too():
    there = translations_in("pl", wording=CHECKED)
    stale = replace(there.disclaimers["standard"], translated=Translated("1.0", "2.0"))
    leaflet = a_leaflet_in("pl", a_library_in(translations={"pl": replace(there, disclaimers={stale.id: stale})}))

    assert plain(banner(leaflet).blocks[0].text) == POLISH.translation_stale.format(title=POLISH.about)


def test_a_translation_says_which_version_counts():
    assert POLISH.english_counts in own_words(a_leaflet_in("pl"))
    assert ENGLISH.english_counts in english_parts(a_leaflet_in("pl"))
    assert POLISH.english_counts not in own_words(in_polish())


@pytest.mark.parametrize(
    ("note", "is_english"), [("Bring your diary.", True), ("أحضر مفكرتك.", False), ("07565 978310", False)]
)
def test_a_note_that_runs_the_other_way_is_taken_for_english(note, is_english):
    leaflet = a_leaflet_in("ar", note=note)

    box = next(block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.NOTE)
    assert isinstance(box.blocks[1], InLanguage) is is_english


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en-GB", "A, B and C"), ("cy", "A, B, C"), ("pl", "A, B i C"), ("ar", "A، B وC"), ("ur", "A، B اور C")],
)
def test_lists_are_joined_the_way_the_language_joins_them(lang, said):
    assert say_list(["A", "B", "C"], a_wording(lang)) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [("cy", "1 Mai 2026"), ("pl", "1 maja 2026"), ("ar", "1 مايو 2026"), ("ur", "1 مئی 2026")],
)
def test_dates_have_the_month_in_the_language_and_digits_everyone_reads(lang, said):
    assert say_date(date(2026, 5, 1), a_wording(lang)) == said


def test_a_fact_in_words_is_said_in_the_translation_s_words():
    fact = a_fact("1 na 10 osób", words="niektóre osoby", low=1, per=10, is_outlook=True)
    leaflet = compose(
        a_library(
            translations={"pl": Translations(CHECKED, {"insulinoma": a_topic(lang="pl", facts={"cancer": fact})})}
        ),
        a_selection("insulinoma", language="pl", without_outlook=True),
    )

    assert "Niektóre osoby" in own_words(leaflet)
    assert "1 na 10" not in "\n".join(texts(leaflet.blocks))


def test_a_language_knows_its_names_and_which_way_it_runs():
    assert (language_of("ur").own_name, language_of("ur").english_name) == ("اردو", "Urdu")
    assert language_of("fr").own_name == "fr"
    assert [is_right_to_left(tag) for tag in ("ar", "ur-PK", "pl", "en-GB")] == [True, True, False, False]
    assert [runs_right_to_left(text) for text in ("(abc", "1. نص", "12")] == [False, True, None]
