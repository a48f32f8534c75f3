"""Keep the details of the practices: who hands leaflets over, in which colours, with which logo."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from itertools import chain, count

from leaflet_app import paths
from leaflet_app.domain.brand_colours import is_readable
from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import EditRefused, NothingChosen, UnknownPractice
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Format
from leaflet_app.domain.practice import FIRST_PRACTICE, PICTURE_ENDINGS, Disclaimer, Practice, labels, picture_kind
from leaflet_app.domain.practice_fields import BY_KEY
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.sentences import sentence
from leaflet_app.domain.topic import Kind
from leaflet_app.domain.value import value
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.make_leaflet import Made
from leaflet_app.services.settings import load
from leaflet_app.services.signing import signed

# Imports inside functions are late on purpose: only who keeps a practice reads and writes files of the library.

LONGEST_ID = 40


@value
class Listed:
    """A profile by its id and name. `is_own` tells that leaflets of this desk bear it; `faults`, why none can."""

    id: str
    label: str
    is_own: bool
    faults: tuple[Fault, ...] = ()


@value
class Kept:
    """A practice as the library keeps it: its file and logo, and the version of the library they were read from.

    `is_shipped` tells that nobody has changed the file that came with the program.
    """

    id: str
    practice: Practice
    base: str
    text: str = ""
    logo: str = ""
    is_shipped: bool = False


@value
class Opened:
    """A practice to be changed, beside which there are, and the disclaimers it may bear."""

    kept: Kept
    listed: tuple[Listed, ...]
    disclaimers: Mapping[str, Disclaimer]


def opened(desk: Desk, practice_id: str = "") -> Opened:
    """Return all that a form of a practice shows. Raises UnknownPractice, StoreUnusable, LibraryUnreadable."""
    shown = kept(desk, practice_id)
    return Opened(shown, list_practices(desk), library_store.newest(desk).library.offered_disclaimers)


def opened_new(desk: Desk) -> Opened:
    """Return a form on which nothing is typed yet."""
    blank = new(desk, Practice("", ""))
    return Opened(blank, list_practices(desk), library_store.newest(desk).library.offered_disclaimers)


def list_practices(desk: Desk) -> tuple[Listed, ...]:
    """Return every profile, sound or not, the first before the others. Raises StoreUnusable, LibraryUnreadable."""
    from leaflet_app.library.practice import practice_ids  # noqa: PLC0415
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    now = library_store.newest(desk)
    own = load(desk).library.practice or FIRST_PRACTICE
    named = labels(now.library.practices)
    broken = (each for each in practice_ids(now.files) if each not in named)
    faults = {each: tuple(f for f in now.library.faults if f.file == practice_file(each)) for each in broken}
    sound = (Listed(each, label, each == own) for each, label in named.items())
    return (*sound, *(Listed(each, each, each == own, told) for each, told in faults.items()))


def kept(desk: Desk, practice_id: str = "") -> Kept:
    """Return a practice as it stands now; nothing named is the first. Raises UnknownPractice, StoreUnusable."""
    from leaflet_app.library.practice_logos import logo_in  # noqa: PLC0415
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    now = library_store.newest(desk)
    wanted = practice_id or FIRST_PRACTICE
    if wanted not in now.library.practices:
        raise UnknownPractice(wanted, tuple(now.library.practices))
    text = library_store.text_at(desk, practice_file(wanted), now.commit)
    is_shipped = wanted == FIRST_PRACTICE and text.encode() == shipped_file()
    return Kept(wanted, now.library.practices[wanted], now.commit, text, logo_in(text), is_shipped)


def shipped_file() -> bytes:
    """Return the file of the first practice as it came with the program; nothing where it cannot be read."""
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    try:
        return (paths.resources() / "library" / practice_file(FIRST_PRACTICE)).read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return b""


def new(desk: Desk, practice: Practice, practice_id: str = "") -> Kept:
    """Return a practice that is not kept yet, by an id of its own. Raises EditRefused for one that is taken or none."""
    from leaflet_app.library.ids import ID_REMEDY, is_id  # noqa: PLC0415
    from leaflet_app.library.practice import practice_ids  # noqa: PLC0415

    now = library_store.newest(desk)
    taken = practice_ids(now.files)
    wanted = practice_id or _free_id(practice.publisher, taken)
    if wanted in taken:
        raise EditRefused(f"there is a practice “{wanted}” already", "Choose another name for its file.")
    if not is_id(wanted):
        raise EditRefused(f"“{wanted}” cannot name a practice", sentence(ID_REMEDY))
    return Kept(wanted, replace(practice, brand=replace(practice.brand, logo=b"", logo_alt="")), now.commit)


def wrong_in(practice: Practice) -> dict[str, str]:
    """Return by field what cannot be printed, and what to write."""
    from leaflet_app.library import practice_checks  # noqa: PLC0415

    wrong = {field: sentence(remedy) for field, remedy in practice_checks.wrong_in(practice)}
    brand = practice.brand
    for field, colour in (("band", brand.band), ("accent", brand.accent)):
        if not is_readable(colour):
            wrong[field] = "Words cannot be read in it. Choose a darker colour."
    if brand.logo and not brand.logo_alt.strip():
        wrong["logo_alt"] = "Describe the logo for those who cannot see it."
    return wrong


def keep(desk: Desk, before: Kept, practice: Practice, author: str = "", message: str = "") -> Kept:
    """Keep a practice as one change, signed by a person, and return it as it stands now.

    The picture it showed before goes with the change, unless another practice shows it too; the history keeps it.
    Raises EditRefused, EditedMeanwhile, StoreUnusable, CannotSave.
    """
    from leaflet_app.library.practice_writing import written  # noqa: PLC0415
    from leaflet_app.library.where import practice_file  # noqa: PLC0415

    editor = signed(desk, author)
    wrong = wrong_in(practice)
    if wrong:
        field, remedy = next(iter(wrong.items()))
        named = BY_KEY[field].label if field in BY_KEY else field.replace("_", " ")
        raise EditRefused(f"“{named}” cannot be printed as it stands", remedy)
    logo = _logo_name(desk, before, practice.brand.logo)
    text = written(before.text, practice, logo)
    changes = {practice_file(before.id): text.encode(), **_pictures(desk, before, practice.brand.logo, logo)}
    done = "Change" if before.text else "Add"
    said = message or f"{done} the practice {practice.publisher}"
    base = library_store.change(desk, changes, said, base=before.base, author=editor)
    return Kept(before.id, practice, base, text, logo)


def keep_new(desk: Desk, practice: Practice, author: str = "") -> Kept:
    """Keep another practice, in a file named after it. Raises as keep does."""
    return keep(desk, new(desk, practice), practice, author)


def keep_over(desk: Desk, practice_id: str, practice: Practice, author: str = "") -> Kept:
    """Keep a practice over what somebody else kept meanwhile. Raises as keep does."""
    return keep(desk, kept(desk, practice_id), practice, author)


def sample(desk: Desk, practice_id: str, practice: Practice, page_format: Format) -> Made:
    """Make a leaflet of the library as this practice would hand it out. Raises as make_leaflet does."""
    library = desk.newest.library if desk.newest else desk.library
    shown = replace(library, practice=practice, practices={**library.practices, practice_id: practice})
    selection = Selection((_sample_topic(library),), format=page_format, practice=practice_id, made_on=desk.today())
    leaflet = compose(shown, selection)
    return Made(leaflet, desk.render(leaflet, selection.look))


def _sample_topic(library: Library) -> str:
    """Return a tumour, of those there are: its leaflet has every part."""
    tumours = (each for each, topic in library.offered.items() if topic.kind is Kind.TUMOUR)
    first = next(tumours, None) or next(iter(library.offered), None)
    if first is None:
        raise NothingChosen
    return first


def _logo_name(desk: Desk, before: Kept, logo: bytes) -> str:
    """Return the name of the logo's file: a new picture never takes the place of one that another practice shows."""
    from leaflet_app.library.practice_logos import logos_of_others  # noqa: PLC0415

    if not logo:
        return ""
    if logo == before.practice.brand.logo:
        return before.logo
    stem = "logo" if before.id == FIRST_PRACTICE else f"{before.id}-logo"
    others = logos_of_others(library_store.newest(desk).files, before.id)
    return _first_free(stem, "", PICTURE_ENDINGS[picture_kind(logo)], others)


def _pictures(desk: Desk, before: Kept, picture: bytes, logo: str) -> dict[str, bytes | None]:
    """Return what becomes of the pictures beside a practice that shows this one, of this name, from now on."""
    from leaflet_app.library.practice_logos import unneeded  # noqa: PLC0415
    from leaflet_app.library.where import PRACTICES  # noqa: PLC0415

    changes: dict[str, bytes | None] = {}
    if before.logo != logo and unneeded(library_store.newest(desk).files, before.id, before.logo):
        changes[f"{PRACTICES}/{before.logo}"] = None
    if logo and picture != before.practice.brand.logo:
        changes[f"{PRACTICES}/{logo}"] = picture
    return changes


def _free_id(name: str, taken: list[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:LONGEST_ID].strip("-") or "another"
    return _first_free(plain, "-", "", taken)


def _first_free(stem: str, joint: str, ending: str, taken: Container[str]) -> str:
    numbered = (f"{stem}{joint}{number}{ending}" for number in count(2))
    return next(each for each in chain((f"{stem}{ending}",), numbered) if each not in taken)
