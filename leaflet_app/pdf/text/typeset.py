"""Set a text in lines, from left to right or from right to left. Kept for each text, style and width."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from leaflet_app.domain.blocks import Text
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.set_text import PlainSetting, SetText
from leaflet_app.pdf.text.setting import Inks

if TYPE_CHECKING:
    from leaflet_app.pdf.text.set_text import Piece
    from leaflet_app.pdf.text.shaping.text import PagePiece, ShapedText

Typeset: TypeAlias = "SetText | ShapedText"
"""A text set in lines."""

Shown: TypeAlias = "Piece | PagePiece"
"""Operators that show a part of it."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@lru_cache(maxsize=2_000)
def typeset(texts: tuple[Text, ...], style: Style, inks: Inks, width: float) -> Typeset:
    """Set texts one after the other in the same lines, each the content of a tag of its own. Raises MissingGlyph."""
    if is_right_to_left(inks.lang) or any(_RIGHT_TO_LEFT.search(run.text) for text in texts for run in text):
        from leaflet_app.pdf.text.shaping.text import shaped  # noqa: PLC0415  few leaflets need it

        return shaped(texts, style, inks, width)
    return SetText(PlainSetting(texts, style, inks), width)
