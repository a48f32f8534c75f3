"""What a newer program proposes for a desk's library, to be looked at and taken text by text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.proposals import Proposal, ProposedFile, Proposes
from leaflet_app.library.store.faults import told
from leaflet_app.library.store.shipped import notice, noticed
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_beginning import shipped_content, shipped_files
from leaflet_app.services.library_store import change, in_turn, opened, store_folder

TAKEN = "Take {files} from the library that came with the program"


def proposed(desk: Desk) -> Proposal | None:
    """Return what a newer shipped library would change here; None where there is nothing new. Raises StoreUnusable."""
    with opened(desk) as store, told():
        known = noticed(store_folder(desk))
        files = () if known is None else tuple(_compared(known, shipped_files().ids(), store.ids(store.head)))
        return Proposal(files, store.head) if files else None


def proposed_text(file: str) -> str:
    """Return a text as the program came with it; nothing where it has none."""
    shipped = shipped_files()
    return text_shown(shipped_content(shipped, file)) if shipped.holds(file) else ""


def take_proposed(desk: Desk, proposal: Proposal, files: Collection[str]) -> str:
    """Take some of a proposal in, as one version and as drafts; return it.

    Raises EditRefused for a file that is not proposed, EditedMeanwhile, StoreUnusable.
    """
    strange = sorted({*files} - {each.file for each in proposal.files})
    if strange or not files:
        raise EditRefused(
            f"{strange[0]} is not proposed" if strange else "nothing of the proposal was chosen",
            "Look at the proposal again and choose from its files.",
        )
    shipped = shipped_files()
    changes = {file: shipped_content(shipped, file) if shipped.holds(file) else None for file in sorted(files)}
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
    shipped, folder = shipped_files().ids(), store_folder(desk)
    with in_turn(desk), told():
        known = {**(noticed(folder) or {}), **{file: shipped.get(file, "") for file in files}}
        notice(folder, {file: identity for file, identity in known.items() if identity})
