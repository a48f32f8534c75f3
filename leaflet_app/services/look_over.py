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

    `languages` are those that it is translated into, each with whether that is out of date.
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

    @property
    def is_disclaimer(self) -> bool:
        """Tell a disclaimer from texts with a topic's words."""
        return self.file.startswith("practice/")


@value
class Overview:
    """All texts in the order of lists, and the problems of files that are none of them."""

    texts: tuple[Standing, ...]
    others: tuple[Problem, ...]


def look_over(library: Library, files: Files, on: date) -> Overview:
    """Check the files that a library was read from, and say how each of its texts stands. Raises LibraryUnreadable."""
    from leaflet_app.services.check_library import check  # noqa: PLC0415 - the window opens without it
    from leaflet_app.services.edit_text import title_of  # noqa: PLC0415

    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    for fault in check(files):
        problems[fault.file].append(Problem(fault, _line(files, fault)))
    stale: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in list_facts(library, on):
        if entry.is_stale:
            stale[entry.topic].append(entry)
    texts = tuple(
        Standing(
            text_id,
            f"{room}/{ENGLISH}.md",
            title_of(library, f"{room}/{ENGLISH}.md"),
            _site(library, text),
            _review(files, f"{room}/{ENGLISH}.md", text),
            reading(text).prose.grade,
            tuple(each for file in tuple(problems) if _is_in(file, room) for each in problems.pop(file)),
            tuple(stale[text_id]),
            tuple(_languages(library, text_id, text)),
        )
        for text_id, room, text in _texts(library)
    )
    return Overview(texts, tuple(problem for left in problems.values() for problem in left))


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
