"""Which English text a translation was made from, and whether a clinician lets it stand though that has changed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from leaflet_app.domain.languages import ENGLISH, Translated
from leaflet_app.domain.translations import stale_rule
from leaflet_app.library.approvals import approvals_beside, language_of
from leaflet_app.library.files import LARGEST_TOPIC, Files, FileUnreadable, content_id
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines

_ID = re.compile(r"[0-9a-f]{40}")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){1,2}")


def english_file(text: str) -> str:
    """Return the file of the English text that a text in another language stands beside."""
    return str(PurePosixPath(text).with_name(f"{ENGLISH}.md"))


def translated_from(files: Files, untrusted_id: str, report: Report, lines: Lines) -> Translated:
    """Return which text is translated, reporting an id that is none, and one that an older program wrote."""
    english = files.read(english_file(report.file), LARGEST_TOPIC)
    newest = content_id(english)
    line = lines.of("translates")
    if _VERSION.fullmatch(untrusted_id):
        wrong = f"nobody knows which English text this translates: “{untrusted_id}” is a version, not a text"
        report.warn(line, wrong, "check every sentence, and save it from its page")
    elif not _ID.fullmatch(untrusted_id):
        report.add(line, f"“{untrusted_id[:40]}” is not the id of a text", f"write that of the English one, {newest}")
    elif untrusted_id == newest or _said_the_same(files, untrusted_id, english):
        return Translated(untrusted_id, untrusted_id)
    return Translated(untrusted_id, newest, _waived(files, report.file, newest))


def _said_the_same(files: Files, identity: str, english: bytes) -> bool:
    """Tell whether an English text that is kept differs from today's in nothing but its review."""
    from leaflet_app.library.besides_review import says_the_same  # noqa: PLC0415  (late: most leaflets are English)

    try:
        return says_the_same(files.content(identity), english)
    except FileUnreadable:
        return False


def _waived(files: Files, text: str, newest: str) -> str:
    """Return why a clinician, in approving just these bytes, let them stand beside this English text."""
    approval = approvals_beside(files, text).get(language_of(text))
    if approval is None:
        return ""
    try:
        content = files.read(text, LARGEST_TOPIC)
    except FileUnreadable:
        return ""
    if not approval.holds_for(content_id(content), content):
        return ""
    return next((each.reason.strip() for each in approval.waivers if each.rule == stale_rule(newest)), "")
