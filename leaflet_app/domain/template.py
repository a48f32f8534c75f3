"""Templates of an email: words with fields in curly brackets, each filled when the email is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

_FIELD = re.compile(r"\{([^{}]*)\}")


def braced(fields: Iterable[str]) -> str:
    """Name fields as they are written."""
    return ", ".join(f"{{{name}}}" for name in fields)


def unknown_field(template: str, known: Collection[str]) -> str | None:
    """Return the first field that nothing fills, if there is one."""
    return next((name for name in _FIELD.findall(template) if name not in known), None)


def has_lone_bracket(template: str) -> bool:
    """Tell whether a curly bracket opens or closes nothing."""
    return re.search(r"[{}]", _FIELD.sub("", template)) is not None


def filled(line: str, fields: Mapping[str, str]) -> str:
    """Fill in the fields of a line, and leave one space where what was filled in leaves several."""
    return " ".join(_FIELD.sub(lambda field: fields[field[1]], line).split())
