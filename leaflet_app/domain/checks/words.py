"""What a leaflet tells of itself: for whom it is, what it rests on, and what it leaves to a person to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leaflet_app.domain.blocks import bare_address, flat, headings, runs, texts
from leaflet_app.domain.checks.check import Finding, Proof, look, passed, stop
from leaflet_app.domain.compose import printed_texts
from leaflet_app.domain.counted import some
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.topic import Kind, SectionKey

LONGEST_TITLE = 65
"""Letters (NHS service manual)."""

WEIGHED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        what: re.compile(rf"\b(?:{marks})", re.IGNORECASE)
        for what, marks in {
            "benefits": r"cure|ease\b|eases|relie[fv]|control|shrink|slow (?:it|them|down)",
            "risks": "risk|side effect|problem|complication",
            "other choices": r"other (?:treatment|choice|way)|option|instead|or you may|if you cannot have",
            "having no treatment": r"no treatment|without treatment|not (?:be )?treated|untreated|watch and wait",
            "deciding together": "deci(?:de|sion)|choose|choice|ask your|matters to you",
        }.items()
    }
)
"""What a fair text on treatment weighs, and words that show it is spoken of (DISCERN 8 to 15)."""


def title_and_purpose(proof: Proof) -> Finding:
    """See that a short title says what it is about, and one line for whom it is."""
    leaflet = proof.leaflet
    if not leaflet.purpose.strip():
        return look("It does not say for whom it is.", "Write the topic's purpose in the library.", "title")
    if len(leaflet.title) > LONGEST_TITLE:
        return look(
            f"The title has {len(leaflet.title)} letters; up to {LONGEST_TITLE} read at a glance.",
            "Shorten the topic's title in the library.",
            "title",
        )
    return passed(f"“{leaflet.title}”: {leaflet.purpose}", "title")


def sources(proof: Proof) -> Finding:
    """See that every figure names its sources, each read within the year."""
    counted = [fact for fact in proof.facts if fact.low is not None]
    bare = [f"“{fact.text}”" for fact in counted if not fact.sources]
    stale = [f"“{fact.text}”" for fact in proof.facts if fact.is_stale(proof.leaflet.made_on)]
    anchor = "sources" if _has(proof, "sources") else "title"
    if bare:
        return look(f"No source is named for {some(bare)}.", "Add one in the library, or leave it out.", anchor)
    if stale:
        return look(f"Last read in its source more than a year ago: {some(stale)}.", "Read the source again.", anchor)
    if not any(fact.sources for fact in proof.facts):
        return passed("It prints nothing that needs a source.")
    if anchor == "title":
        return passed("The sources are on file; this copy leaves them out.")
    return passed("Every figure names its source, read within the year.", anchor)


def support(proof: Proof) -> Finding:
    """See that someone else who can help is named."""
    if proof.leaflet.is_summary and any(topic.support for topic in proof.topics):
        return passed("A summary names no groups; the full leaflet names some that can help.", "contact")
    if not _has(proof, "support"):
        return look("It names no group that can help.", "Print “Who can help”, or add a group to the topic.", "contact")
    return passed("It names groups that can help.", "support")


def treatment(proof: Proof) -> Finding:
    """See that a text on treatment weighs it; whether fairly, only a clinician can tell."""
    anchors = [heading.anchor for heading in headings(proof.leaflet.blocks) if _is_treatment(heading.anchor)]
    if not anchors:
        return _untold(proof)
    if any(text.lang != ENGLISH for text in printed_texts(proof.library, proof.selection)):
        return look(
            "The words that show it weighs treatments fairly are known in English only.",
            "Check it in English before you print it.",
            anchors[0],
        )
    text = "\n".join(texts(proof.leaflet.blocks))
    silent = [what for what, marks in WEIGHED.items() if not marks.search(text)]
    if silent:
        return look(
            f"Found no words on {some(silent)}.", "Read “How it is treated”, and tell them yourself.", anchors[0]
        )
    if proof.leaflet.needs_review:
        return look(
            "It has words on benefits, risks, other choices, having no treatment and deciding together. "
            "Whether they are fair, only a clinician can tell.",
            "Read “How it is treated” with that in mind.",
            anchors[0],
        )
    return passed(
        f"Signed by {some(review.clinical_reviewer for _, review in proof.reviews)}; it speaks of benefits, risks, "
        "other choices, having no treatment and deciding together.",
        anchors[0],
    )


def interests(proof: Proof) -> Finding:
    """See that nothing is advertised: every address is the practice's, a group's or a source's."""
    strange = [
        (run.link, run.text)
        for block in flat(proof.leaflet.blocks)
        for run in runs(block)
        if run.link.startswith("https://") and run.link not in set(_known_addresses(proof))
    ]
    if strange:
        return look(
            f"It leads to addresses that are on no list: {some(bare_address(link) for link, _ in strange)}.",
            "See that nothing is advertised there.",
            "title",
        )
    return passed("Every address in it is the practice's, a listed group's or a source's.")


def disclaimer(proof: Proof) -> Finding:
    """See that it says that it does not replace care."""
    if not (_has(proof, "about") and proof.library.disclaimer.paragraphs):
        return stop("The disclaimer is missing.", "Write it in the library.", "review")
    return passed(f"Version {proof.library.disclaimer.version} is printed in full.", "about")


def _untold(proof: Proof) -> Finding:
    left_out = [topic.title for topic in proof.topics if topic.kind is Kind.TUMOUR]
    if left_out:
        return look(f"It does not say how it is treated: {some(left_out)}.", "Tell the person yourself.", "title")
    return passed("It is not about a treatment.")


def _is_treatment(anchor: str) -> bool:
    return anchor.partition("/")[2] == SectionKey.TREATMENT.value


def _has(proof: Proof, anchor: str) -> bool:
    return any(heading.anchor == anchor for heading in headings(proof.leaflet.blocks))


def _known_addresses(proof: Proof) -> Iterator[str]:
    practice = proof.library.practice
    yield from (practice.contact_form, practice.website, practice.feedback)
    yield from (organisation.url for organisation in proof.library.organisations.values())
    yield from (source.url for fact in proof.facts for source in fact.sources)
