"""Named sets of topics: those of the library and the practice's own. No word about a patient is ever in one."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from pathlib import Path

from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import CannotSave, LeafletError, NameRefused, NothingChosen, UnknownSet
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Recipient, Selection
from leaflet_app.domain.sets import LONGEST_NAME, TopicSet, set_of
from leaflet_app.domain.typed import typed_line
from leaflet_app.services.choose_topics import choose

# Imports inside functions are late on purpose: a desk without sets of its own needs no reader.

FILE = "sets.toml"
MOST_DIGITS = 5
"""More digits than this in a name are a hospital number or a date of birth, not the name of a set."""

SHORTEST_PART = 3


def own_sets(home: Path, library: Library) -> tuple[TopicSet, ...]:
    """Return the practice's own sets that this library can print, in their order."""
    return tuple(each for each in _kept(home)[0] if _holds(library, each))


def library_sets(library: Library) -> tuple[TopicSet, ...]:
    """Return the sets that came with the library and that it can print."""
    return tuple(each for each in library.sets if _holds(library, each))


def all_sets(home: Path, library: Library) -> tuple[TopicSet, ...]:
    """Return the practice's own sets, then those of the library; an own set hides the library's of its name."""
    own = own_sets(home, library)
    names = {_plain(each.name) for each in own}
    return (*own, *(each for each in library_sets(library) if _plain(each.name) not in names))


def find_set(home: Path, library: Library, name: str) -> TopicSet:
    """Return the set of a name, in any case. Raises UnknownSet."""
    known = {_plain(each.name): each for each in all_sets(home, library)}
    if _plain(name) in known:
        return known[_plain(name)]
    near = difflib.get_close_matches(_plain(name), known, n=1)
    raise UnknownSet(name, known[near[0]].name if near else "")


def keep_set(home: Path, name: str, selection: Selection) -> TopicSet:
    """Keep what is chosen under a name, after the sets there are. Raises NothingChosen, NameRefused, CannotSave."""
    if not selection.topics:
        raise NothingChosen
    built = set_of(accepted(home, name, selection.recipient), selection)
    _write(home, (*_kept(home)[0], built))
    return built


def rename_set(home: Path, old: str, new: str, recipient: Recipient) -> None:
    """Give one of the practice's own sets another name. Raises NameRefused, CannotSave."""
    name = accepted(home, new, recipient, instead_of=old)
    renamed = (replace(each, name=name) if each.name == old else each for each in _kept(home)[0])
    _write(home, tuple(renamed))


def delete_set(home: Path, name: str) -> tuple[TopicSet, ...]:
    """Delete one of the practice's own sets; return all there were, to bring it back. Raises CannotSave."""
    before = _kept(home)[0]
    _write(home, tuple(each for each in before if each.name != name))
    return before


def bring_back(home: Path, sets: tuple[TopicSet, ...]) -> None:
    """Keep exactly these sets again. Raises CannotSave."""
    _write(home, sets)


def accepted(home: Path, name: str, recipient: Recipient, instead_of: str = "") -> str:
    """Return a name fit for a set. Raises NameRefused: no name, one that is taken, or words about a patient."""
    said = typed_line(name)
    taken = {_plain(each.name) for each in _kept(home)[0] if each.name != instead_of}
    if not said:
        raise NameRefused("it is empty", "Type what the set is for, such as “New insulinoma patient”.")
    if len(said) > LONGEST_NAME or not said.isprintable():
        raise NameRefused("it is too long or holds hidden characters", f"Use at most {LONGEST_NAME} letters.")
    if _plain(said) in taken:
        raise NameRefused("another set has it", "Type another name, or delete that set first.")
    if len(re.findall(r"\d", said)) > MOST_DIGITS or "@" in said or _names_patient(said, recipient):
        raise NameRefused("it looks like words about a patient", "Name what the set is for, not whom.")
    return said


def _names_patient(name: str, recipient: Recipient) -> bool:
    """Tell whether a name holds a word of the person whom the leaflet on the desk is for."""
    words = set(re.findall(r"\w+", name.casefold()))
    person = re.findall(r"\w+", f"{recipient.name} {recipient.reference}".casefold())
    return any(word in words for word in person if len(word) >= SHORTEST_PART)


def _holds(library: Library, named: TopicSet) -> bool:
    """Tell whether the library can print the set as it is: never with a topic silently missing."""
    try:
        choose(library, named.topics)
        if named.without or named.language:
            compose(library, named.chosen_on(Selection()))
    except LeafletError:
        return False
    return True


def _kept(home: Path) -> tuple[tuple[TopicSet, ...], tuple[str, ...]]:
    """Return the sets of the practice's file, and the faults of what could not be read."""
    if not (home / FILE).exists():
        return (), ()
    from leaflet_app.library.folder_files import FolderFiles  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415
    from leaflet_app.library.sets import read_sets  # noqa: PLC0415

    report = Report(FILE)
    return read_sets(FolderFiles(home), report, None), tuple(map(str, report.faults))


def _write(home: Path, sets: tuple[TopicSet, ...]) -> None:
    from leaflet_app.library.sets import written  # noqa: PLC0415

    faults = _kept(home)[1]
    if faults:
        raise CannotSave(FILE, "what stands in it cannot be read", f"Mend it first: {faults[0]}.")
    save_whole(home / FILE, written(sets).encode(), makes_folder=True)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
