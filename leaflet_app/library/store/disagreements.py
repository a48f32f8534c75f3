"""Texts that two desks have changed, each in its own way: told side by side, and settled by a person alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dulwich.object_store import BaseObjectStore
from dulwich.objects import Blob, Commit, ObjectID

from leaflet_app.domain.errors import EditedMeanwhile
from leaflet_app.domain.sharing import Disagreement
from leaflet_app.library.files import content_id
from leaflet_app.library.store.approval_parts import approvals_of, language_of, parts, together
from leaflet_app.library.store.commits import commit_of as commit_made
from leaflet_app.library.store.commits import version_of
from leaflet_app.library.store.descent import Changed, changed, commit_of, file_id
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.gathered import Gathered
from leaflet_app.library.store.meeting import Meeting, meeting
from leaflet_app.library.store.replay import approval_at, content_of, replayed, with_changes
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.shared_marks import SHARED, WAITING, forget, mark, marked
from leaflet_app.library.store.sharing import Turn, become, brought

Chosen = Mapping[str, bytes | None]


def disagreements(store: Store, program: str) -> tuple[Disagreement, ...]:
    """Return the texts that somebody has to choose between. Raises StoreUnusable."""
    with told():
        met = _met(store, program)
        return _all(store.repo.object_store, met) if met else ()


def settle(
    store: Store, turn: Turn, seen: tuple[Disagreement, ...], chosen: Chosen, step: tuple[str, str, datetime, str]
) -> str:
    """Put the chosen texts on top of both sides, each of which stays in the history; return the new commit.

    `step` tells author, message, time and the name of the program. Raises EditedMeanwhile where one of the texts was
    changed since it was seen or none was chosen, StoreUnusable.
    """
    author, message, at, program = step
    with turn(), told():
        met = _met(store, program)
        now = _all(store.repo.object_store, met) if met else ()
        if met is None or now != seen or {each.file for each in now} - chosen.keys():
            raise EditedMeanwhile(chosen)
        gathered = Gathered(store.repo.object_store)
        new = replayed(gathered, met.base, met.theirs, met.own)
        tip = new[-1] if new else met.theirs
        tree = with_changes(gathered, tip.tree, _rows(gathered, met, tip, chosen))
        if tree != tip.tree:
            tip = commit_made(tree.decode(), [tip.id.decode()], author, message, at)
            new.append(tip)
        become(store, met.ours.id, tip, brought(gathered, new))
        mark(store, SHARED, met.theirs.id)
        forget(store, WAITING)
        return tip.id.decode()


def _met(store: Store, program: str) -> Meeting | None:
    theirs = marked(store, WAITING)
    if theirs is None:
        return None
    ours = ObjectID(store.head.encode())
    return meeting(store.repo.object_store, ours, theirs, marked(store, SHARED), program)


def _all(objects: BaseObjectStore, met: Meeting) -> tuple[Disagreement, ...]:
    def at(commit: Commit, file: str) -> bytes | None:
        return content_of(objects, file_id(objects, commit.tree, file))

    return tuple(
        Disagreement(
            file, at(met.base, file), at(met.ours, file), at(met.theirs, file), _last_author(objects, met, file)
        )
        for file in met.clashes(objects)
    )


def _last_author(objects: BaseObjectStore, met: Meeting, file: str) -> str:
    """Return who changed a text, or its approval, last among the others."""
    at = met.theirs
    while at.id != met.base.id and at.parents:
        before = commit_of(objects, at.parents[0])
        if {file, approvals_of(file)} & changed(objects, before.tree, at.tree).keys():
            break
        at = before
    return version_of(at, ()).author


def _rows(gathered: Gathered, met: Meeting, tip: Commit, chosen: Chosen) -> Changed:
    """Return the chosen texts as changes, and with each the approval that was given to exactly these bytes, if any."""
    rows: Changed = {}
    approvals: dict[str, dict[str, str]] = {}
    for file, content in chosen.items():
        rows[file] = (None, _kept(gathered, content))
        folder = approvals_of(file)
        if folder not in approvals:
            approvals[folder] = parts(content_of(gathered, file_id(gathered, tip.tree, folder)))
        approval = _approval(gathered, met, file, content)
        approvals[folder].pop(language_of(file), None)
        if approval is not None:
            approvals[folder][language_of(file)] = approval
    for folder, tables in approvals.items():
        there = file_id(gathered, tip.tree, folder)
        rows[folder] = (there, _kept(gathered, together(tables)))
    return rows


def _approval(gathered: Gathered, met: Meeting, file: str, content: bytes | None) -> str | None:
    ours, theirs = approval_at(gathered, met.ours, file), approval_at(gathered, met.theirs, file)
    if content is not None and ours is not None and content_id(content) in ours:
        return ours
    return theirs


def _kept(gathered: Gathered, content: bytes | None) -> ObjectID | None:
    if content is None:
        return None
    blob = Blob.from_string(content)
    gathered.add_object(blob)
    return blob.id
