"""Share: take what others have sent, put the own commits on top, send them; again where another desk was faster."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from dulwich.objects import Commit, ObjectID, ShaFile

from leaflet_app.domain.errors import AnotherHistory, EditedMeanwhile, SharingStopped
from leaflet_app.domain.errors.telling import shown
from leaflet_app.library.store.descent import commit_of, own_commits, reached
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.fresh import Fresh
from leaflet_app.library.store.gathered import Gathered
from leaflet_app.library.store.meeting import KEEP, Meeting, check, meeting
from leaflet_app.library.store.newest import Busy, Newest
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.remote_faults import RIGHTS, SHARED_DAMAGED
from leaflet_app.library.store.remotes import Incomplete, Overtaken, Refused, Remote
from leaflet_app.library.store.replay import replayed
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.shared_marks import KEPT, SHARED, WAITING, forget, mark, marked
from leaflet_app.library.store.verified import verify

TRIES = 30
MOST_REFUSALS = 3
_SHORTEST_S, _LONGEST_S = 0.02, 2.0

Turn = Callable[[], AbstractContextManager[object]]
"""Taken while the newest version of this desk is exchanged; never while a server is waited for."""


@dataclass(frozen=True)
class Synced:
    """What a sync has done: the newest version now, and how many commits came and went."""

    head: str
    taken: int
    sent: int


def pause(attempt: int) -> None:
    """Wait a while, and never as long as another desk."""
    time.sleep(random.uniform(0, min(_LONGEST_S, _SHORTEST_S * 2**attempt)))  # noqa: S311  (no secret)


def sync(store: Store, remote: Remote, turn: Turn, program: str, wait: Callable[[int], None] = pause) -> Synced:
    """Share what each side has and the other has not.

    Raises EditedMeanwhile where a text was changed on both sides, SharingStopped, StoreUnusable; then nothing changed.
    """
    why = SharingStopped("other desks share without a pause", "It is tried again in a while.")
    refusals = 0
    for attempt in range(TRIES):
        try:
            return _shared(store, remote, turn, program)
        except Incomplete:
            why = SharingStopped(*SHARED_DAMAGED)
        except Overtaken:
            pass
        except Refused as refused:
            refusals += 1
            why = SharingStopped(f"the server refuses it ({_words(refused)})", RIGHTS)
            if refusals == MOST_REFUSALS:
                raise why from refused
        wait(attempt)
    raise why


def _shared(store: Store, remote: Remote, turn: Turn, program: str) -> Synced:
    theirs = remote.fetch(store.repo)
    with turn(), told():
        taken = _take_in(store, theirs, program)
        ours = ObjectID(store.head.encode())
    if not ours or ours == theirs:
        return Synced(ours.decode(), taken, 0)
    remote.push(store.repo, theirs, ours)
    with turn(), told():
        sent, _ = own_commits(store.repo.object_store, ours, {theirs} if theirs else ())
        mark(store, SHARED, ours)
    return Synced(ours.decode(), taken, len(sent))


def _take_in(store: Store, theirs: ObjectID | None, program: str) -> int:
    """Make theirs the ground of ours; return how many commits came. Raises EditedMeanwhile, SharingStopped."""
    seen, ours = marked(store, SHARED), ObjectID(store.head.encode())
    if theirs is None:
        if seen:
            raise AnotherHistory("the shared library was emptied", KEEP)
        return 0
    objects = store.repo.object_store
    check(objects, commit_of(objects, ours) if ours else None, theirs, seen)
    if ours:
        met = meeting(objects, ours, theirs, seen, program)
        _go_on(store, met)
        taken = len(reached(objects, theirs, {met.base.id}) - {met.base.id})
    else:
        become(store, ours, commit_of(objects, theirs), ())
        taken = len(reached(objects, theirs, ()))
    mark(store, SHARED, theirs)
    forget(store, WAITING)
    return taken


def _go_on(store: Store, met: Meeting) -> None:
    """Put the own commits on top of theirs. Raises EditedMeanwhile."""
    if met.base.id == met.theirs.id:
        return
    clashes = met.clashes(store.repo.object_store)
    if clashes:
        mark(store, WAITING, met.theirs.id)
        raise EditedMeanwhile(clashes)
    gathered = Gathered(store.repo.object_store)
    new = replayed(gathered, met.base, met.theirs, met.own)
    become(store, met.ours.id, new[-1] if new else met.theirs, brought(gathered, new))


def brought(gathered: Gathered, commits: Iterable[Commit]) -> list[ShaFile]:
    """Return what new commits consist of, each after its own."""
    return [each for commit in commits for each in (*gathered.reachable(commit.tree.decode()), commit)]


def become(store: Store, old: ObjectID, new: Commit, brings: Iterable[ShaFile]) -> None:
    """Make a commit the newest once all it brings was read back from the disk. Raises Overtaken."""
    written, folder = [Fresh.like(each) for each in brings], Path(store.repo.path)
    objects = store.repo.object_store
    assert isinstance(objects, SoundObjects)  # noqa: S101  (a store is opened with them)
    objects.add_together(written)
    verify(folder, [*written, Fresh.like(new)])
    try:
        is_newest = Newest(folder).exchange(old.decode(), new)
    except Busy as busy:
        raise Overtaken from busy
    if not is_newest:
        raise Overtaken


def _words(refused: Refused) -> str:
    """Return what a server says, as far as it is words."""
    said = str(refused.args[0] if refused.args else "")
    return shown("".join(letter if letter.isprintable() else " " for letter in said))


def take_over(store: Store, remote: Remote, turn: Turn) -> str:
    """Take the shared library as it stands in place of the own one, which stays under a name. Raises SharingStopped."""
    theirs = remote.fetch(store.repo)
    if theirs is None:
        raise SharingStopped("nothing is shared there yet", "Share this desk's library there first.")
    with turn(), told():
        ours = ObjectID(store.head.encode())
        objects = store.repo.object_store
        check(objects, None, theirs, None)
        if ours and ours != theirs:
            mark(store, f"{KEPT}/{ours.decode()[:10]}", ours)
        if ours != theirs:
            become(store, ours, commit_of(objects, theirs), ())
        mark(store, SHARED, theirs)
        forget(store, WAITING)
    return theirs.decode()
