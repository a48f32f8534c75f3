"""What a reader sees is compared with the leaflet: its person and no other, its code on every page, all its pages."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.read_back import mismatch
from leaflet_app.domain.selection import Recipient
from tests.builders import a_leaflet

LEAFLET = a_leaflet(recipient=Recipient("Ann Onymous", "REF 12/34"))
NOBODYS = a_leaflet()


def pages_of(leaflet, count=2, footer="{code} · page {page}"):
    """Return the text of the pages as a reader of PDFs would give it."""
    opening = filter(None, (leaflet.title, leaflet.purpose, leaflet.for_person, *texts(leaflet.blocks)))
    first = "\r\n".join(("The Clinic", footer.format(code=leaflet.code, page=1), *opening))
    return (first, *(f"{footer.format(code=leaflet.code, page=page)}\r\nMore." for page in range(2, count + 1)))


@pytest.mark.parametrize("leaflet", [LEAFLET, NOBODYS])
def test_a_leaflet_is_its_own(leaflet):
    assert mismatch(leaflet, 2, pages_of(leaflet)) == ""


@pytest.mark.parametrize(
    "other",
    [
        Recipient("Ann Onymous", "REF 12/43"),
        Recipient("Ann Onymous", "REF 1/234"),
        Recipient("Ann Onymous"),
        Recipient("Ann Onymous", "REF 12/34 B"),
        Recipient("Zoë Else", "REF 12/34"),
        Recipient(),
    ],
)
def test_the_leaflet_of_anyone_else_is_seen(other):
    others = a_leaflet(recipient=other)

    assert "whom this leaflet is for" in mismatch(LEAFLET, 2, pages_of(others))
    assert "whom this leaflet is for" in mismatch(others, 2, pages_of(LEAFLET))


def test_a_line_that_is_too_much_is_seen():
    pages = tuple(page.replace("\r\nGet help", "\r\nFor: Zoë Else\r\nGet help") for page in pages_of(LEAFLET))

    assert mismatch(LEAFLET, 2, pages)


def test_lines_may_end_anywhere_in_the_words():
    pages = tuple(page.replace("Ann Onymous", "Ann Onym\u0002\r\nous") for page in pages_of(LEAFLET))

    assert mismatch(LEAFLET, 2, pages) == ""


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_page_too_few_or_too_many_is_seen(count):
    assert "pages instead of 2" in mismatch(LEAFLET, 2, pages_of(LEAFLET, count))


@pytest.mark.parametrize("footer", ["page {page}", "CL-000000-00 · page {page}", "{code} CL-000000-00 · page {page}"])
def test_a_page_without_the_code_or_with_another_is_seen(footer):
    pages = (*pages_of(LEAFLET)[:1], *pages_of(LEAFLET, footer=footer)[1:])

    assert "code of this leaflet" in mismatch(LEAFLET, 2, pages)


def test_lines_from_right_to_left_may_be_read_in_either_order():
    leaflet = replace(LEAFLET, lang="ar", title="معلومات لك", purpose="في هذه النشرة", for_person="إلى: Ann · 7")
    turned = replace(leaflet, purpose="النشرة هذه في", for_person="Ann · 7 :إلى")
    another = replace(leaflet, for_person="Zoë · 7 :إلى")
    both = replace(leaflet, for_person="Ann Zoë · 7 :إلى")
    code = leaflet.code[::-1]

    assert mismatch(leaflet, 2, pages_of(turned)) == ""
    assert mismatch(leaflet, 2, pages_of(turned, footer=f"صفحة {{page}} {code}")) == ""
    assert mismatch(leaflet, 2, pages_of(another)) != ""
    assert mismatch(leaflet, 2, pages_of(both)) != ""
    assert mismatch(replace(leaflet, lang="en-GB"), 2, pages_of(turned, footer=code)) != ""
