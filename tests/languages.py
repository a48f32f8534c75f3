"""A leaflet in each language, in words that people translated: Article 1 of the Universal Declaration of Human Rights.

Nothing here is about health, and nothing here is shipped.
"""

from dataclasses import replace

from leaflet_app.domain.blocks import Bullets, Paragraph, Run, words
from leaflet_app.domain.compose import compose
from leaflet_app.domain.languages import ENGLISH, Translated
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.domain.topic import Section, SectionKey, Topic, Urgency
from leaflet_app.domain.translations import Translations
from tests.builders import a_fact, a_library, a_practice, a_selection, a_topic, a_wording, an_urgent_line

RIGHTS = {
    "en-GB": (
        "All human beings are born free and equal in dignity and rights.",
        "They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
    ),
    "cy": (
        "Genir pawb yn rhydd ac yn gydradd â'i gilydd mewn urddas a hawliau.",
        "Fe'u cynysgaeddir â rheswm a chydwybod, a dylai pawb ymddwyn y naill at y llall mewn ysbryd cymodlon.",
    ),
    "pl": (
        "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.",
        "Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
    ),
    "ar": (
        "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
        "وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء.",
    ),
    "ur": (
        "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
        "انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لئے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہیئے۔",
    ),
}
"""The two sentences of the article in each language."""

TITLES = {
    "en-GB": "All human beings",
    "cy": "Genir pawb yn rhydd",
    "pl": "Wszyscy ludzie",
    "ar": "جميع الناس",
    "ur": "تمام انسان",
}


def a_topic_in(lang: str, **changes) -> Topic:
    """Return a topic about the article: plain words, bold ones, a link, a list, a number and a name in English."""
    first, second = RIGHTS[lang]
    linked = Run(TITLES[lang], link="https://www.un.org/en/udhr")
    name = Run("(Universal Declaration of Human Rights, 1948)", lang="" if lang == ENGLISH else ENGLISH)
    blocks = (
        Paragraph((Run(f"{first} "), Run(second, bold=True))),
        Paragraph((*words(f"{second} "), linked, *words(" "), name)),
        Bullets((words(first), words(second), (Run("1948: ", bold=True), Run(first)))),
    )
    built = a_topic(
        "rights",
        title=TITLES[lang],
        lang=lang,
        purpose=first,
        sections=(
            Section(SectionKey.WHAT, TITLES[lang], blocks),
            Section(SectionKey.SYMPTOMS, TITLES[lang], (Paragraph(words(f"{first} {second} " * 4)),)),
        ),
        facts={"site": a_fact(TITLES[lang]), "how_common": a_fact(f"{TITLES[lang]} (1948)")},
        urgent=(
            replace(an_urgent_line(first), lang=lang),
            replace(an_urgent_line(second, Urgency.SAME_DAY, "second"), lang=lang),
        ),
        questions=(words(first), words(second)),
        support=("ncuk",),
        translated=None if lang == ENGLISH else Translated("1.0.0", "1.0.0"),
    )
    return replace(built, **changes)


def translations_in(lang: str, **changes) -> Translations:
    """Return the article translated, with the shipped words of the language."""
    first, second = RIGHTS[lang]
    disclaimer = Disclaimer("1.0", (words(first), words(second)), lang, Translated("1.0", "1.0"))
    built = Translations(a_wording(lang), {"rights": a_topic_in(lang)}, disclaimers={disclaimer.id: disclaimer})
    return replace(built, **changes)


def a_library_in(*langs: str, **changes) -> Library:
    """Return a library with the article in English and in these languages."""
    practice = a_practice(name="Example Clinic", contact_form="https://example.org/contact")
    translations = {lang: translations_in(lang) for lang in langs if lang != ENGLISH}
    return a_library(a_topic_in(ENGLISH), **{"practice": practice, "translations": translations} | changes)


def a_leaflet_in(lang: str, library: Library | None = None, **changes) -> Leaflet:
    """Return the article as a leaflet in a language; `changes` are those of the selection."""
    return compose(library or a_library_in(lang), a_selection("rights", language=lang, **changes))
