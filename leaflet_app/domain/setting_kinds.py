"""What may be written for a setting, and how a person types and reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from typing import Protocol

from leaflet_app.domain.template import braced, has_lone_bracket, unknown_field
from leaflet_app.domain.value import value

LONGEST_LINE, LONGEST_TEXT, MOST_NAMES = 200, 10_000, 100
One = Enum | str | None
"""What can be chosen among a few."""

_YES, _NO = {"yes", "true", "on"}, {"no", "false", "off"}


class Unfit(ValueError):
    """What was written is not what the setting takes: why, and what to write instead."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why = why
        self.remedy = remedy


class Kind(Protocol):
    """One kind of setting. In the file it is what TOML knows: text, a whole number, true or false, a list of texts."""

    @property
    def accepted(self) -> str:
        """Say in words what may be written, as the end of “Write …”; empty where any words will do."""
        ...

    def read(self, untrusted: object) -> object:
        """Return the value of what the file holds. Raises Unfit."""
        ...

    def typed(self, untrusted: str) -> object:
        """Return the value of what a person typed. Raises Unfit."""
        ...

    def written(self, value: object) -> str | int | bool | list[str]:
        """Return a value as the file holds it."""
        ...

    def shown(self, value: object) -> str:
        """Return a value as a person reads it, and may type it again."""
        ...


@value
class Choice:
    """One of a few, by the name that stands in the file; `labels` are the words on the screen. No choice is empty."""

    labels: Mapping[One, str]

    @property
    def accepted(self) -> str:
        """Name what may be chosen."""
        named = ", ".join(f"“{self.written(each)}”" for each in self.labels if each)
        return f"one of {named}" + (", or nothing" if len(self.labels) > named.count("“") else "")

    def read(self, untrusted: object) -> object:
        """Return the one of that name."""
        for each in self.labels:
            if self.written(each) == untrusted:
                return each
        raise Unfit("it is none of what can be chosen", f"Write {self.accepted}.")

    def typed(self, untrusted: str) -> object:
        """Return the one of that name, in capitals or not."""
        said = untrusted.strip().casefold()
        return self.read(next((name for each in self.labels if (name := self.written(each)).casefold() == said), said))

    def written(self, value: object) -> str:
        """Return its name."""
        return str(value.value if isinstance(value, Enum) else value or "")

    def shown(self, value: object) -> str:
        """Return its name."""
        return self.written(value)


@value
class Whole:
    """A whole number within bounds."""

    least: int
    most: int
    unit: str = ""

    @property
    def accepted(self) -> str:
        """Name the bounds."""
        return f"a whole number from {self.least} to {self.most}"

    def read(self, untrusted: object) -> object:
        """Return the number."""
        if not isinstance(untrusted, int) or isinstance(untrusted, bool):
            raise Unfit("it is not a whole number", f"Write {self.accepted}, without quotation marks.")
        if not self.least <= untrusted <= self.most:
            raise Unfit("it is too small or too large", f"Write {self.accepted}.")
        return untrusted

    def typed(self, untrusted: str) -> object:
        """Return the number of these digits."""
        digits = untrusted.strip()
        if not re.fullmatch("-?[0-9]{1,9}", digits):
            raise Unfit("it is not a whole number", f"Write {self.accepted}.")
        return self.read(int(digits))

    def written(self, value: object) -> int:
        """Return the number."""
        assert isinstance(value, int)  # noqa: S101  (it has come through the gate above)
        return value

    def shown(self, value: object) -> str:
        """Return its digits."""
        return str(value)


@value
class YesNo:
    """Yes or no."""

    @property
    def accepted(self) -> str:
        """Name both."""
        return "true or false"

    def read(self, untrusted: object) -> object:
        """Return which."""
        if not isinstance(untrusted, bool):
            raise Unfit("it is neither true nor false", "Write true or false, without quotation marks.")
        return untrusted

    def typed(self, untrusted: str) -> object:
        """Return which, said as a person may."""
        said = untrusted.strip().casefold()
        if said not in _YES | _NO:
            raise Unfit("it is neither yes nor no", "Write yes or no.")
        return said in _YES

    def written(self, value: object) -> bool:
        """Return which."""
        return value is True

    def shown(self, value: object) -> str:
        """Say yes or no."""
        return "yes" if value else "no"


