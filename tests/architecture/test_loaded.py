"""A start waits for nothing that its first work does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAIL = {"email.message", "email_validator", "sqlalchemy", "cryptography", "keyring"}
READERS = {"PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin", "PIL.PpmImagePlugin"}
RENDERER = {"reportlab", "uharfbuzz", "PIL", "pikepdf", "leaflet_app.pdf.render"}

DATABASE = {"sqlalchemy", "sqlite3", "leaflet_app.delivery.records", "leaflet_app.delivery.register.register"}


@pytest.mark.parametrize(
    ("room", "unwanted"),
    [
        ("leaflet_app.__main__", {"click", "leaflet_app.domain", "leaflet_app.services", "PySide6"}),
        ("leaflet_app.bootstrap", RENDERER | {"msgspec", "markdown_it", "sqlite3", "PySide6"}),
        ("leaflet_app.cli.export", RENDERER | DATABASE | {"msgspec", "tomllib", "PySide6"}),
        ("leaflet_app.pdf.render", READERS | {"pikepdf", "reportlab.platypus", "leaflet_app.domain.checks", "html"}),
        ("leaflet_app.services.email_leaflet", RENDERER | MAIL | {"pypdfium2"}),
        ("leaflet_app.services.outbox", {"sqlalchemy", "cryptography", "keyring", "msgspec", "smtplib", "email"}),
        ("leaflet_app.gui.app", RENDERER | {"pypdfium2", "markdown_it", "sqlite3", "leaflet_app.gui.library_place"}),
    ],
)
def test_a_room_loads_only_what_it_uses(room, unwanted):
    listed = subprocess.run(
        [sys.executable, "-c", f"import sys, {room}; print(*sys.modules)"], cwd=ROOT, capture_output=True, check=True
    )

    assert not unwanted.intersection(listed.stdout.decode().split())
