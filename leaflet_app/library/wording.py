"""The leaflet's own words of one language."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from string import Formatter

from leaflet_app.domain.topic import GLANCE_KEYS, Site
from leaflet_app.domain.wording import Wording
from leaflet_app.library.files import LARGEST_TOPIC, Files, read_text
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines, convert, load

PLACES = {
    "translation_stale": {"title"},
    "translation_waived": {"title"},
    "several_purpose": {"topics"},
    "for_person": {"person"},
    "body_marked": {"places"},
    "body_ringed": {"place"},
    "people_alt": {"low", "people"},
    "people_alt_range": {"low", "high", "people"},
    "read_more": {"topics"},
    "summary_web": {"address"},
    "qr_alt": {"address"},
    "review_draft": {"title", "version"},
    "review_approved": {"title", "version", "reviewer", "reviewed", "next"},
    "review_overdue": {"title", "version", "next"},
    "made_on": {"date"},
    "disclaimer_version": {"version"},
    "one_does_not": {"consultant"},
    "both_do_not": {"practice", "consultant"},
    "feedback": {"address"},
    "source_read": {"date"},
    "changed_before": {"text"},
    "changed_gone": {"text"},
    "footer": {"code", "version", "page", "pages"},
    "page_reference": {"page"},
    "listed": {"first", "last"},
}
"""The `{named}` places of each template; all other words have none."""

MONTHS = 12


def read_wording(files: Files, report: Report) -> Wording | None:
    """Return the wording; None after reporting a fault."""
    text = read_text(files, report, LARGEST_TOPIC)
    lines = Lines(text or "")
    table = None if text is None else load(text, report, lines)
    wording = None if table is None else convert(table, Wording, report, lines)
    if wording is None:
        return None
    if wording.lang != Path(report.file).stem:
        wrong = f"the language is not “{Path(report.file).stem}”, the name of the file"
        report.add(lines.of("lang"), wrong, "make them the same")
    for field in fields(Wording):
        said, places = getattr(wording, field.name), PLACES.get(field.name, set())
        if isinstance(said, str) and _places(said) != places:
            listed = " ".join(f"{{{place}}}" for place in sorted(places)) or "none"
            report.add(lines.of(field.name), f"“{field.name}” has the wrong places", f"use exactly these: {listed}")
    for table_name, named, wanted in (
        ("glance_labels", wording.glance_labels, GLANCE_KEYS),
        ("sites", wording.sites, tuple(site.value for site in Site)),
    ):
        for missing in (key for key in wanted if not named.get(key)):
            report.add(lines.of(table_name), f"[{table_name}] has no “{missing}”", "add it")
    if len(wording.months) != MONTHS:
        report.add(lines.of("months"), "there are not twelve months", "write all twelve")
    return None if report.faults else wording


def _places(template: str) -> set[str] | None:
    """Return the names of a template's places; None where it is no template, or would shape what it puts there."""
    try:
        parts = tuple(Formatter().parse(template))
    except ValueError:
        return None
    if any(shape or conversion for _, _, shape, conversion in parts):
        return None
    return {name for _, name, _, _ in parts if name is not None}
