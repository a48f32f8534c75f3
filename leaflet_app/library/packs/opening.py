"""Open a pack that a stranger may have made. Nothing of it is believed before its signature is."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from leaflet_app.domain.errors import PackRefused
from leaflet_app.domain.errors.telling import shown
from leaflet_app.domain.packs import Pack
from leaflet_app.library.packs.keys import SIGNATURE_BYTES, is_key, is_signed
from leaflet_app.library.packs.layout import (
    FORMAT,
    LARGEST_FILE,
    LARGEST_PACK,
    LONGEST_NAME,
    MANIFEST,
    MOST_FILES,
    SIGNATURE,
    belongs,
    laid_out,
    manifest_of,
)

_AGAIN = "Ask for it again, and pass it on as it is."
_STRANGE = "Ask who sent it to make it anew with Clinic Leaflets."
_ENTRY = b"PK\x01\x02"
"""What each file of a zip is listed under (APPNOTE 4.3.12)."""
_ENCRYPTED = 0x1
_LINK = 0o120000


def opened(untrusted: bytes) -> Pack:
    """Return what a pack holds, once it is proved to be exactly what its signer signed. Raises PackRefused."""
    if len(untrusted) > LARGEST_PACK:
        raise PackRefused(f"it is larger than {LARGEST_PACK // 1024**2} MB", _STRANGE)
    files = _unpacked(untrusted)
    manifest, signed = files.pop(MANIFEST, None), files.pop(SIGNATURE, None)
    if manifest is None or signed is None:
        raise PackRefused("it is not signed", _STRANGE)
    table = _read_manifest(manifest)
    if len(signed) != SIGNATURE_BYTES or not is_signed(table["key"], signed, manifest):
        raise PackRefused("its signature does not fit: it was changed on the way", _AGAIN)
    _check_files(files, table["files"])
    if (
        manifest_of(table["practice"], table["key"], files) != manifest
        or laid_out(manifest, signed, files) != untrusted
    ):
        raise PackRefused("it holds more than its files", _STRANGE)
    return Pack(table["practice"], table["key"], files)


def _unpacked(untrusted: bytes) -> dict[str, bytes]:
    if untrusted.count(_ENTRY) > MOST_FILES:  # a list of a million files would itself fill the memory
        raise PackRefused(f"it holds more than {MOST_FILES:,} files", _STRANGE)
    try:
        with ZipFile(io.BytesIO(untrusted)) as packed:
            listed = packed.infolist()
            _check_listed(listed)
            if sum(each.file_size for each in listed) > len(untrusted):
                raise PackRefused("its files lie one within another and could swell", _STRANGE)
            return {each.filename: packed.read(each) for each in listed}
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as fault:
        raise PackRefused("it is damaged, or is no pack", _AGAIN) from fault


def _check_listed(untrusted: list[ZipInfo]) -> None:
    """Refuse what no pack of ours holds, before a byte of it is unpacked. Raises PackRefused."""
    for each in untrusted:
        name = shown(each.filename[:80])
        if each.filename not in {MANIFEST, SIGNATURE} and not belongs(each.filename):
            raise PackRefused(f"“{name}” may not stand in a pack", _STRANGE)
        if (each.external_attr >> 16) & 0o170000 == _LINK:
            raise PackRefused(f"“{name}” is a link to another place", _STRANGE)
        if each.flag_bits & _ENCRYPTED:
            raise PackRefused(f"“{name}” is locked with a password", _STRANGE)
        if each.compress_type != ZIP_STORED or each.file_size != each.compress_size:
            raise PackRefused(f"“{name}” is compressed and could swell", _STRANGE)
        if each.file_size > LARGEST_FILE:
            raise PackRefused(f"“{name}” is larger than {LARGEST_FILE // 1024**2} MB", _STRANGE)
    names = [each.filename.casefold() for each in untrusted]
    if len(set(names)) < len(names):
        raise PackRefused("two of its files have the same name", _STRANGE)


def _read_manifest(untrusted: bytes) -> dict[str, Any]:
    """Return the manifest once each part of it is what it must be. Raises PackRefused."""
    try:
        table = json.loads(untrusted)
    except (RecursionError, UnicodeDecodeError, ValueError) as fault:
        raise PackRefused("its list of contents cannot be read", _STRANGE) from fault
    if isinstance(table, dict) and isinstance(table.get("format"), int) and table["format"] > FORMAT:
        raise PackRefused("it was made by a newer program", "Install the newest Clinic Leaflets.")
    if not (
        isinstance(table, dict)
        and table.keys() == {"format", "practice", "key", "files"}
        and table["format"] == FORMAT
        and _is_name(table["practice"])
        and isinstance(table["key"], str)
        and is_key(table["key"])
        and table["key"] == table["key"].strip()
        and isinstance(table["files"], dict)
    ):
        raise PackRefused("its list of contents cannot be read", _STRANGE)
    return table


def _is_name(untrusted: object) -> bool:
    """Tell whether it can be shown as the name of a practice, in one line that says nothing else."""
    return isinstance(untrusted, str) and untrusted.isprintable() and len(untrusted) <= LONGEST_NAME


def _check_files(files: Mapping[str, bytes], named: Mapping[str, Any]) -> None:
    if files.keys() != named.keys():
        raise PackRefused("its files are not those that were signed", _AGAIN)
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != named[name]:
            raise PackRefused(f"“{name}” was changed on the way", _AGAIN)
