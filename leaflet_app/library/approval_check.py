"""Check the approvals of a library: one that approves nothing is told, and takes no text out of use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.faults import Fault
from leaflet_app.library.approvals import NAME, approvals_beside
from leaflet_app.library.files import LARGEST_TOPIC, Files, FileUnreadable, content_id, read_text
from leaflet_app.library.report import Report
from leaflet_app.library.store.kept_files import KeptFiles
from leaflet_app.library.tables import Lines

AGAIN = "approve the text again"
BROKEN = "the seal does not hold: the approval or its text was changed by other hands"
LOST = "the words that were approved are lost"


def faults_of_approvals(files: Files) -> Iterator[Fault]:
    """Yield each approval that cannot be read, whose seal is broken, or whose approved words are lost."""
    for file in sorted(files.ids()):
        if PurePosixPath(file).name == NAME:
            yield from _in_file(files, file)


def _in_file(files: Files, file: str) -> Iterator[Fault]:
    report = Report(file)
    read = approvals_beside(files, file, report)
    lines = Lines(read_text(files, Report(file), LARGEST_TOPIC) or "")
    for lang, approval in read.items():
        text = str(PurePosixPath(file).with_name(f"{lang}.md"))
        if not files.holds(text):
            report.add(lines.of(lang), f"there is no text “{lang}.md” that it could approve", "remove this table")
        elif wrong := _wrong(files, text, approval):
            report.add(lines.of(f"{lang}.content"), wrong, AGAIN)
    yield from report.told


def _wrong(files: Files, text: str, approval: Approval) -> str:
    """Return what is wrong with an approval. A folder keeps no earlier words, so there it may be for any of them."""
    try:
        content = files.read(text, LARGEST_TOPIC)
        if content_id(content) != approval.content:
            if not isinstance(files, KeptFiles):
                return ""
            content = files.content(approval.content)
    except FileUnreadable:
        return LOST
    return "" if approval.holds_for(approval.content, content) else BROKEN
