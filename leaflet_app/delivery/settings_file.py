"""Read settings from a TOML file: what fits is taken, what does not is told with its line and what to write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from leaflet_app.delivery.settings_lines import line_of
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.setting_checks import holds_secret
from leaflet_app.domain.setting_kinds import Unfit
from leaflet_app.domain.settings_table import BY_NAME, SECTIONS
from leaflet_app.domain.value import value

LARGEST = 256 * 1024
"""Bytes that a file of settings may have."""

MOST_POINTS = 200
"""Points that a line may have: over a name of very many parts the reader of TOML takes hours."""

_HUGE = re.compile(r"\d{4000}")


@value
class SettingsRead:
    """What a file says: the settings that fit, the names of those that do not, and every fault.

    `is_readable` is false where nothing of a file could be read; a file that is not there says nothing, and is fine.
    """

    values: Mapping[str, object]
    unfit: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    is_readable: bool = True


class Unreadable(ValueError):
    """A file of which nothing can be read: at which line, why, and what to do."""

    def __init__(self, line: int, why: str, remedy: str) -> None:
        super().__init__(why)
        self.fault_at = (line, why, remedy)


def read_settings(file: Path) -> SettingsRead:
    """Read a file of settings; one that is not there sets nothing."""
    try:
        text = text_of(file)
        found = tables_of(text)
    except Unreadable as fault:
        return SettingsRead({}, faults=(Fault(str(file), *fault.fault_at),), is_readable=False)
    values: dict[str, object] = {}
    unfit: dict[str, Unfit] = {}
    for name, untrusted in _flat(found):
        try:
            values[name] = _fitting(name, untrusted)
        except Unfit as fault:
            unfit[name] = fault
    faults = (
        Fault(str(file), line_of(text, name), f"{name}: {each.why}", _phrase(each)) for name, each in unfit.items()
    )
    return SettingsRead(values, frozenset(unfit), tuple(sorted(faults)))


def text_of(file: Path) -> str:
    """Return the text of a file, nothing where there is none. Raises Unreadable."""
    try:
        if file.is_fifo():
            raise Unreadable(1, "it is a pipe", "put a file in its place")
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as fault:
        raise Unreadable(1, "the file cannot be opened", "see that it is a file and that you may read it") from fault
    if len(content) > LARGEST:
        raise Unreadable(1, "the file is far too large for settings", "move it away and set anew what is needed")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise Unreadable(line, "the text is not UTF-8", "save the file as UTF-8 in your editor") from fault


def tables_of(text: str) -> dict[str, object]:
    """Return what a text holds as TOML. Raises Unreadable."""
    crowded = next((at for at, line in enumerate(text.splitlines(), 1) if line.count(".") > MOST_POINTS), 0)
    if crowded:
        raise Unreadable(crowded, "the line has more points than any setting", "take the line out")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        found = re.search(r"at line (\d+)", str(fault))
        line = int(found[1]) if found else len(text.splitlines()) or 1
        raise Unreadable(
            line, "the line cannot be read", 'write it as name = "text", name = 1 or name = true'
        ) from fault
    except ValueError as fault:  # what Python makes of a number of thousands of digits
        line = next((at for at, each in enumerate(text.splitlines(), 1) if _HUGE.search(each)), 1)
        raise Unreadable(line, "a number in it is far too large", "write a smaller one") from fault
    except RecursionError as fault:
        raise Unreadable(1, "its brackets are nested too deep", "take them out") from fault


def _flat(found: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield each key of each known part by its dotted name, and whatever else there is by its own."""
    for section, content in found.items():
        if section in SECTIONS and isinstance(content, dict):
            yield from ((f"{section}.{key}", untrusted) for key, untrusted in content.items())
        else:
            yield section, content


def _fitting(name: str, untrusted: object) -> object:
    if name in BY_NAME:
        return BY_NAME[name].kind.read(untrusted)
    if holds_secret(name):
        raise Unfit("no password may stand here", "Take the line out, then run “leaflet-app settings password mail”.")
    if name in SECTIONS:
        raise Unfit("it is a part of the settings, not one of them", f"Write [{name}] on a line of its own.")
    if isinstance(untrusted, dict):
        parts = ", ".join(f"[{each}]" for each in SECTIONS)
        raise Unfit("there is no such part", _close(name, SECTIONS) or f"Take it out; the parts are {parts}.")
    key = name.rpartition(".")[2]
    below = next((f"Write it below [{each.section}]." for each in BY_NAME.values() if each.key == key), "")
    raise Unfit("there is no such setting", below or _close(name, BY_NAME) or "Take the line out.")


def _close(name: str, known: Iterable[str]) -> str:
    return next((f"Did you mean {close}?" for close in get_close_matches(name, known, n=1)), "")


def _phrase(unfit: Unfit) -> str:
    """Return what to write as the end of a sentence that has begun."""
    return unfit.remedy[:1].lower() + unfit.remedy[1:].rstrip(".")
