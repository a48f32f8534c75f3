"""Runs of a text become stretches, each with the ink that it is printed with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from leaflet_app.domain.blocks import Run, Text, bare_address
from leaflet_app.domain.errors import MissingGlyph
from leaflet_app.domain.fate import Fate
from leaflet_app.pdf.fonts.families import Chain, Family, missing
from leaflet_app.pdf.styles import Style

MOST_QUOTED = 40
"""Letters of a text that are quoted where one of them cannot be printed."""

PAGE_PLACE = "00"
"""Stands for a page number while lines are broken: two digits wide."""


SAID_OF = {Fate.TAKEN: "[taken out: {}] ", Fate.PUT: "[new: {}] "}
"""What is read out of words that are struck through or underlined."""


class Inks(NamedTuple):
    """What all texts of a leaflet are set with. `page_words` say "page 00" in its language."""

    family: Family
    link_colour: str
    page_words: str
    lang: str = ""


class Inline(NamedTuple):
    """A tag that stands among the text of another owner: a link, or words in another language."""

    role: str
    lang: str
    parent: int
    actual: str = ""


class Ink(NamedTuple):
    """What a span means: its colour, whose content it is, where it links to, whose page it shows, and its fate."""

    colour: str
    owner: int
    link: str = ""
    page_of: str = ""
    fate: Fate = Fate.SAME


class Setting(ABC):
    """What every stretch of texts is printed with. `unseen` characters are no fault, though nobody sees them.

    `says_each_stretch` where each has a tag of its own that is read out; below it none may be.
    """

    unseen = ""
    says_each_stretch = False

    def __init__(self, texts: Sequence[Text], style: Style, inks: Inks) -> None:
        self.style, self.owners, self._with = style, len(texts), inks
        self.inks: list[Ink] = []
        self.inlines: list[Inline] = []
        for owner, text in enumerate(texts):
            for run in text:
                self._add(run, owner)

    @abstractmethod
    def put(self, run: Run, chain: Chain, ink: Ink) -> None:
        """Add a stretch in one look."""

    def _add(self, run: Run, owner: int) -> None:
        """Add a run; a link shows where it leads, for paper."""
        colour = self.style.colour
        if not run.link:
            read = "" if self.says_each_stretch or run.fate is Fate.SAME else read_out(run)
            said = self.inline("Span", run.lang, owner, read) if run.lang or read else owner
            self._put(run, Ink(colour, said, fate=run.fate))
            return
        self._put(run, Ink(self._with.link_colour, self.inline("Link", run.lang, owner), run.link))
        if run.link.startswith("#"):
            self._put(Run(" ("), Ink(colour, owner))
            self._put(Run(self._with.page_words, whole=True), Ink(colour, owner, page_of=run.link[1:]))
            self._put(Run(")"), Ink(colour, owner))
        elif address := _address_to_read(run):
            self._put(Run(f" ({address})"), Ink(colour, owner))

    def _put(self, run: Run, ink: Ink) -> None:
        family = self._with.family
        if character := missing(run.text, family, self.unseen):
            raise MissingGlyph(character, run.text[:MOST_QUOTED])
        self.put(run, family.bold if run.bold or self.style.is_bold else family.regular, ink)

    def inline(self, role: str, lang: str, parent: int, actual: str = "") -> int:
        """Make a tag among the text of another owner, and return its number as an owner."""
        self.inlines.append(Inline(role, lang, parent, actual))
        return self.owners + len(self.inlines) - 1


def read_out(run: Run) -> str:
    """Return what a run is read out as, what became of its words included."""
    return SAID_OF[run.fate].format(run.text.strip()) if run.fate is not Fate.SAME else run.text


def _address_to_read(run: Run) -> str:
    """Return the web address that paper must show, where the link's own words do not."""
    address = bare_address(run.link)
    return address if run.link.startswith("https://") and address not in run.text else ""
