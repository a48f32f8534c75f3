"""The approvals of a text's folder: a table for each language, beside the texts and never in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from leaflet_app.domain.approvals import Approval, Waiver, seal_of
from leaflet_app.library.files import LARGEST_TOPIC, Files, content_id, read_text
from leaflet_app.library.ids import is_lang
from leaflet_app.library.report import Report
from leaflet_app.library.tables import Lines, convert, load

NAME = "approval.toml"
HEADER = "# Written when a clinician approves a text. It holds only while the text has exactly the bytes named here.\n"


def approval_file(text: str) -> str:
    """Return the file that holds the approvals of a text, in every language."""
    return str(PurePosixPath(text).with_name(NAME))


def language_of(text: str) -> str:
    """Return the language of a text by the name of its file."""
    return PurePosixPath(text).stem


def approvals_beside(files: Files, text: str, report: Report | None = None) -> dict[str, Approval]:
    """Return the approvals that stand beside a text, by language; one that cannot be read approves nothing."""
    own = report or Report(approval_file(text))
    if not files.holds(own.file):
        return {}
    written = read_text(files, own, LARGEST_TOPIC)
    lines = Lines(written or "")
    table = None if written is None else load(written, own, lines)
    read = {lang: _approval(untrusted, own, lines, lang) for lang, untrusted in (table or {}).items()}
    return {lang: approval for lang, approval in read.items() if approval is not None}


def sealed(approval: Approval, content: bytes) -> Approval:
    """Return an approval bound to these bytes."""
    bound = replace(approval, content=content_id(content))
    return replace(bound, seal=seal_of(bound, content))


def written_approvals(approvals: Mapping[str, Approval]) -> bytes:
    """Return the file of these approvals."""
    import tomlkit  # noqa: PLC0415  (reading needs none of it)

    return (HEADER + "\n" + tomlkit.dumps({lang: _table(each) for lang, each in sorted(approvals.items())})).encode()


def _approval(untrusted: Any, report: Report, lines: Lines, lang: str) -> Approval | None:  # noqa: ANN401  (TOML)
    if not is_lang(lang) or not isinstance(untrusted, dict):
        report.add(lines.of(lang), f"“{lang[:40]}” is not the table of an approval", "approve the text again")
        return None
    rows = untrusted.pop("waivers", [])
    if not isinstance(rows, list):
        report.add(lines.of(f"{lang}.waivers"), "“waivers” is not a list", "approve the text again")
        return None
    waivers = [convert(row, Waiver, report, lines, f"{lang}.waivers") for row in rows]
    approval = convert(untrusted, Approval, report, lines, lang)
    return None if approval is None or None in waivers else replace(approval, waivers=tuple(filter(None, waivers)))


def _table(approval: Approval) -> dict[str, Any]:
    kept = {name: getattr(approval, name) for name in Approval.__dataclass_fields__ if name != "waivers"}
    waivers = [{"rule": each.rule, "reason": each.reason} for each in approval.waivers]
    return {**kept, **({"waivers": waivers} if waivers else {})}
