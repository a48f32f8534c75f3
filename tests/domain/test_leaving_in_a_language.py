"""No leaflet leaves with a translation of an English text that has changed, unless a clinician lets it."""

from dataclasses import replace
from datetime import date

import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import NotApproved
from leaflet_app.domain.languages import Translated
from leaflet_app.domain.leaving import check_may_leave
from tests.builders import a_selection
from tests.languages import a_library_in, a_topic_in, translations_in

TODAY = date(2026, 11, 22)


def a_library_with(translated):
    """Return the article in Welsh, as a translation of this English text."""
    there = translations_in("cy", topics={"rights": a_topic_in("cy", translated=translated)})
    return a_library_in(translations={"cy": there})


def leave(library, **choices):
    check_may_leave(library, a_selection("rights", **choices), TODAY, approved_only=False)


@pytest.mark.parametrize("beside", ["", "en-GB"])
def test_a_stale_translation_holds_the_leaflet_back_and_names_it(beside):
    library = a_library_with(Translated("old", "new"))

    with pytest.raises(NotApproved, match="changed since Genir pawb yn rhydd was translated"):
        leave(library, language="cy", beside=beside)
    assert compose(library, a_selection("rights", language="cy", beside=beside)).needs_review


def test_the_english_leaflet_leaves_meanwhile():
    leave(a_library_with(Translated("old", "new")))


@pytest.mark.parametrize("translated", [Translated("new", "new"), Translated("old", "new", "Only a comma.")])
def test_a_fresh_translation_and_a_waived_one_leave(translated):
    leave(a_library_with(translated), language="cy")


def test_a_stale_disclaimer_holds_every_leaflet_in_its_language_back():
    there = translations_in("cy")
    old = {each: replace(its, translated=Translated("1.0", "2.0")) for each, its in there.disclaimers.items()}
    library = a_library_in(translations={"cy": replace(there, disclaimers=old)})

    with pytest.raises(NotApproved):
        leave(library, language="cy")
