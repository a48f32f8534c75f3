"""Where the files of a library are read from, and how the text of one is read, or why it is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from leaflet_app.domain.file_text import text_of
from leaflet_app.library.characters import composed, forbidden_in
from leaflet_app.library.report import Report

LARGEST_TOPIC = 64 * 1024
LARGEST_LIST = 512 * 1024


class Entry(NamedTuple):
    """What stands in a folder of a library."""

    name: str
    is_folder: bool


class FileUnreadable(Exception):
    """Why one file of a library gives no bytes, and what to do."""

    def __init__(self, wrong: str, remedy: str) -> None:
        super().__init__(wrong, remedy)
        self.wrong = wrong
        self.remedy = remedy


class FileLost(FileUnreadable):
    """Bytes that are kept nowhere, or only damaged: no later try gives them."""


class Files(Protocol):
    """The files of a library: a folder, or one version of those that the store keeps. Each is named by its place."""

    @property
    def name(self) -> str:
        """Return what a person would call the place."""
        ...

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file, or at least one more than `largest`. Raises FileUnreadable."""
        ...

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id, also of one that is not of these files. Raises FileUnreadable."""
        ...

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what stands in a folder, by name; nothing where it is missing. Raises FileUnreadable."""
        ...

    def holds(self, file: str) -> bool:
        """Tell whether something of this name is there, be it unreadable."""
        ...

    def ids(self) -> Mapping[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        ...


def content_id(content: bytes) -> str:
    """Return the id of a file's bytes: that of Git's blob (gitformat-pack, object names)."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def read_text(files: Files, report: Report, largest: int) -> str | None:
    """Return the clean text of the report's file: UTF-8, NFC, bare line feeds; None after reporting a fault."""
    untrusted = read_bytes(files, report, largest)
    if untrusted is None:
        return None
    try:
        text = text_of(untrusted)
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


def read_bytes(files: Files, report: Report, largest: int) -> bytes | None:
    """Return the bytes of the report's file; None after reporting a fault."""
    try:
        untrusted = files.read(report.file, largest)
    except FileUnreadable as fault:
        report.add(1, fault.wrong, fault.remedy)
        return None
    if len(untrusted) > largest:
        report.add(1, f"the file is larger than {largest // 1024} kB", "shorten it or split it")
        return None
    return untrusted
