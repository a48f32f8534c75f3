"""Read the text of one file of the library, or say why not."""

from __future__ import annotations

import stat
from pathlib import Path

from leaflet_app.library.characters import composed, forbidden_in
from leaflet_app.library.report import Report

LARGEST_TOPIC = 64 * 1024
LARGEST_LIST = 512 * 1024


def read_text(root: Path, report: Report, largest: int) -> str | None:
    """Return the clean text of the report's file: UTF-8, NFC, bare line feeds; None after reporting a fault."""
    untrusted = read_bytes(root, report, largest)
    if untrusted is None:
        return None
    try:
        text = untrusted.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = untrusted[: error.start].count(b"\n") + 1
        report.add(line, "the text is not UTF-8", "save the file again with the encoding UTF-8")
        return None
    found = forbidden_in(text)
    if found is not None:
        at, name = found
        report.add(text.count("\n", 0, at) + 1, f"a hidden character stands here ({name})", "delete it")
        return None
    return composed(text)


def read_bytes(root: Path, report: Report, largest: int) -> bytes | None:
    """Return the bytes of the report's file; None after reporting a fault. Links are refused: they lead elsewhere."""
    path = root / report.file
    try:
        if any(each.is_symlink() for each in (path, *path.parents[: len(Path(report.file).parts) - 1])):
            report.add(1, "this is a link to another place", "put the file itself here")
            return None
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            report.add(1, "this is not a file", "put a file of this name here")
            return None
        with path.open("rb") as file:
            untrusted = file.read(largest + 1)
    except FileNotFoundError:
        report.add(1, "the file is missing", "put it back or remove its folder")
        return None
    except OSError as error:
        report.add(1, f"the file cannot be read ({error.strerror})", "check who may read it")
        return None
    if len(untrusted) > largest:
        report.add(1, f"the file is larger than {largest // 1024} kB", "shorten it or split it")
        return None
    return untrusted
