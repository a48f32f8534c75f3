"""Faults of what a leaflet is made from, and of the making."""

from leaflet_app.domain.errors.leaflet_error import LeafletError
from leaflet_app.domain.errors.telling import shown


class MissingGlyph(LeafletError):
    """No font of the theme can print a character of the text."""

    def __init__(self, character: str, context: str) -> None:
        where = f"(U+{ord(character):04X}) in “{shown(context)}”"
        super().__init__(
            f"The character {character!r} {where} cannot be printed in this font.",
            "Replace it with plain letters." if character.isprintable() else "Delete the invisible character.",
        )
        self.character = character


class LeafletTooLong(LeafletError):
    """More text than a leaflet may hold."""

    def __init__(self, why: str, remedy: str = "Leave out topics or sections.") -> None:
        super().__init__(f"The leaflet is too long: {why}.", remedy)


class PartTooLarge(LeafletError):
    """A word, paragraph, list or picture beyond all measure. `where` names the heading that it stands under."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{where} cannot be printed: {why}.", remedy)


class LinkRefused(LeafletError):
    """A link to what no leaflet may open."""

    def __init__(self, link: str) -> None:
        remedy = "Link to an https:// address, a mail address or a heading."
        super().__init__(f"The link to “{shown(link[:40])}” cannot be printed.", remedy)


class PictureUnreadable(LeafletError):
    """A picture that is damaged, or larger than a picture may be: the logo, or that of a text with this `alt`."""

    def __init__(self, why: str = "the picture is damaged", alt: str = "") -> None:
        of_logo = "The logo of the practice", "Save it again as a smaller PNG, or take it out of practice.toml."
        of_text = f"The picture “{shown(alt)}”", "Add it again in the editor, or take it out of its text."
        what, remedy = of_text if alt else of_logo
        super().__init__(f"{what} cannot be printed: {why}.", remedy)
        self.why = why


class PasswordRefused(LeafletError):
    """A password that no reader of PDFs could be given."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"This password cannot be used: {why}.", remedy)


class RenderingStopped(LeafletError):
    """The renderer ran too long, took too much memory or died."""

    def __init__(self, why: str, what: str = "The leaflet", longest: str = "") -> None:
        remedy = f"Leave out {longest}, by far the longest," if longest else "Leave out the last thing you added"
        super().__init__(f"{what} could not be made: {why}.", f"{remedy} and try again.")
