"""One step of a library's history as Git writes it: who, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dulwich.objects import Commit, ObjectID

from leaflet_app.domain.versions import Version

NOBODY = "Unnamed"
NEVER = datetime.fromtimestamp(0, UTC)
_LATEST = datetime(9999, 1, 1, tzinfo=UTC)
"""A day later, and some desk's own time of day would be in a year that no calendar has."""
_CLOSING = str.maketrans({"<": " ", ">": " "})


def commit_of(tree: str, parents: Sequence[str], author: str, message: str, at: datetime) -> Commit:
    """Return a step that leads to a folder."""
    commit = Commit()
    commit.tree = ObjectID(tree.encode())
    commit.parents = [ObjectID(parent.encode()) for parent in parents]
    commit.author = commit.committer = named(author).encode()
    commit.author_time = commit.commit_time = max(int(at.timestamp()), 0)  # Git knows none before
    commit.author_timezone = commit.commit_timezone = 0
    commit.encoding = b"UTF-8"
    commit.message = message.replace("\0", " ").encode(errors="replace")
    return commit


def named(author: str) -> str:
    """Return a name as Git keeps it; what would end it for Git is left out."""
    letters = "".join(letter if letter.isprintable() else " " for letter in author.translate(_CLOSING))
    return f"{' '.join(letters.split()) or NOBODY} <>"


def version_of(commit: Commit, texts: tuple[str, ...]) -> Version:
    """Return a step as people read it, with the files that it changed."""
    author, message = (words.decode(errors="replace") for words in (commit.author, commit.message))
    return Version(commit.id.decode(), _shown(author.rpartition(" <")[0]), _at(commit), _shown(message), texts)


def lost_version(commit: str, after: Sequence[Version]) -> Version:
    """Return what stands in a history for a step that cannot be read."""
    at = after[0].at if after else NEVER
    return Version(commit, "", at, "This version is damaged, and with it the way to those before it.")


def _shown(words: str) -> str:
    """Return words of others without what would steer a terminal or turn the writing round."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)


def _at(commit: Commit) -> datetime:
    """Return when a step was made; never, for a time of another program that no calendar has."""
    is_real = NEVER.timestamp() <= commit.commit_time <= _LATEST.timestamp()
    return datetime.fromtimestamp(commit.commit_time, UTC) if is_real else NEVER
