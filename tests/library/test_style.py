"""Rules of plain and safe wording."""

import pytest

from leaflet_app.domain.faults import Level
from leaflet_app.domain.topic import Site
from leaflet_app.library.style import RULES
from tests.builders import a_topic

TOPIC = a_topic()
BLOCK, WARN = Level.BLOCK, Level.WARN


def findings(text, topic=TOPIC):
    return [(level, wrong) for level, rule in RULES for wrong, _ in rule(text, topic)]


@pytest.mark.parametrize(
    ("level", "text", "wrong"),
    [
        (BLOCK, "It is small and " * 7 + "round.", "has 29 words"),
        (WARN, "It is small and " * 5 + "round.", "has 21 words"),
        (BLOCK, "Please don’t worry.", "“don’t worry” promises too much"),
        (BLOCK, "It was nothing you did.", "“nothing you did” promises too much"),
        (BLOCK, "You are cured for good.", "“cured for good” promises too much"),
        (BLOCK, "It is harmless.", "“harmless” promises too much"),
        (BLOCK, "It is not large. It is harmless.", "“harmless” promises too much"),
        (BLOCK, "In 30% of people it spreads.", "a share is told in per cent only"),
        (BLOCK, "Ring 0800 434 6476 now.", "the phone number 0800 434 6476 is typed"),
        (BLOCK, "It is rare. about one in ten spread.", "begins with a small letter"),
        (WARN, "Most are benign.", "“benign” is said of a NET"),
        (WARN, "The tumor is small.", "“tumor” is American spelling"),
        (WARN, "The growth is localized.", "“localized” is American spelling"),
        (WARN, "Doctors recently found a cause.", "“recently” will be out of date"),
        (WARN, "There are new treatments.", "“new” will be out of date"),
    ],
)
def test_wording_that_misleads_is_found(level, text, wrong):
    assert [(level, wrong in each) for level, each in findings(text)] == [(level, True)]


@pytest.mark.parametrize(
    "text",
    [
        "A slow-growing NET is not always harmless.",
        "It is never harmless. It can spread.",
        "It spreads in 30 in 100 people (30%).",
        "You may see a doctor. They may do a test.",
        "Ring 999 or NHS 111.",
        "you feel shaky",
        "It is small and " * 4 + "very round indeed now.",
        "Tell us of any new pain, and before you take a new medicine.",
        "The size of a prize may make a doctor seize up.",
    ],
)
def test_plain_wording_passes(text):
    assert findings(text) == []


def test_a_pituitary_growth_may_be_called_benign():
    assert findings("Most are benign.", a_topic(site=Site.PITUITARY)) == []
