"""A desk's own commits, made anew on top of what others have shared: one line of history, and no text ever merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dulwich.object_store import BaseObjectStore, commit_tree_changes
from dulwich.objects import Blob, Commit, ObjectID

from leaflet_app.library.store.approval_parts import (
    approvals_of,
    carried_over,
    differing,
    is_approvals,
    language_of,
    parts,
)
from leaflet_app.library.store.descent import Changed, changed, file_id

PLAIN_FILE = 0o100644


@dataclass
class Touched:
    """Which texts, and which approvals of texts, a side has changed."""

    texts: set[str] = field(default_factory=set)
    approvals: set[str] = field(default_factory=set)

    @property
    def all(self) -> set[str]:
        """Return what was changed in one way or the other: a text and its approval count as one."""
        return self.texts | self.approvals

    def add(self, objects: BaseObjectStore, files: Changed) -> None:
        """Count in what a commit changed."""
        for file, (before, after) in files.items():
            if not is_approvals(file):
                self.texts.add(file)
                continue
            folder = file.rpartition("/")[0]
            languages = differing(content_of(objects, before), content_of(objects, after))
            self.approvals |= {f"{folder}/{language}.md" if language else file for language in languages}


def content_of(objects: BaseObjectStore, identity: ObjectID | None) -> bytes | None:
    """Return the bytes of an id; None for none. Raises KeyError where they are not kept."""
    if identity is None:
        return None
    blob = objects[identity]
    if not isinstance(blob, Blob):
        raise KeyError(identity)
    return blob.data


def clashing(
    objects: BaseObjectStore, base: Commit, ours: Commit, theirs: Commit, own: Sequence[Commit]
) -> tuple[str, ...]:
    """Return the texts that both sides have changed, each to something else. Raises KeyError."""
    mine, others = Touched(), Touched()
    others.add(objects, changed(objects, base.tree, theirs.tree))
    before = base
    for commit in own:
        mine.add(objects, changed(objects, before.tree, commit.tree))
        before = commit
    return tuple(sorted(text for text in mine.all & others.all if _differs(objects, ours, theirs, text, mine, others)))


def _differs(objects: BaseObjectStore, ours: Commit, theirs: Commit, text: str, mine: Touched, others: Touched) -> bool:
    if file_id(objects, ours.tree, text) != file_id(objects, theirs.tree, text):
        return True
    both_approved = text in mine.approvals & others.approvals
    return both_approved and approval_at(objects, ours, text) != approval_at(objects, theirs, text)


def approval_at(objects: BaseObjectStore, commit: Commit, text: str) -> str | None:
    """Return the approval of a text in a version, as it is written."""
    content = content_of(objects, file_id(objects, commit.tree, approvals_of(text)))
    return parts(content).get(language_of(text))


def replayed(objects: BaseObjectStore, base: Commit, theirs: Commit, own: Sequence[Commit]) -> list[Commit]:
    """Return the own commits made anew on top of theirs; what would change nothing there is left out."""
    new = [theirs]
    before = base
    for commit in own:
        tree = with_changes(objects, new[-1].tree, changed(objects, before.tree, commit.tree))
        if tree != new[-1].tree:
            new.append(_again(commit, tree, new[-1].id))
        before = commit
    return new[1:]


def with_changes(objects: BaseObjectStore, tree: ObjectID, files: Changed) -> ObjectID:
    """Return a tree with changed files; of the approvals in it only those that were changed."""
    rows: list[tuple[bytes, int | None, ObjectID | None]] = []
    for file, (before, after) in files.items():
        there = file_id(objects, tree, file)
        new = _approvals(objects, there, before, after) if is_approvals(file) else after
        if new != there:
            rows.append((file.encode(), None if new is None else PLAIN_FILE, new))
    return commit_tree_changes(objects, tree, rows) if rows else tree


def _approvals(
    objects: BaseObjectStore, there: ObjectID | None, before: ObjectID | None, after: ObjectID | None
) -> ObjectID | None:
    content = carried_over(*(content_of(objects, each) for each in (there, before, after)))
    if content is None:
        return None
    blob = Blob.from_string(content)
    objects.add_object(blob)
    return blob.id


def _again(commit: Commit, tree: ObjectID, parent: ObjectID) -> Commit:
    """Write a commit once more, resting on another."""
    new = Commit()
    new.tree, new.parents = tree, [parent]
    new.author, new.committer = commit.author, commit.committer
    new.author_time, new.commit_time = commit.author_time, commit.commit_time
    new.author_timezone = new.commit_timezone = 0
    new.encoding = commit.encoding
    new.message = commit.message
    return new
