"""A translation in which passages stand empty: one fault, in place of those that each of them would be told for."""

from __future__ import annotations

from leaflet_app.domain.counted import counted
from leaflet_app.domain.untranslated import GAP, count_sentences, sentences_in, untranslated
from leaflet_app.library.files import LARGEST_TOPIC, Files, read_text
from leaflet_app.library.front_matter import Parted
from leaflet_app.library.report import Report
from leaflet_app.library.translated_from import english_file


def tell_unfinished(files: Files, report: Report, parted: Parted) -> None:
    """Tell how many sentences are left to translate; what else is wrong is told still."""
    if not report.faults and GAP not in parted.body:
        return
    own, english = (read_text(files, Report(file), LARGEST_TOPIC) for file in (report.file, english_file(report.file)))
    if own is None or english is None:
        return
    missing = untranslated(english, own)
    lines = {own.count("\n", 0, mark.at.start) + 1 for mark in missing if mark.at.start < len(own)}
    if not lines:
        return
    report.faults[:] = [fault for fault in report.faults if fault.line not in {*lines, parted.body_line}]
    left, all_of_it = sentences_in(english, missing), count_sentences(english)
    wrong = f"{left} of {counted(all_of_it, 'sentence')} are not translated yet"
    report.add(min(lines), wrong, "translate them: until then this text prints in English")
