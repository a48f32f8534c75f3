"""Rules of plain and safe wording."""

import pytest

from leaflet_app.domain.faults import Weight
from leaflet_app.domain.topic import Site
from leaflet_app.library.style import RULES
from tests.builders import a_topic

TOPIC = a_topic()
FAULT, WARNING = Weight.FAULT, Weight.WARNING


def findings(text, topic=TOPIC):
    return [(weight, wrong) for weight, rule in RULES for wrong, _ in rule(text, topic)]


@pytest.mark.parametrize(
    ("weight", "text", "wrong"),
    [
        (FAULT, "It is small and " * 7 + "round.", "has 29 words"),
        (WARNING, "It is small and " * 5 + "round.", "has 21 words"),
        (FAULT, "Please don’t worry.", "“don’t worry” promises too much"),
        (FAULT, "It was nothing you did.", "“nothing you did” promises too much"),
        (FAULT, "You are cured for good.", "“cured for good” promises too much"),
        (FAULT, "It is harmless.", "“harmless” promises too much"),
        (FAULT, "It is not large. It is harmless.", "“harmless” promises too much"),
        (FAULT, "In 30% of people it spreads.", "a share is told in per cent only"),
        (FAULT, "Ring 0800 434 6476 now.", "the phone number 0800 434 6476 is typed"),
        (FAULT, "It is rare. about one in ten spread.", "begins with a small letter"),
        (WARNING, "Most are benign.", "“benign” is said of a NET"),
        (WARNING, "The tumor is small.", "“tumor” is American spelling"),
        (WARNING, "The growth is localized.", "“localized” is American spelling"),
        (WARNING, "Doctors recently found a cause.", "“recently” will be out of date"),
        (WARNING, "There are new treatments.", "“new” will be out of date"),
    ],
)
def test_wording_that_misleads_is_found(weight, text, wrong):
    assert [(weight, wrong in each) for weight, each in findings(text)] == [(weight, True)]


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
