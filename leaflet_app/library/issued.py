"""What desks print: the newest texts, but the approved content of one in its place where it was changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.review import Status
from leaflet_app.library.approvals import NAME, approvals_beside
from leaflet_app.library.bound_pictures import pictures_named
from leaflet_app.library.disclaimers import is_disclaimer
from leaflet_app.library.files import LARGEST_TOPIC, FileLost, FileUnreadable, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.report import Report
from leaflet_app.library.store.kept_files import KeptFiles


def issued(newest: KeptFiles) -> KeptFiles:
    """Return the files of a version as desks print them."""
    return newest.with_replaced(replaced_in(newest))


def replaced_in(newest: KeptFiles) -> Mapping[str, str]:
    """Return the id of the approved content for each text of a version that was changed since its approval."""
    folders = (str(PurePosixPath(file).parent) for file in newest.ids() if file.endswith(f"/{NAME}"))
    return {text: identity for folder in folders for text, identity in _in_folder(newest, folder)}


def replaced_later(newest: KeptFiles, before: Mapping[str, str], changed: Iterable[str]) -> Mapping[str, str]:
    """Return them for a later version, from those before, where only these files differ."""
    touched = {str(PurePosixPath(file).parent) for file in changed}
    others = {text: identity for text, identity in before.items() if str(PurePosixPath(text).parent) not in touched}
    return {**others, **{text: identity for folder in sorted(touched) for text, identity in _in_folder(newest, folder)}}


def _in_folder(newest: KeptFiles, folder: str) -> Iterator[tuple[str, str]]:
    for lang, approval in approvals_beside(newest, f"{folder}/any").items():
        text = f"{folder}/{lang}.md"
        now = newest.ids().get(text)
        if now not in (None, approval.content) and not _is_retired(newest, text) and _is_sound(newest, approval):
            yield text, approval.content
            yield from pictures_named(newest, folder, approval.content)


def _is_sound(newest: KeptFiles, approval: Approval) -> bool:
    """Tell whether an approval holds for its content; one whose content is lost holds for nothing, and is told.

    Where a disk only refuses the content, it stands: a later reading may give it, and this one tells the fault.
    """
    try:
        return approval.holds_for(approval.content, newest.content(approval.content))
    except FileLost:
        return False
    except FileUnreadable:
        return True


def _is_retired(newest: KeptFiles, text: str) -> bool:
    """Tell whether the newest text is retired: that holds at once, whatever was approved before."""
    report = Report(text)
    words = read_text(newest, report, LARGEST_TOPIC)
    parted = part(words, report) if words is not None else None
    table = parted.table if parted else {}
    review = table if is_disclaimer(text) else table.get("review")
    return isinstance(review, dict) and review.get("status") == Status.RETIRED.value
