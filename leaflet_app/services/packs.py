"""Pass topics to another practice in a signed pack, and take in what another sends: as drafts, text by text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import EditRefused, NoKeyring, PackRefused
from leaflet_app.domain.errors.telling import shown
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.packs import Brought, Difference, ListChange, Pack, Signer
from leaflet_app.domain.typed import typed_line
from leaflet_app.domain.value import value
from leaflet_app.services import library_store
from leaflet_app.services.chosen_file import bytes_of
from leaflet_app.services.desk import Desk

if TYPE_CHECKING:
    from leaflet_app.library.files import Files

# Imports inside functions are late on purpose: most desks never see a pack.

SIGNING_KEY = "signing key"
"""Its name in the keyring."""

ENDING = ".leafpack"


@value
class Inspected:
    """What is known of a pack before anything of it is taken.

    `signer` is None where nobody here trusts its key. `faults` are those that taking all of it would bring. `base` is
    the version of the library that it was compared with.
    """

    pack: Pack
    signer: Signer | None
    fingerprint: str
    texts: tuple[Brought, ...]
    lists: tuple[ListChange, ...]
    faults: tuple[Fault, ...]
    base: str

    @property
    def is_news(self) -> bool:
        """Tell whether anything in it is not here yet."""
        return any(text.difference is not Difference.SAME for text in self.texts)


def own_key(desk: Desk) -> str:
    """Return the public half of the key that signs this desk's packs, made at its first use. Raises NoKeyring."""
    from leaflet_app.library.packs.keys import public_half  # noqa: PLC0415

    try:
        return public_half(_private_key(desk))
    except ValueError:
        raise NoKeyring("what it keeps under “signing key” is no key") from None


def fingerprint_of(key: str) -> str:
    """Return a public key as two people compare it over the phone."""
    from leaflet_app.library.packs.keys import fingerprint  # noqa: PLC0415

    return fingerprint(key)


def make_pack(desk: Desk, topics: Iterable[str], file: Path) -> Path:
    """Write a signed pack of these topics as they stand in the newest library.

    Raises UnknownTopic, TopicHasFaults, EditRefused, NoKeyring, CannotSave.
    """
    from leaflet_app.delivery.save import save_whole  # noqa: PLC0415
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415
    from leaflet_app.library.packs.making import pack_of  # noqa: PLC0415

    own_key(desk)
    newest = library_store.newest(desk)
    try:
        packed = pack_of(newest.library, newest.files, topics, _private_key(desk))
    except FileUnreadable as fault:
        raise EditRefused(f"a text cannot be packed: {fault.wrong}", f"Mend it first: {fault.remedy}.") from fault
    whole = file if file.suffix == ENDING else file.with_name(file.name + ENDING)
    save_whole(whole, packed)
    return whole


def inspect_pack(desk: Desk, file: Path) -> Inspected:
    """Open a pack and say who signed it and what it would change. Raises PackRefused, LibraryUnreadable."""
    from leaflet_app.library.packs.opening import opened  # noqa: PLC0415
    from leaflet_app.library.packs.taking import brought_by, list_changes  # noqa: PLC0415

    pack = opened(_read(file))
    newest = library_store.newest(desk)
    lists = tuple(change for _, change in list_changes(pack, newest.files))
    return Inspected(
        pack,
        _signer(newest.files, pack),
        fingerprint_of(pack.key),
        brought_by(pack, newest.files),
        lists,
        _faults_after(newest.files, pack),
        newest.commit,
    )


def take_pack(desk: Desk, inspected: Inspected, chosen: Collection[str]) -> str:
    """Take the chosen texts of a pack in as drafts, with what they need of the lists; return the new version.

    Raises PackRefused for a signer whom nobody here trusts, EditedMeanwhile, StoreUnusable.
    """
    from leaflet_app.library.packs.taking import change_of  # noqa: PLC0415

    newest = library_store.newest(desk)
    signer = _signer(newest.files, inspected.pack)
    if signer is None:
        raise PackRefused(
            f"nobody here trusts its signer yet ({inspected.fingerprint})",
            "Compare these signs with the sender over the phone, then trust the key.",
        )
    if unknown := set(chosen) - {each.file for each in inspected.texts}:
        raise PackRefused(f"it holds no “{shown(min(unknown))}”", "Look at what it holds, and choose from that.")
    change = change_of(inspected.pack, newest.files, chosen)
    if not change:
        raise EditRefused("nothing of the pack was chosen", "Choose at least one text.")
    message = f"Take {counted(len(set(chosen)), 'file')} from a pack of {signer.name}"
    return library_store.change(desk, change, message, base=inspected.base)


def trusted(desk: Desk) -> tuple[Signer, ...]:
    """Return whose packs are taken here."""
    return _trusted(library_store.newest(desk).files)


def trust(desk: Desk, name: str, key: str) -> str:
    """Take packs of this key from now on, on every desk; return the new version. Raises EditRefused."""
    from leaflet_app.library.packs.keys import is_key  # noqa: PLC0415

    if not is_key(key):
        raise EditRefused("this is no key", "Ask for it again: it has 44 signs.")
    said = " ".join(typed_line(name).split())
    if not said or not said.isprintable():
        raise EditRefused("the key has no name, or one with hidden signs", "Write whose it is.")
    others = [each for each in trusted(desk) if each.key != key.strip()]
    return _keep_trusted(desk, (*others, Signer(said, key.strip())), f"Trust packs of {said}")


def distrust(desk: Desk, key: str) -> str:
    """Take no pack of this key any more; return the new version. Raises EditRefused."""
    kept = trusted(desk)
    left = tuple(each for each in kept if each.key != key.strip())
    if left == kept:
        raise EditRefused("nobody here trusts this key", "Look at the list of keys again.")
    return _keep_trusted(desk, left, "Trust a key no more")


def _private_key(desk: Desk) -> str:
    from leaflet_app.library.packs.keys import new_key  # noqa: PLC0415

    kept = desk.tools.secrets.read(SIGNING_KEY)
    if kept is None:
        kept = new_key()
        desk.tools.secrets.keep(SIGNING_KEY, kept)
    return kept


def _read(file: Path) -> bytes:
    from leaflet_app.library.packs.layout import LARGEST_PACK  # noqa: PLC0415

    try:
        return bytes_of(file, LARGEST_PACK)
    except OSError as fault:
        raise PackRefused(f"it cannot be read ({fault.strerror})", "Choose the file again.") from fault


def _signer(files: Files, pack: Pack) -> Signer | None:
    """Return who signed a pack, if somebody here trusts them at this moment."""
    return next((each for each in _trusted(files) if each.key == pack.key), None)


def _trusted(files: Files) -> tuple[Signer, ...]:
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.library.packs.trusted import read_trusted  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    return read_trusted(files, Report(where.TRUSTED))


def _keep_trusted(desk: Desk, signers: tuple[Signer, ...], message: str) -> str:
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.library.packs.trusted import written_trusted  # noqa: PLC0415

    base = library_store.newest(desk).commit
    return library_store.change(desk, {where.TRUSTED: written_trusted(signers)}, message, base=base)


def _faults_after(files: Files, pack: Pack) -> tuple[Fault, ...]:
    """Return the faults that the texts of a pack would have here."""
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.library.packs.taking import change_of  # noqa: PLC0415
    from leaflet_app.services.check_library import check  # noqa: PLC0415

    change = change_of(pack, files, pack.files)
    return tuple(fault for fault in check(ChangedFiles(files, change)) if fault.file in change)
