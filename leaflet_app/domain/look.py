"""How a leaflet looks on paper: its format and its theme."""

from __future__ import annotations

from enum import Enum

from leaflet_app.domain.value import value


class Format(Enum):
    """The paper and the size of print. The value is the name on the command line."""

    STANDARD = "standard"
    LARGE = "large"
    LARGER = "larger"
    A5 = "a5"
    BOOKLET = "booklet"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """Return the name a person reads."""
        return _FORMAT_LABELS[self]


class Theme(Enum):
    """Letters and ground. The value is the name on the command line."""

    STANDARD = "standard"
    LEGIBLE = "legible"
    CREAM = "cream"
    LEGIBLE_CREAM = "legible-cream"

    @property
    def label(self) -> str:
        """Return the name a person reads."""
        return _THEME_LABELS[self]

    @property
    def is_legible(self) -> bool:
        """Tell whether the letters are those made to be told apart."""
        return self in {Theme.LEGIBLE, Theme.LEGIBLE_CREAM}

    @property
    def is_cream(self) -> bool:
        """Tell whether the paper is cream instead of white."""
        return self in {Theme.CREAM, Theme.LEGIBLE_CREAM}


@value
class Look:
    """Everything about a leaflet that its words do not say."""

    format: Format = Format.STANDARD
    theme: Theme = Theme.STANDARD


_FORMAT_LABELS = {
    Format.STANDARD: "A4",
    Format.LARGE: "A4 large print",
    Format.LARGER: "A4 larger print",
    Format.A5: "A5",
    Format.BOOKLET: "A5 booklet on A4",
    Format.LETTER: "US Letter",
}
_THEME_LABELS = {
    Theme.STANDARD: "Standard",
    Theme.LEGIBLE: "High legibility",
    Theme.CREAM: "Dark on cream",
    Theme.LEGIBLE_CREAM: "High legibility on cream",
}
