"""A leaflet that holds one of everything."""

from functools import cache

from leaflet_app.domain.blocks import Paragraph, Run, words
from leaflet_app.domain.compose import compose
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.topic import Section, SectionKey
from tests.builders import DRAFT, SHIPPED_LIBRARY, a_library, a_practice, a_section, a_selection, a_topic

LOGO = (SHIPPED_LIBRARY / "practice" / "logo.png").read_bytes()
LINKED = Section(
    SectionKey.TREATMENT,
    "How it is treated",
    (
        Paragraph(
            (
                Run("Surgery is usual. Read "),
                Run(
                    "what the charity says about all the treatments that there are, and how each of them works for you",
                    link="https://example.org/treatment",
                ),
                Run(", and "),
                Run("ask", bold=True),
                Run("."),
            )
        ),
    ),
)


@cache
def a_rich_leaflet() -> Leaflet:
    """Return a leaflet of two topics with every kind of block, some over two pages."""
    long = a_section(SectionKey.SYMPTOMS, "What you may notice", *["You may feel shaky and hungry. " * 12] * 8)
    listed = a_section(SectionKey.TESTS, "How it is found", "You may have:", bullets=["a blood test", "a scan"])
    shared = {"shared": ("treat-surgery",), "support": ("ncuk",), "bank": ("spread",), "review": DRAFT}
    topics = (
        a_topic(sections=(a_section(), long, listed, LINKED), **shared),
        a_topic("gastrinoma", questions=(words("What about my diet?"),), **shared),
    )
    practice = a_practice(
        name="Example Clinic",
        consultant_role="Consultant Endocrinologist",
        contact_form="https://example.org/contact",
        brand=Brand(logo=LOGO, logo_alt="Example Clinic"),
    )
    selection = a_selection(
        "insulinoma", "gastrinoma", note="Bring your diary.", recipient=Recipient("Zoë Łucka", "A1")
    )
    return compose(a_library(*topics, practice=practice), selection)
