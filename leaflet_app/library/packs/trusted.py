"""Whose packs are taken: a list of the library itself, so that every desk trusts the same people."""

from __future__ import annotations

from collections.abc import Iterable

from leaflet_app.domain.packs import Signer
from leaflet_app.library import where
from leaflet_app.library.files import Files
from leaflet_app.library.lists import read_list
from leaflet_app.library.packs.keys import is_key
from leaflet_app.library.report import Report

HEADER = "# Whose packs of topics this practice takes in. A key is public; what it signs was not changed on the way.\n"


def read_trusted(files: Files, report: Report) -> tuple[Signer, ...]:
    """Return whose packs are taken; a library without the file trusts nobody, and that is no fault."""

    def entry(signer: Signer, own: Report, line: int) -> tuple[str, Signer]:
        if not signer.name.strip():
            own.add(line, "the name is empty", "write whose key it is")
        if not is_key(signer.key):
            own.add(line, "this is no key", "ask for it again: it has 44 signs")
        return signer.key, signer

    return tuple(read_list(files, report, "signer", Signer, entry).values()) if files.holds(where.TRUSTED) else ()


def written_trusted(signers: Iterable[Signer]) -> bytes:
    """Return the file of those whose packs are taken."""
    import tomlkit  # noqa: PLC0415  (reading needs none of it)

    entries = (f"[[signer]]\n{tomlkit.dumps({'name': each.name, 'key': each.key})}" for each in signers)
    return "\n".join((HEADER, *entries)).encode()
