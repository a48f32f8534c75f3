"""Whether a store is sound: by Git's own judgement, and by reading all of its newest version."""

import subprocess
from pathlib import Path

from leaflet_app.library.store.repository import Store


def faults_of(folder: Path, kept: list[str]) -> list[str]:
    """Return what is wrong with a store: what Git finds, texts that cannot be read, commits that are not in it."""
    told = git(folder, "fsck", "--strict", "--full", "--no-dangling")
    wrong = [f"git fsck: {told.stderr or told.stdout}"] if told.returncode or "error" in told.stderr else []
    with Store.open(folder) as store:
        if head := store.head:
            for identity in store.ids(head).values():
                store.content(identity)
        elif kept:
            wrong.append("nothing is there any more")
    wrong += [
        f"{commit} is not in the history"
        for commit in kept
        if git(folder, "merge-base", "--is-ancestor", commit, "main").returncode
    ]
    return wrong


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Ask Git itself."""
    return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)  # noqa: S607
