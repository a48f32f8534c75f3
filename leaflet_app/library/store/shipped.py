"""Which files of a shipped library somebody has taken notice of here, each by the id of its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from leaflet_app.library.store.durable import write_durably

_FILE = "shipped-files"
_LINE = re.compile(r"([0-9a-f]{40}) (.+)")


def noticed(folder: Path) -> Mapping[str, str] | None:
    """Return the shipped files that are known in a store, by name; None where nobody can say. Raises OSError."""
    try:
        lines = (folder / _FILE).read_text("utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    known = [_LINE.fullmatch(line) for line in lines]
    return {each[2]: each[1] for each in known if each} if all(known) else None


def notice(folder: Path, ids: Mapping[str, str]) -> None:
    """Note that exactly these files are known. Raises OSError."""
    lines = "".join(f"{identity} {file}\n" for file, identity in sorted(ids.items()))
    write_durably(folder / _FILE, lines.encode(), 0o644, folder)
