"""A bare Git repository, committed by tree: no index, no work tree, and none of its hooks is ever run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from dulwich.errors import NotGitRepository
from dulwich.object_store import commit_tree_changes, iter_tree_contents
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

from leaflet_app.domain.errors import EditedMeanwhile, StoreUnusable
from leaflet_app.domain.versions import Version

MAIN = Ref(b"refs/heads/main")
PLAIN_FILE = 0o100644
_TRIES = 20

Changes = Mapping[str, bytes | None]
"""The new bytes of each changed file by its name; None takes a file away."""


class Store:
    """Every version of a library's files. One thread at a time; other processes may write to the same folder."""

    def __init__(self, repo: Repo) -> None:
        self._repo = repo
        self._listed: tuple[str, dict[str, str]] = ("", {})

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what is kept in a folder. Raises StoreUnusable."""
        try:
            return cls(Repo(str(folder)))
        except (NotGitRepository, OSError, ValueError) as fault:
            raise StoreUnusable("it is not there", "Import it again, or take it from the shared folder.") from fault

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Begin an empty store in a folder that is not there yet. Raises OSError."""
        repo = Repo.init_bare(str(folder), mkdir=True, default_branch=b"main")
        config = repo.get_config()
        config.set((b"core",), b"fsyncObjectFiles", b"true")
        config.write_to_path()
        repo.close()
        return cls.open(folder)

    def __enter__(self) -> Self:
        """Stay open for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close all files."""
        self._repo.close()

    @property
    def head(self) -> str:
        """Return the newest commit; nothing while there is none."""
        return self._repo.refs.as_dict().get(MAIN, b"").decode()

    def ids(self, commit: str) -> Mapping[str, str]:
        """Return the id of each file's bytes in a version."""
        if self._listed[0] != commit:
            tree = self._commit(commit).tree
            walked = iter_tree_contents(self._repo.object_store, tree)
            self._listed = commit, {entry.path.decode(): entry.sha.decode() for entry in walked}
        return self._listed[1]

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id. Raises KeyError where they are not kept."""
        blob = self._repo[ObjectID(identity.encode())]
        assert isinstance(blob, Blob)  # noqa: S101  (ids name files)
        return blob.data

    def save(self, changes: Changes, author: str, message: str, *, base: str, at: datetime) -> str:
        """Keep a change of files as they stood at `base`; return the new commit, or `base` where nothing changes.

        Raises EditedMeanwhile where another has changed one of them since, StoreUnusable.
        """
        for _ in range(_TRIES):
            head = self.head
            if base != head:
                self._refuse_overtaken(changes, base, head)
            new = self._written(changes, head, author, message, at)
            if new == head or self._moved(head, new):
                return new
        raise StoreUnusable("others are writing to it without a pause", "Try again in a moment.")

    def history(self, file: str, most: int = 100) -> tuple[Version, ...]:
        """Return the versions in which a file was changed, newest first."""
        walker = self._repo.get_walker(include=[ObjectID(self.head.encode())], paths=[file.encode()], max_entries=most)
        return tuple(self._version(entry.commit) for entry in walker)

    def _refuse_overtaken(self, changes: Collection[str], base: str, head: str) -> None:
        before, now = (dict(self.ids(base)) if base else {}), self.ids(head)
        overtaken = [file for file in changes if before.get(file) != now.get(file)]
        if overtaken:
            raise EditedMeanwhile(overtaken)

    def _written(self, changes: Changes, head: str, author: str, message: str, at: datetime) -> str:
        objects = self._repo.object_store
        rows: list[tuple[bytes, int | None, ObjectID | None]] = []
        for file, content in changes.items():
            if content is None:
                rows.append((file.encode(), None, None))
                continue
            blob = Blob.from_string(content)
            objects.add_object(blob)
            rows.append((file.encode(), PLAIN_FILE, blob.id))
        tree = self._repo[self._commit(head).tree] if head else Tree()
        assert isinstance(tree, Tree)  # noqa: S101  (a commit's tree is one)
        objects.add_object(tree)
        before = tree.id  # of the tree itself, which now changes
        new = commit_tree_changes(objects, tree, rows)
        if head and new == before:
            return head
        commit = _commit_of(new, [head] if head else [], author, message, at)
        objects.add_object(commit)
        return commit.id.decode()

    def _moved(self, head: str, new: str) -> bool:
        """Make a commit the newest, unless another came first."""
        refs = self._repo.refs
        if head:
            return refs.set_if_equals(MAIN, ObjectID(head.encode()), ObjectID(new.encode()))
        return refs.add_if_new(MAIN, ObjectID(new.encode()))

    def _commit(self, commit: str) -> Commit:
        found = self._repo[ObjectID(commit.encode())]
        assert isinstance(found, Commit)  # noqa: S101  (heads and their parents are)
        return found

    def _version(self, commit: Commit) -> Version:
        at = datetime.fromtimestamp(commit.commit_time, UTC)
        return Version(commit.id.decode(), commit.author.decode(errors="replace"), at, commit.message.decode())


def _commit_of(tree: ObjectID, parents: list[str], author: str, message: str, at: datetime) -> Commit:
    commit = Commit()
    commit.tree = tree
    commit.parents = [ObjectID(parent.encode()) for parent in parents]
    commit.author = commit.committer = f"{author} <>".encode()
    commit.author_time = commit.commit_time = int(at.timestamp())
    commit.author_timezone = commit.commit_timezone = 0
    commit.encoding = b"UTF-8"
    commit.message = message.encode()
    return commit
