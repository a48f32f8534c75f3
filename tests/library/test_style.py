"""Rules of plain and safe wording."""

import pytest

from leaflet_app.domain.topic import Site
from leaflet_app.library.style import RULES
from tests.builders import a_topic

TOPIC = a_topic()


def findings(text, topic=TOPIC):
    return [wrong for rule in RULES for wrong, _ in rule(text, topic)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It is small and " * 7 + "round.", "has 29 words"),
        ("Please don’t worry.", "“don’t worry” promises too much"),
        ("It is harmless.", "“harmless” promises too much"),
        ("It is not large. It is harmless.", "“harmless” promises too much"),
        ("In 30% of people it spreads.", "a share is told in per cent only"),
        ("Most are benign.", "“benign” is said of a NET"),
        ("The tumor is small.", "“tumor” is American spelling"),
        ("Ring 0800 434 6476 now.", "the phone number 0800 434 6476 is typed"),
        ("It is rare. about one in ten spread.", "begins with a small letter"),
    ],
)
def test_wording_that_misleads_is_found(text, wrong):
    assert any(wrong in each for each in findings(text)), findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "A slow-growing NET is not always harmless.",
        "It is never harmless. It can spread.",
        "It spreads in 30 in 100 people (30%).",
        "You may see a doctor. They may do a test.",
        "Ring 999 or NHS 111.",
        "you feel shaky",
    ],
)
def test_plain_wording_passes(text):
    assert findings(text) == []


def test_a_pituitary_growth_may_be_called_benign():
    assert findings("Most are benign.", a_topic(site=Site.PITUITARY)) == []
