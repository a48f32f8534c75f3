"""A text is translated beside its English, and checked again where that has changed. No word here is clinical."""

import pytest

from leaflet_app.domain.errors import EditedMeanwhile, EditRefused
from leaflet_app.domain.facing import checked, translates, with_checked
from leaflet_app.domain.sentence_marks import MarkKind
from leaflet_app.library.files import content_id
from leaflet_app.services import library_store
from leaflet_app.services.review_texts import submit
from leaflet_app.services.translate_text import begin, begin_facing, begin_text, facing, look_over, save
from leaflet_app.services.translations_standing import standing
from tests.fakes import a_desk
from tests.languages import RIGHTS
from tests.library.folder import FILES, SURGERY
from tests.library.polish import FILES as POLISH
from tests.library.polish import OF_SURGERY, SHARED

FIRST, SECOND = RIGHTS["en-GB"]
ENGLISH = FILES[SURGERY].replace("A surgeon takes out the lump.", f"{FIRST} {SECOND}")
OF_ENGLISH = content_id(ENGLISH.encode())
TRANSLATION = POLISH[SHARED].replace(OF_SURGERY, OF_ENGLISH).replace(RIGHTS["pl"][1], " ".join(RIGHTS["pl"]))


def keep(desk, **texts):
    """Keep files as the newest version."""
    base = library_store.newest(desk).commit
    library_store.change(desk, {file: text.encode() for file, text in texts.items()}, "Change", base=base)


@pytest.fixture
def desk(library):
    made = a_desk(library)
    keep(made, **{SURGERY: ENGLISH, SHARED: TRANSLATION})
    return made


@pytest.fixture
def changed(desk):
    """Return the desk after the second English sentence has changed."""
    keep(desk, **{SURGERY: ENGLISH.replace("conscience", "a conscience")})
    return desk


def stands(desk):
    [found] = [each for each in standing(desk) if each.file == SHARED]
    return found


def test_a_translation_of_todays_english_has_nothing_to_check(desk):
    opened = facing(desk, SHARED)

    assert opened.before == opened.english == ENGLISH
    assert opened.marks(opened.text) == ()
    assert stands(desk).said == "up to date"


def test_the_one_sentence_whose_english_changed_is_to_be_checked(changed):
    opened = facing(changed, SHARED)

    [mark] = opened.marks(opened.text)
    assert (mark.kind, mark.before, mark.translated) == (MarkKind.CHANGED, SECOND, RIGHTS["pl"][1])
    assert opened.before == ENGLISH
    assert stands(changed).said == "out of date: 1 to check"


def test_an_english_text_sent_to_review_with_the_same_words_leaves_its_translation_up_to_date(desk):
    submit(desk, SURGERY, "1.0.0", "Ready", "E Editor")
    opened = facing(desk, SHARED)

    assert stands(desk).said == "up to date"
    assert not look_over(desk, opened, opened.text).is_of_today
    assert not library_store.newest(desk).library.translations["pl"].shared["treat-surgery"].translated.is_stale


def test_words_of_english_that_changed_without_a_sentence_leave_a_translation_to_be_saved_again(desk):
    keep(desk, **{SURGERY: ENGLISH.replace("+++\n", "+++\n# Looked at by E Editor.\n", 1)})
    opened = facing(desk, SHARED)

    assert stands(desk).said == "out of date"
    assert look_over(desk, opened, opened.text).is_of_today
    saved = save(desk, opened, opened.text)
    assert not look_over(desk, saved, saved.text).is_of_today
    assert stands(desk).said == "up to date"


def test_a_sentence_found_to_be_right_makes_it_a_translation_of_todays_english(changed):
    opened = facing(changed, SHARED)
    [mark] = opened.marks(opened.text)

    saved = save(changed, opened, with_checked(opened.text, mark))

    assert translates(saved.text) == saved.english_id
    assert checked(saved.text) == ()
    assert saved.text == TRANSLATION.replace(OF_ENGLISH, saved.english_id)
    assert stands(changed).said == "up to date"
    assert library_store.history(changed, SHARED)[0].message == "Translate Surgery (Polish)"


def test_what_is_left_to_check_stays_marked_and_what_was_checked_does_not(desk):
    keep(desk, **{SURGERY: ENGLISH.replace("All human", "Human").replace("conscience", "a conscience")})
    opened = facing(desk, SHARED)
    first, second = opened.marks(opened.text)

    saved = save(desk, opened, with_checked(opened.text, first))

    assert [mark.id for mark in saved.marks(saved.text)] == [second.id]
    assert translates(saved.text) == OF_ENGLISH
    assert "1 still to check" in library_store.history(desk, SHARED)[0].message


def test_a_checked_sentence_is_to_be_checked_again_once_its_words_change(changed):
    opened = facing(changed, SHARED)
    [mark] = opened.marks(opened.text)
    text = with_checked(opened.text, mark).replace("rozumem", "umysłem")

    assert len(opened.marks(text)) == 1


def test_a_version_in_place_of_a_text_leaves_every_sentence_to_check(desk):
    keep(desk, **{SHARED: TRANSLATION.replace(OF_ENGLISH, "0.1.0")})
    opened = facing(desk, SHARED)

    assert opened.before is None
    assert len(opened.marks(opened.text)) == 3
    assert stands(desk).to_check == 3


