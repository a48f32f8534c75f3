"""Packs laid out by hand, as a stranger could."""

import io
import zipfile

import pytest

from leaflet_app.domain.errors import PackRefused
from leaflet_app.library.packs.keys import new_key, public_half, signature
from leaflet_app.library.packs.layout import MANIFEST, SIGNATURE, laid_out, manifest_of
from leaflet_app.library.packs.opening import opened
from tests.library.folder import FILES, INSULINOMA

KEY = new_key()
TEXT = "topics/insulinoma/en-GB.md"
CONTENT = {TEXT: FILES[INSULINOMA].encode()}


def made(files=CONTENT, *, key=KEY, manifest=None, signed=None, practice="A practice"):
    """Lay a pack out by hand, as a stranger could."""
    listed = manifest_of(practice, public_half(key), files) if manifest is None else manifest
    return laid_out(listed, signature(key, listed) if signed is None else signed, files)


def zipped(entries, **how):
    """Zip entries any way at all."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", **how) as file:
        for entry, content in entries:
            file.writestr(entry, content)
    return held.getvalue()


def signed_zip(files, **how):
    """Zip files with a manifest and a signature that fit, but not the way a pack is laid out."""
    named = {getattr(entry, "filename", entry): content for entry, content in files}
    manifest = manifest_of("A practice", public_half(KEY), named)
    return zipped([(MANIFEST, manifest), (SIGNATURE, signature(KEY, manifest)), *files], **how)


def refusal(untrusted):
    with pytest.raises(PackRefused) as refused:
        opened(untrusted)
    return refused.value.message
