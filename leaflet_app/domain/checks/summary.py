"""Whether a summary is as short as one hopes, and says something of every topic."""

from __future__ import annotations

from leaflet_app.domain.checks.check import FORMAT, Finding, Proof, look, passed
from leaflet_app.domain.counted import counted, some

SIDES = 2
"""Pages of a sheet that is printed on both sides."""


def summary(proof: Proof) -> Finding:
    """See that a summary stands on one page, and tells facts of every topic."""
    if not proof.leaflet.is_summary:
        return passed("It is the full leaflet, not a summary.")
    bare = [topic.title for topic in proof.topics if not topic.glance]
    pages = proof.sheet.summary_pages
    if bare:
        return look(f"There are no facts to sum up in {some(bare)}.", "Give the full leaflet for it.", "title")
    if pages > 1:
        sheet = ", the front and back of one sheet" if pages == SIDES else ""
        return look(
            f"The summary does not fit on one page; it takes {counted(pages, 'page')}{sheet}.",
            "Print it on both sides, or choose fewer topics or a shorter note.",
            FORMAT,
        )
    return passed("The summary stands on one page.")