def test_a_new_translation_has_every_part_and_says_nothing(desk):
    file = begin(desk, "insulinoma", "cy")

    opened = facing(desk, file)
    english = library_store.newest(desk).library.topics["insulinoma"]
    assert translates(opened.text) == opened.english_id
    assert 'title = ""' in opened.text
    for key in english.facts:
        assert f"\n{key} = {{ text = " in opened.text
    for section in english.sections:
        assert f"## {{#{section.key.value}}}" in opened.text
    assert "**Ffoniwch 999 os" in opened.text
    assert english.title not in opened.text.replace("insulinoma", "")
    [found] = [each for each in standing(desk) if each.file == file]
    assert found.said == "100 left to translate"
    [fault] = [each for each in library_store.newest(desk).library.faults if each.file == file]
    assert fault.wrong == "100 of 100 sentences are not translated yet"
    assert library_store.newest(desk).library.in_language("cy").topics["insulinoma"].lang == "en-GB"


def test_all_three_bold_lines_of_get_help_fast_stand_there_in_the_language(desk):
    text = begin_text(desk, "topics/insulinoma/cy.md")
    wording = library_store.newest(desk).library.translations["cy"].wording

    for lead in (wording.emergency_lead, wording.same_day_lead, wording.advice_lead):
        assert f"\n**{lead}**\n" in text


def test_a_begun_text_is_kept_nowhere(desk):
    before = library_store.newest(desk).commit

    begun, text = begin_facing(desk, "topics/insulinoma/cy.md")
    looked = look_over(desk, begun, text)

    assert library_store.newest(desk).commit == before
    assert begun.text == ""
    assert (looked.to_check, looked.to_translate, looked.sentences) == (0, 100, 100)
    assert len(looked.faults) == 1


def test_what_is_wrong_in_a_translated_part_is_told_before_the_rest_is_translated(desk):
    begun, text = begin_facing(desk, "topics/insulinoma/cy.md")
    text = text.replace('purpose = ""', 'purpose = "I <b>bawb</b>"')

    wrong = [each.wrong for each in look_over(desk, begun, text).faults]

    assert wrong == ["99 of 100 sentences are not translated yet", wrong[-1]]
    assert "<" in wrong[-1]


def test_one_paragraph_that_is_left_to_write_keeps_a_translation_from_print(desk):
    keep(desk, **{SHARED: TRANSLATION.rstrip() + "\n\n…\n"})

    library = library_store.newest(desk).library
    assert "treat-surgery" not in library.translations["pl"].shared
    assert stands(desk).to_translate > 0


def test_a_translation_of_an_english_text_that_was_never_here_opens_and_is_to_be_checked(desk):
    keep(desk, **{SHARED: TRANSLATION.replace(OF_ENGLISH, "ab" * 20)})

    opened = facing(desk, SHARED)
    assert opened.before is None
    assert len(opened.marks(opened.text)) == 3
    assert stands(desk).said == "out of date: 3 to check"


def test_what_another_version_translates_is_looked_up_when_its_words_say_so(changed):
    opened = facing(changed, SHARED)
    other = opened.text.replace(OF_ENGLISH, "ab" * 20)

    assert look_over(changed, opened, opened.text).to_check == 1
    assert look_over(changed, opened, other).to_check == 3


def test_a_quote_that_is_not_closed_yet_marks_no_other_sentence(changed):
    opened, (begun, text) = facing(changed, SHARED), begin_facing(changed, "topics/insulinoma/cy.md")

    assert look_over(changed, opened, opened.text.replace('lang = "', 'lang = ""')).to_check == 1
    assert look_over(changed, begun, text.replace('title = ""', 'title = "')).to_check == 0


def test_an_english_text_with_lines_of_windows_can_be_translated(desk):
    keep(desk, **{SURGERY: ENGLISH.replace("\n", "\r\n").replace("+++\r\n", "+++ \r\n")})

    text = begin_text(desk, "shared/treat-surgery/cy.md")
    assert text.startswith("+++\n")
    assert "\r" not in text


def test_a_translation_whose_english_has_a_fault_is_opened_and_says_so(desk):
    keep(desk, **{SURGERY: ENGLISH.replace("title = ", "titel = ")})
    opened = facing(desk, SHARED)

    [fault] = look_over(desk, opened, opened.text).faults
    assert fault.wrong == "the English text has a fault"


@pytest.mark.parametrize(("text", "lang"), [("nothing-there", "cy"), ("insulinoma", "tlh"), ("treat-surgery", "pl")])
def test_a_translation_that_cannot_be_begun_is_refused_in_words(desk, text, lang):
    with pytest.raises(EditRefused):
        begin(desk, text, lang)


def test_nobody_s_change_is_lost_when_two_save(changed):
    opened = facing(changed, SHARED)
    keep(changed, **{SHARED: TRANSLATION.replace("Wszyscy", "Wszystkie")})

    with pytest.raises(EditedMeanwhile):
        save(changed, opened, opened.text + "\n")


def test_each_text_is_listed_in_each_language(desk):
    stood = standing(desk)

    assert {each.lang for each in stood} == {"ar", "cy", "pl", "ur"}
    assert sum(each.is_there for each in stood) == 1
    assert next(each for each in stood if not each.is_there).said == "not translated"
