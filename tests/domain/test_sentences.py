"""Words become a sentence without a letter of theirs being lost."""

import pytest

from leaflet_app.domain.sentences import capitalised, ended, sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("save it as UTF-8", "Save it as UTF-8."),
        ("did you mean NHS?", "Did you mean NHS?"),
        ("“x” is no id", "“x” is no id."),
    ],
)
def test_a_sentence_begins_large_ends_once_and_is_else_as_written(words, said):
    assert sentence(words) == said


def test_what_begins_or_ends_rightly_stays():
    assert capitalised("NHS number") == "NHS number"
    assert ended("Done!") == "Done!"
