"""Who wrote the words of a text: nobody approves their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from leaflet_app.domain.approvals import Approval
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.review import Review
from leaflet_app.domain.versions import Version
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import PROGRAM

if TYPE_CHECKING:
    from leaflet_app.library.files import Files
    from leaflet_app.library.store.repository import Store

# Imports inside functions are late on purpose: most desks print, and review nothing.


class Authors(NamedTuple):
    """Who wrote words of a text since its last approval, and whether some were written under no name at all.

    Whoever sends such words to review answers for them, and stands among the names.
    """

    names: frozenset[str]
    has_unsigned: bool


class _Step(NamedTuple):
    version: Version
    content: bytes
    before: bytes


def authors_of(desk: Desk, files: Files, text: str, review: Review) -> Authors:
    """Return who wrote any word of a text since its last approval, and whom its review names as its author.

    To move it through its review is not writing.
    """
    from leaflet_app.library.besides_review import without_review  # noqa: PLC0415

    writers, senders = set[str](), set[str]()
    shipped = _shipped(text)
    for version, content, before in _since_approval(desk, files, text):
        if without_review(content) == without_review(before):
            senders |= {version.author} if _is_sent(content) else set()
        elif content != shipped and (version.author != PROGRAM or before or not shipped):
            writers.add(version.author)
    has_unsigned = PROGRAM in writers
    answering = senders if has_unsigned else set()
    return Authors(frozenset({*writers, *answering, review.author}) - {PROGRAM, ""}, has_unsigned)


def _since_approval(desk: Desk, files: Files, text: str) -> Iterator[_Step]:
    """Yield the steps of a text, newest first, down to the one that wrote its approval down."""
    from leaflet_app.library.approvals import approval_file, approvals_beside, language_of  # noqa: PLC0415

    beside, lang = approval_file(text), language_of(text)
    approval = approvals_beside(files, text).get(lang)
    with library_store.opened(desk) as store:
        steps = store.history(text, beside)
        for version, older in zip(steps, [*steps[1:], None], strict=True):
            if approval and beside in version.texts and _approval_at(store, files, text, older) != approval:
                return
            if text in version.texts:
                yield _Step(version, _at(store, text, version), _at(store, text, older))


def _approval_at(store: Store, files: Files, text: str, version: Version | None) -> Approval | None:
    from leaflet_app.library.approvals import approval_file, approvals_beside, language_of  # noqa: PLC0415
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415

    content = _at(store, approval_file(text), version)
    then = ChangedFiles(files, {approval_file(text): content or None})
    return approvals_beside(then, text).get(language_of(text))


def _at(store: Store, file: str, version: Version | None) -> bytes:
    """Return a file as it stood in a version; nothing where it was not there, or is lost."""
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415

    identity = store.id_at(version.commit, file) if version else ""
    try:
        return store.content(identity) if identity else b""
    except FileUnreadable:
        return b""


def _shipped(text: str) -> bytes:
    """Return a text as the program came with it; nothing where it came with none."""
    from leaflet_app.library.files import LARGEST_TOPIC, FileUnreadable  # noqa: PLC0415
    from leaflet_app.services.library_beginning import shipped_files  # noqa: PLC0415

    try:
        return shipped_files().read(text, LARGEST_TOPIC)
    except FileUnreadable:
        return b""


def _is_sent(content: bytes) -> bool:
    """Tell whether a text says that it was sent to review."""
    from leaflet_app.library.front_matter import part  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    parted = part(text_shown(content), Report(""))
    table = parted.table if parted else {}
    review = table.get("review", table)
    return isinstance(review, dict) and "sent" in review
