"""Words of one width set as flowables: the texts, headings and labels that stories are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from leaflet_app.domain.blocks import Beside, Block, Heading, InLanguage, Text, headings, words
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flowables.text import Label, Landmark, TextFlow
from leaflet_app.pdf.said import Said, said
from leaflet_app.pdf.styles import Style, Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.setting import PAGE_PLACE, Inks
from leaflet_app.pdf.text.typeset import typeset

BULLET = "•"


class Typesetter:
    """Sets words in one width, one language and one ink for headings."""

    def __init__(self, styles: Styles, inks: Inks, width: float, heading_ink: str = "") -> None:
        self._styles, self._inks, self._width, self._heading_ink = styles, inks, width, heading_ink

    def text(self, text: Text, style: Style, tag: Tag, label: Label | None = None) -> TextFlow:
        """Return a text set in a style."""
        width = self._width - (label.indent if label else 0.0)
        return TextFlow(typeset((text,), style, self._inks, width), style, (tag,), label=label)

    def title(self, block: Block) -> Said | None:
        """Return the words of a heading, to be said again where what it stands above runs over a page."""
        heads = [block] if isinstance(block, Heading) else [*headings((block,))] if isinstance(block, Beside) else []
        if not heads:
            return None
        in_line = reversed(heads) if self._reading.is_right_to_left else heads
        words_again = " · ".join(each.text for each in in_line)
        return said(words_again, self._heading_style(heads[0]), self._inks, self._width)

    def _heading_style(self, heading: Heading) -> Style:
        style = self._styles.heading(heading.level)
        return replace(style, colour=self._heading_ink or style.colour)

    def headed(self, heading: Heading, tag: Tag, landmark: Landmark) -> TextFlow:
        """Return a heading as the content of a tag."""
        style = self._heading_style(heading)
        text = typeset((words(heading.text),), style, self._inks, self._width)
        return TextFlow(text, style, (tag,), landmark=landmark)

    def _label(self, text: str, entry: Tag, indent: float) -> Label:
        """Return the bullet or number of an entry; from right to left the full stop stands at its left."""
        tag = entry.add("Lbl")
        if self._reading.is_right_to_left and text != BULLET:
            tag.actual, text = text, f".{text.removesuffix('.')}"
        return Label(text, self._inks.family.regular[0], tag, indent)

    def _speaking(self, part: InLanguage, width: float) -> Self:
        page_words = part.page_reference.format(page=PAGE_PLACE) or self._inks.page_words
        inks = self._inks._replace(lang=part.lang, page_words=page_words)
        return type(self)(self._styles, inks, width, self._heading_ink)

    @property
    def _reading(self) -> ReadingWidth:
        return ReadingWidth(self._width, is_right_to_left(self._inks.lang))

    def _at(self, width: float, heading_ink: str = "") -> Self:
        return type(self)(self._styles, self._inks, width, heading_ink or self._heading_ink)
