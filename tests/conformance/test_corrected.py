"""A corrected leaflet keeps both standards too, in every language and on small paper."""

from dataclasses import replace

import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.changes import corrected
from leaflet_app.domain.languages import LANGUAGES
from leaflet_app.domain.look import Format
from leaflet_app.pdf.render import render
from tests.builders import a_selection
from tests.conformance.checks import faults
from tests.conformance.matrix import UA, A
from tests.conformance.validators import second_opinion
from tests.pdf.tagged_pdf import TaggedPdf


@pytest.mark.parametrize("lang", [each.tag for each in LANGUAGES])
def test_a_corrected_leaflet_keeps_both_standards(library, lang):
    selection = a_selection("insulinoma", language=lang, format=Format.A5)
    topic = library.topics["insulinoma"]
    other = replace(topic, sections=(replace(topic.sections[0], blocks=topic.sections[1].blocks), *topic.sections[2:]))
    practice = replace(library.practice, phone="07565 978311")
    old = replace(library, topics={**library.topics, "insulinoma": other}, practice=practice)
    wording = library.in_language(lang).wording
    pdf = render(corrected(compose(old, selection), compose(library, selection), wording), selection.look).pdf

    assert faults(TaggedPdf(pdf)) == []
    assert second_opinion(pdf, UA) == second_opinion(pdf, A) == []
