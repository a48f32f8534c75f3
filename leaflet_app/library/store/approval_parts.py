"""The approvals of one folder stand in one file, each for a text of its own: here they come apart, byte for byte."""

from __future__ import annotations

import re

APPROVALS = "approval.toml"

_TABLE = re.compile(r"^\[([A-Za-z][A-Za-z0-9-]*)\][ \t]*$", re.MULTILINE)
_AHEAD = ""
"""Under what name stands whatever comes before the first approval."""


def is_approvals(file: str) -> bool:
    """Tell whether a file holds approvals."""
    return file.rpartition("/")[2] == APPROVALS


def approvals_of(text: str) -> str:
    """Return the file that holds the approval of a text."""
    return f"{text.rpartition('/')[0]}/{APPROVALS}"


def language_of(text: str) -> str:
    """Return the language of a text, which names its approval."""
    return text.rpartition("/")[2].removesuffix(".md")


def parts(content: bytes | None) -> dict[str, str]:
    """Return the approvals of a file by language, each as it is written."""
    text = (content or b"").decode(errors="surrogateescape")
    found = list(_TABLE.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    apart = {each[1]: text[each.start() : end].rstrip() for each, end in zip(found, ends, strict=False)}
    ahead = text[: found[0].start() if found else len(text)].rstrip()
    return {_AHEAD: ahead, **apart} if ahead else apart


def together(apart: dict[str, str]) -> bytes | None:
    """Return the file of these approvals; None where there is none."""
    written = "\n\n".join(apart[name] for name in sorted(apart))
    return f"{written}\n".encode(errors="surrogateescape") if written else None


def differing(before: bytes | None, after: bytes | None) -> set[str]:
    """Return the languages whose approval is not the same in two files."""
    old, new = parts(before), parts(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def carried_over(onto: bytes | None, before: bytes | None, after: bytes | None) -> bytes | None:
    """Return a file with the approvals that were changed between two others; all the rest stays."""
    if onto == before:
        return after
    new, result = parts(after), parts(onto)
    for name in differing(before, after):
        result.pop(name, None)
        if name in new:
            result[name] = new[name]
    return together(result)
