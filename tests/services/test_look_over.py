"""How every text of the library stands."""

from datetime import timedelta

import pytest

from leaflet_app.domain.review import Status
from leaflet_app.services.look_over import LONGEST_QUOTE, look_over
from tests.builders import MADE_ON, SHIPPED_FILES
from tests.library.folder import INSULINOMA, SURGERY, Folder

NOTICE, AT_HOME = "practice/disclaimer/en-GB.md", "practice/disclaimer/at-home/en-GB.md"


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def looked_over(folder, on=MADE_ON):
    return look_over(folder.read(), folder.files, on)


def test_topics_come_first_then_shared_texts_then_disclaimers(folder):
    [topic, shared, disclaimer] = looked_over(folder).texts

    assert (topic.id, topic.title, topic.site) == ("insulinoma", "Insulinoma", "Pancreas")
    assert (shared.id, shared.title, shared.site) == ("shared/treat-surgery", "Surgery", "")
    assert (disclaimer.file, disclaimer.title, disclaimer.site) == (NOTICE, "Disclaimer", "")
    assert disclaimer.review.status is Status.DRAFT


def test_each_disclaimer_has_its_own_problems_and_languages(folder):
    text = (folder.root / NOTICE).read_text()
    folder.write(AT_HOME, text.replace("+++\n", '+++\ntitle = "At home"\n', 1))
    folder.write(AT_HOME.replace("en-GB", "cy"), "half a text")

    *_, standard, at_home = looked_over(folder).texts
    assert (at_home.title, at_home.file) == ("Disclaimer “At home”", AT_HOME)
    assert at_home.problems
    assert standard.problems == ()


def test_a_text_has_its_problems_with_the_line_they_are_about(folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")
    folder.change(SURGERY, "A surgeon", "Don't worry: a surgeon")

    [topic, shared, _] = looked_over(folder).texts
    [problem] = topic.problems
    assert problem.fault.wrong == "“tumor” is American spelling"
    assert problem.quote == "The tumor is found by blood tests."
    assert not problem.stops_approval
    assert shared.problems[0].fault.file == SURGERY


def test_a_long_line_is_quoted_in_part(folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found. " + "Blood is red. " * 40)

    quotes = {len(problem.quote) for problem in looked_over(folder).texts[0].problems}
    assert LONGEST_QUOTE - 2 < max(quotes) <= LONGEST_QUOTE


def test_a_text_that_cannot_be_read_comes_first_by_its_own_title_with_all_its_problems(folder):
    folder.write("topics/vipoma/en-GB.md", '+++\ntitle = "VIPoma and the bowel"\nkind = \n+++\n')
    folder.write("topics/vipoma/approval.toml", "no table")
    folder.write("shared/rest/en-GB.md", "half a text")

    shared, topic, *sound = looked_over(folder).texts
    assert (topic.id, topic.title, topic.is_readable) == ("vipoma", "VIPoma and the bowel", False)
    assert {problem.fault.file for problem in topic.problems} == {topic.file, "topics/vipoma/approval.toml"}
    assert (shared.id, shared.title, shared.is_readable) == ("shared/rest", "Rest", False)
    assert all(text.is_readable for text in sound)


def test_a_folder_without_an_english_text_is_no_text(folder):
    folder.write("topics/vipoma/cy.md", "half a text")

    overview = looked_over(folder)
    assert all(text.is_readable for text in overview.texts)
    assert {problem.fault.file for problem in overview.others} >= {"topics/vipoma/en-GB.md"}


def test_files_that_are_no_text_of_the_library_stand_apart(folder):
    folder.change("questions/en-GB.toml", "spread?", "spread, tumor?")

    overview = looked_over(folder)
    assert {problem.fault.file for problem in overview.others} == {"questions/en-GB.toml"}
    assert all(not text.problems for text in overview.texts)


def test_a_fact_is_stale_a_year_after_its_source_was_read(folder):
    assert looked_over(folder).texts[0].stale == ()

    [entry] = looked_over(folder, MADE_ON + timedelta(days=366)).texts[0].stale
    assert entry.key == "how_common"
    assert entry.days_since_check == 366


def test_the_shipped_library_is_looked_over_whole(library):
    overview = look_over(library, SHIPPED_FILES, MADE_ON)

    assert len(overview.texts) == len(library.topics) + len(library.shared) + len(library.disclaimers)
    assert all(text.grade > 0 for text in overview.texts)
