"""The library that the program came with: the first version of a desk's own, and later what a newer one proposes."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from leaflet_app import paths
from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import EditRefused, StoreUnusable
from leaflet_app.domain.proposals import Proposal, ProposedFile, Proposes
from leaflet_app.library.files import FileUnreadable, content_id
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.store.faults import told
from leaflet_app.services.desk import Desk

# Imports inside functions are late on purpose: the store brings dulwich.

FIRST = "The library that came with the program"
TAKEN = "Take {files} from the library that came with the program"
LARGEST = 32 * 1024 * 1024
"""Bytes of one shipped file."""


def make_store(desk: Desk, folder: Path, author: str) -> None:
    """Make a desk's store, its first version the shipped library; beside its place, so that it appears whole.

    To be called in this desk's turn. Raises StoreUnusable.
    """
    from leaflet_app.library.store.repository import Store  # noqa: PLC0415
    from leaflet_app.library.store.shipped import notice  # noqa: PLC0415

    shipped = shipped_files()
    contents = {file: _content(shipped, file) for file in shipped.ids()}
    beside = folder.with_name(f"{folder.name}.first")
    with told():
        shutil.rmtree(beside, ignore_errors=True)
        with Store.create(beside) as store:
            store.save(contents, author, FIRST, base="", at=desk.now())
        notice(beside, {file: content_id(content) for file, content in contents.items()})
        beside.rename(folder)


def shipped_files() -> FolderFiles:
    """Return the library that this program came with."""
    return FolderFiles(paths.resources() / "library")


def proposed(desk: Desk) -> Proposal | None:
    """Return what a newer shipped library would change here; None where there is nothing new. Raises StoreUnusable."""
    from leaflet_app.library.store.shipped import noticed  # noqa: PLC0415
    from leaflet_app.services.library_store import opened, store_folder  # noqa: PLC0415

    with opened(desk) as store, told():
        known = noticed(store_folder(desk))
        files = () if known is None else tuple(_compared(known, shipped_files().ids(), store.ids(store.head)))
        return Proposal(files, store.head) if files else None


def proposed_text(file: str) -> str:
    """Return a text as the program came with it; nothing where it has none."""
    shipped = shipped_files()
    return _content(shipped, file).decode("utf-8-sig", errors="replace") if shipped.holds(file) else ""


def take_proposed(desk: Desk, proposal: Proposal, files: Collection[str]) -> str:
    """Take some of a proposal in, as one version and as drafts; return it.

    Raises EditRefused for a file that is not proposed, EditedMeanwhile, StoreUnusable.
    """
    from leaflet_app.services.library_store import change  # noqa: PLC0415

    strange = sorted({*files} - {each.file for each in proposal.files})
    if strange or not files:
        raise EditRefused(
            f"{strange[0]} is not proposed" if strange else "nothing of the proposal was chosen",
            "Look at the proposal again and choose from its files.",
        )
    shipped = shipped_files()
    changes = {file: _content(shipped, file) if shipped.holds(file) else None for file in sorted(files)}
    commit = change(desk, changes, TAKEN.format(files=counted(len(changes), "file")), base=proposal.base)
    _notice(desk, files)
    return commit


def dismiss(desk: Desk) -> None:
    """Propose no more what this program came with; what is here stays as it is. Raises StoreUnusable."""
    proposal = proposed(desk)
    if proposal is not None:
        _notice(desk, [each.file for each in proposal.files])


def _compared(known: Mapping[str, str], shipped: Mapping[str, str], here: Mapping[str, str]) -> Iterator[ProposedFile]:
    """Yield each shipped file that is not as somebody here last saw it, nor as it stands here anyway."""
    for file in sorted({*known, *shipped}):
        before, after, now = known.get(file), shipped.get(file), here.get(file)
        if after not in (before, now):
            proposes = Proposes.ADD if before is None else Proposes.CHANGE if after else Proposes.REMOVE
            yield ProposedFile(file, proposes, is_edited=now != before)


def _notice(desk: Desk, files: Iterable[str]) -> None:
    """Note that these shipped files were looked at, as they are now."""
    from leaflet_app.library.store.shipped import notice, noticed  # noqa: PLC0415
    from leaflet_app.services.library_store import in_turn, store_folder  # noqa: PLC0415

    shipped, folder = shipped_files().ids(), store_folder(desk)
    with in_turn(desk), told():
        known = {**(noticed(folder) or {}), **{file: shipped.get(file, "") for file in files}}
        notice(folder, {file: identity for file, identity in known.items() if identity})


def _content(files: FolderFiles, file: str) -> bytes:
    try:
        return files.read(file, LARGEST)
    except FileUnreadable as fault:
        raise StoreUnusable(f"{file} of the program cannot be read ({fault.wrong})", "Install it again.") from fault