@value
class Line:
    """One line of text; `check` says why one that is not empty is refused and what to write, `fields` may fill it."""

    form: str = ""
    check: Callable[[str], tuple[str, str] | None] | None = None
    fields: Mapping[str, str] | None = None

    @property
    def accepted(self) -> str:
        """Say what is wanted of the line; nothing where any will do."""
        return f"a line, with {braced(self.fields)} where they are wanted" if self.fields else self.form

    def read(self, untrusted: object) -> object:
        """Return the line."""
        if not isinstance(untrusted, str):
            raise Unfit("it is not a text", "Write it between quotation marks.")
        if len(untrusted) > LONGEST_LINE:
            raise Unfit(f"it has more than {LONGEST_LINE} letters", "Write it shorter.")
        if not all(letter.isprintable() for letter in untrusted):
            raise Unfit("it is not on one line, or holds characters that cannot be shown", "Write it on one line.")
        if untrusted and self.check and (refused := self.check(untrusted)):
            raise Unfit(*refused)
        if self.fields is not None:
            refuse_unknown_fields(untrusted, self.fields)
        return untrusted

    def typed(self, untrusted: str) -> object:
        """Return the line without the space around it."""
        return self.read(untrusted.strip())

    def written(self, value: object) -> str:
        """Return the line."""
        return str(value)

    def shown(self, value: object) -> str:
        """Return the line."""
        return str(value)


@value
class Text:
    """A text of several lines with fields that are filled for each mail."""

    fields: Mapping[str, str]

    @property
    def accepted(self) -> str:
        """Name the fields."""
        return f"a text, with {braced(self.fields)} where they are wanted"

    def read(self, untrusted: object) -> object:
        """Return the text."""
        if not isinstance(untrusted, str):
            raise Unfit("it is not a text", "Write it between three quotation marks.")
        if len(untrusted) > LONGEST_TEXT:
            raise Unfit(f"it has more than {LONGEST_TEXT} letters", "Write it shorter.")
        if not all(letter.isprintable() or letter in "\n\t" for letter in untrusted):
            raise Unfit("it holds characters that cannot be shown", "Type it again instead of pasting it.")
        if not untrusted.strip():
            raise Unfit("it is empty", "Write at least one line.")
        refuse_unknown_fields(untrusted, self.fields)
        return untrusted

    def typed(self, untrusted: str) -> object:
        """Return the text with one kind of line end, and one at its end."""
        return self.read("\n".join(line.rstrip() for line in untrusted.splitlines()).strip("\n") + "\n")

    def written(self, value: object) -> str:
        """Return the text."""
        return str(value)

    def shown(self, value: object) -> str:
        """Return the text."""
        return str(value)


@value
class Names:
    """A list of short texts without spaces, as domains."""

    accepted: str
    check: Callable[[str], tuple[str, str] | None]

    def read(self, untrusted: object) -> object:
        """Return the names, each once, in small letters."""
        if not isinstance(untrusted, list) or not all(isinstance(each, str) for each in untrusted):
            raise Unfit("it is not a list of texts", 'Write it as ["nhs.net", "example.org"].')
        if len(untrusted) > MOST_NAMES:
            raise Unfit(f"it has more than {MOST_NAMES} names", "Write fewer.")
        for each in untrusted:
            if refused := self.check(each):
                raise Unfit(*refused)
        return tuple(dict.fromkeys(each.casefold() for each in untrusted))

    def typed(self, untrusted: str) -> object:
        """Return the names between commas, spaces or line ends."""
        return self.read([part for part in re.split(r"[\s,;]+", untrusted) if part])

    def written(self, value: object) -> list[str]:
        """Return the names as a list."""
        assert isinstance(value, tuple)  # noqa: S101  (it has come through the gate above)
        return [*value]

    def shown(self, value: object) -> str:
        """Return the names with commas between them."""
        return ", ".join(self.written(value))


def refuse_unknown_fields(text: str, fields: Collection[str]) -> None:
    """Refuse a field that nothing fills, and a bracket that is no field. Raises Unfit."""
    known = braced(fields)
    unknown = unknown_field(text, fields)
    if unknown is not None:
        raise Unfit(f"nothing fills {{{unknown}}}", f"Use {known}.")
    if has_lone_bracket(text):
        raise Unfit("a curly bracket stands alone", f"Take it out, or write a field as {known}.")
