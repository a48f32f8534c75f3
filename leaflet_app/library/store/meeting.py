"""Where a desk's history and the shared one meet: from there on, each side has gone its own way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dulwich.object_store import BaseObjectStore
from dulwich.objects import Blob, Commit, ObjectID

from leaflet_app.domain.errors import AnotherHistory, SharingStopped
from leaflet_app.library.store.bounds import refuse_strange
from leaflet_app.library.store.descent import changed, commit_of, own_commits, reached
from leaflet_app.library.store.objects import DAMAGE
from leaflet_app.library.store.remote_faults import SHARED_DAMAGED
from leaflet_app.library.store.remotes import Incomplete
from leaflet_app.library.store.replay import clashing

KEEP = "Export your own changes, take the shared library over as it stands, then import them."


@dataclass(frozen=True)
class Meeting:
    """The last version that both sides know, and the commits that only this desk has, oldest first."""

    base: Commit
    ours: Commit
    theirs: Commit
    own: tuple[Commit, ...]

    def clashes(self, objects: BaseObjectStore) -> tuple[str, ...]:
        """Return the texts that both sides have changed, each to something else. Raises KeyError."""
        return clashing(objects, self.base, self.ours, self.theirs, self.own)


def meeting(objects: BaseObjectStore, ours: ObjectID, theirs: ObjectID, seen: ObjectID | None, program: str) -> Meeting:
    """Return where two histories meet; `seen` is what was last shared. Raises AnotherHistory, KeyError.

    A library that came with `program` and was never changed gives way to any other.
    """
    known = reached(objects, theirs, {seen} if seen else ())
    if seen and seen not in known:
        raise AnotherHistory("the shared library was rewritten, or put back to an earlier day", KEEP)
    own, base = own_commits(objects, ours, known)
    if base is None and seen:
        known = reached(objects, theirs, ())
        own, base = own_commits(objects, ours, known)
    sides = commit_of(objects, ours), commit_of(objects, theirs)
    if base is not None:
        return Meeting(commit_of(objects, base), *sides, tuple(own))
    first = own[0]
    if first.tree in _beginnings(objects, known):
        return Meeting(first, *sides, tuple(own[1:]))
    if len(own) == 1 and first.author == f"{program} <>".encode():
        return Meeting(first, *sides, ())
    raise AnotherHistory("the shared library was begun by itself, and this desk has changes of its own", KEEP)


def check(objects: BaseObjectStore, known: Commit | None, theirs: ObjectID, seen: ObjectID | None) -> None:
    """Look at what others have changed since what was `seen`. Raises SharingStopped, Incomplete."""
    try:
        new = reached(objects, theirs, {seen} if seen else ())
        refuse_strange(objects, known, [commit_of(objects, each) for each in new])
        files = changed(objects, known.tree if known else None, commit_of(objects, theirs).tree)
        whole = all(after is None or objects.get_raw(after)[0] == Blob.type_num for _, after in files.values())
    except KeyError as lost:
        raise Incomplete from lost
    except DAMAGE as damage:
        raise SharingStopped(*SHARED_DAMAGED) from damage
    if not whole:
        raise Incomplete


def _beginnings(objects: BaseObjectStore, known: Iterable[ObjectID]) -> set[ObjectID]:
    """Return what the first commits hold: two desks that began with the same library have the same there."""
    commits = (commit_of(objects, each) for each in known)
    return {commit.tree for commit in commits if not commit.parents}
