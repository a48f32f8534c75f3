"""A finished PDF read in a child: what another program sees on its pages, in every format and direction."""

import os
import subprocess

import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.look import Format
from leaflet_app.domain.read_back import mismatch
from leaflet_app.domain.selection import Recipient
from leaflet_app.pdf import read_back
from leaflet_app.pdf.read_back import read_pages
from leaflet_app.pdf.render import render
from leaflet_app.services.protect_leaflet import protect_leaflet
from tests.builders import a_selection

ANN, ZOE, ALI = (
    Recipient("Ann Onymous", "REF 12/34"),
    Recipient("Zoë Else", "REF 12/43"),
    Recipient("محمد علي", "REF 7"),
)
PASSPHRASE = "otter candle melon 2345"  # noqa: S105


def made(library, recipient=ANN, **changes):
    """Return a leaflet and its PDF."""
    selection = a_selection("insulinoma", recipient=recipient, **changes)
    leaflet = compose(library, selection)
    return leaflet, render(leaflet, selection.look)


@pytest.mark.parametrize(
    ("language", "page_format", "recipient"),
    [
        ("", Format.STANDARD, ANN),
        ("", Format.BOOKLET, ANN),
        ("", Format.LARGER, ALI),
        ("cy", Format.A5, Recipient()),
        ("ar", Format.STANDARD, ANN),
        ("ur", Format.LARGE, ALI),
    ],
)
def test_a_leaflet_is_found_to_be_its_own_and_nobody_elses(library, language, page_format, recipient):
    leaflet, rendered = made(library, recipient, language=language, format=page_format)
    another, _ = made(library, ZOE, language=language, format=page_format)
    sides = rendered.pages // (2 if page_format is Format.BOOKLET else 1)

    pages = read_pages(rendered.pdf)

    assert mismatch(leaflet, sides, pages) == ""
    assert "whom this leaflet is for" in mismatch(another, sides, pages)


def test_a_protected_leaflet_is_read_with_its_passphrase_and_only_with_it(library):
    leaflet, rendered = made(library)
    protected = protect_leaflet(rendered.pdf, PASSPHRASE)

    assert mismatch(leaflet, rendered.pages, read_pages(protected, PASSPHRASE)) == ""
    for wrong in ("", "otter candle melon 2346"):
        with pytest.raises(MailRefused, match="could not be read back"):
            read_pages(protected, wrong)


@pytest.mark.parametrize("damaged", [b"", b"%PDF-1.7\n", b"no PDF", b"\x00" * 4096])
def test_what_is_no_pdf_is_refused(damaged):
    with pytest.raises(MailRefused, match="could not be read back"):
        read_pages(damaged)


def test_neither_passphrase_nor_leaflet_is_an_argument_or_in_the_environment(library, monkeypatch):
    asked = []
    run = subprocess.run
    monkeypatch.setattr(
        read_back.subprocess, "run", lambda *args, **more: asked.append((args, more)) or run(*args, **more)
    )
    _, rendered = made(library)

    read_pages(protect_leaflet(rendered.pdf, PASSPHRASE), PASSPHRASE)

    [((command,), more)] = asked
    seen = " ".join(map(os.fspath, command)) + " ".join(more["env"].values())
    assert "otter" not in seen
    assert more["stderr"] == subprocess.DEVNULL
