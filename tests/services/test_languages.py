"""The languages that leaflets can be made in."""

from leaflet_app.domain.languages import language_of
from leaflet_app.services.languages import offered, translated_topics
from tests.builders import a_library
from tests.languages import a_library_in


def test_english_comes_first_and_every_language_with_words_follows():
    assert [language.tag for language in offered(a_library_in("cy", "ur"))] == ["en-GB", "cy", "ur"]


def test_a_library_in_another_language_offers_the_same():
    library = a_library_in("cy", "ur")

    assert offered(library.in_language("ur")) == offered(library)


def test_a_library_without_translations_offers_english():
    assert [language.own_name for language in offered(a_library())] == ["English"]


def test_only_what_is_translated_counts():
    library = a_library_in("cy")

    assert translated_topics(library, language_of("cy")) == ("rights",)
    assert translated_topics(library, language_of("en-GB")) == ("rights",)
