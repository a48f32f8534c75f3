"""Look over the library: how each text stands, what is wrong with it, and which of its facts have aged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import Disclaimer
from leaflet_app.domain.readability import reading
from leaflet_app.domain.review import Review, Status
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.domain.value import value
from leaflet_app.services.list_facts import Entry, list_facts

if TYPE_CHECKING:
    from leaflet_app.library.files import Files

LONGEST_QUOTE = 240


@value
class Problem:
    """A fault or a warning, and the line of the file that it is about."""

    fault: Fault
    quote: str

    @property
    def stops_approval(self) -> bool:
        """Tell a fault from a warning."""
        return self.fault.weight is Weight.FAULT


@value
class Standing:
    """How a topic, a text that topics share or a disclaimer stands on a day. `site` is empty for all but topics.

    `languages` are those that it is translated into, each with whether that is out of date; `is_own` tells that it
    does not have the words that came with the program. Of a text that is not `is_readable`, only the title and the
    problems are known.
    """

    id: str
    file: str
    title: str
    site: str
    review: Review
    grade: float
    problems: tuple[Problem, ...]
    stale: tuple[Entry, ...]
    languages: tuple[tuple[str, bool], ...] = ()
    is_own: bool = False
    is_readable: bool = True

    @property
    def is_disclaimer(self) -> bool:
        """Tell a disclaimer from texts with a topic's words."""
        return self.file.startswith("practice/")


@value
class Overview:
    """The texts that cannot be read, all others in the order of lists, and the problems of files that are no text."""

    texts: tuple[Standing, ...]
    others: tuple[Problem, ...]


def look_over(library: Library, files: Files, on: date) -> Overview:
    """Check the files that a library was read from, and say how each of its texts stands. Raises LibraryUnreadable."""
    from leaflet_app.services.check_library import check  # noqa: PLC0415 - the window opens without it
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415

    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    for fault in check(files):
        problems[fault.file].append(Problem(fault, _line(files, fault)))
    stale: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in list_facts(library, on):
        if entry.is_stale:
            stale[entry.topic].append(entry)
    own = _own(files)
    texts = tuple(
        Standing(
            text_id,
            file := f"{room}/{ENGLISH}.md",
            title_of(library, file),
            _site(library, text),
            _review(files, file, text),
            reading(text).prose.grade,
            tuple(each for other in tuple(problems) if _is_in(other, room) for each in problems.pop(other)),
            tuple(stale[text_id]),
            tuple(_languages(library, text_id, text)),
            is_own=file in own,
        )
        for text_id, room, text in _texts(library)
    )
    broken = tuple(_broken(library, files, problems))
    return Overview((*broken, *texts), tuple(problem for left in problems.values() for problem in left))


def _broken(library: Library, files: Files, problems: dict[str, list[Problem]]) -> Iterator[Standing]:
    """Yield the texts that cannot be read, each with the problems of its folder, which are then told."""
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.services.edit_text import words_of  # noqa: PLC0415
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415

    rooms = (f"{where.TOPICS}/", f"{where.SHARED}/", f"{where.DISCLAIMERS}/")
    for room in dict.fromkeys(str(PurePosixPath(file).parent) for file in sorted(problems) if file.startswith(rooms)):
        file = f"{room}/{ENGLISH}.md"
        words = words_of(files, file)
        if words is None:
            continue
        told = tuple(each for other in tuple(problems) if _is_in(other, room) for each in problems.pop(other))
        title, unknown = title_of(library, file, words), Review(Status.DRAFT, "", "")
        yield Standing(room.removeprefix("topics/"), file, title, "", unknown, 0, told, (), is_readable=False)


def _texts(library: Library) -> Iterator[tuple[str, str, Topic | SharedBlock | Disclaimer]]:
    """Yield each text with its id and its folder: topics as listed, retired ones, shared texts, then disclaimers."""
    from leaflet_app.library import where  # noqa: PLC0415

    listed = {topic.id: topic for _, those in library.by_site() for topic in those}
    for topic in (*listed.values(), *(each for each in library.topics.values() if each.id not in listed)):
        yield topic.id, f"topics/{topic.id}", topic
    for block in library.shared.values():
        yield f"shared/{block.id}", f"shared/{block.id}", block
    for disclaimer in library.disclaimers.values():
        folder = str(PurePosixPath(where.disclaimer_file(ENGLISH, disclaimer.id)).parent)
        yield folder, folder, disclaimer


def _own(files: Files) -> set[str]:
    """Return the files with other words than the program came with; how far their review is does not count."""
    from leaflet_app.library.besides_review import without_review  # noqa: PLC0415
    from leaflet_app.library.files import LARGEST_TOPIC, FileUnreadable  # noqa: PLC0415
    from leaflet_app.services.library_beginning import shipped_files  # noqa: PLC0415

    def words(of: Files, file: str) -> bytes:
        try:
            return without_review(of.read(file, LARGEST_TOPIC))
        except FileUnreadable:
            return b""

    shipped, here = shipped_files(), files.ids()
    known = shipped.ids()
    differ = {file for file in here if file.endswith(".md") and here[file] != known.get(file)}
    return {file for file in differ if file not in known or words(files, file) != words(shipped, file)}


def _is_in(file: str, folder: str) -> bool:
    return str(PurePosixPath(file).parent) == folder


def _review(files: Files, file: str, text: Topic | SharedBlock | Disclaimer) -> Review:
    from leaflet_app.library.disclaimers import review_of_disclaimer  # noqa: PLC0415

    if not isinstance(text, Disclaimer):
        return text.review
    return review_of_disclaimer(files, file) or Review(Status.DRAFT, text.version, "")


def _languages(library: Library, text_id: str, text: Topic | SharedBlock | Disclaimer) -> Iterator[tuple[str, bool]]:
    """Yield the languages that a text is translated into, each with whether that is out of date."""
    named = text_id.removeprefix("shared/")
    for lang, there in sorted(library.translations.items()):
        held: Topic | SharedBlock | Disclaimer | None
        match text:
            case Topic():
                held = there.topics.get(named)
            case Disclaimer():
                held = there.disclaimers.get(text.id)
            case _:
                held = there.shared.get(named)
        if held is not None:
            yield lang, held.translated is not None and held.translated.is_stale


def _site(library: Library, text: Topic | SharedBlock | Disclaimer) -> str:
    return library.wording.sites[text.site.value] if isinstance(text, Topic) else ""


def _line(files: Files, fault: Fault) -> str:
    """Return the line a fault is about, shortened; nothing where it cannot be read."""
    from leaflet_app.library.files import LARGEST_LIST, read_text  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415

    lines = (read_text(files, Report(fault.file), LARGEST_LIST) or "").splitlines()[fault.line - 1 : fault.line]
    line = "".join(lines).strip()
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1].rstrip()}…"
