"""All checks by name, in the order a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.checks import languages, paper, practice, reviews, summary, words
from leaflet_app.domain.checks.check import FORMAT, PERSON, Check, Finding, Proof

CHECKS: Mapping[str, Callable[[Proof], Finding]] = MappingProxyType(
    {
        "Title and purpose": words.title_and_purpose,
        "Summary": summary.summary,
        "Publisher": practice.publisher,
        "Author": reviews.author,
        "Code and version": reviews.code_and_version,
        "Date and clinical review": reviews.signed,
        "Review cycle": reviews.cycle,
        "Language": languages.language,
        "Phone": practice.phone,
        "Hours": practice.hours,
        "Emergency": practice.emergency,
        "Other formats": practice.other_formats,
        "Feedback": practice.feedback,
        "Sources": words.sources,
        "Support": words.support,
        "Treatment choices": words.treatment,
        "No advertising": words.interests,
        "Disclaimer": words.disclaimer,
        "Page numbers": paper.page_numbers,
        "Privacy": practice.privacy,
        "Size of type": paper.size_of_type,
        "Line length": paper.line_length,
        "Colours": paper.colours,
        "Phone numbers": paper.whole_phones,
    }
)


def check(proof: Proof) -> tuple[Check, ...]:
    """Ask every question of the table. What a summary does not print a heading for stands below the last one."""
    there = {"", "title", FORMAT, PERSON, *(heading.anchor for heading in headings(proof.leaflet.blocks))}
    found = ((name, ask(proof)) for name, ask in CHECKS.items())
    return tuple(
        Check(name, *(each if each.anchor in there else each._replace(anchor="about"))) for name, each in found
    )
