"""Where the program reads what it ships with, and where it writes."""

from __future__ import annotations

import os
from pathlib import Path


def resources() -> Path:
    """Return the shipped resources: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent
    packed = package / "resources"
    return packed if packed.is_dir() else package.parent / "resources"


def home() -> Path:
    """Return the folder for everything the program writes. LEAFLET_APP_HOME moves it."""
    moved = os.environ.get("LEAFLET_APP_HOME", "")
    if moved:
        return Path(moved).absolute()  # other programs are told of files in it, and stand elsewhere
    from platformdirs import user_data_path  # noqa: PLC0415  (each start of the command line counts)

    return user_data_path("leaflet-app", appauthor=False)


def make_private(folder: Path) -> None:
    """Make a folder of ours where there is none, and what leads to it, for this person alone. Raises OSError."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def log_file() -> Path:
    """Return the file that unexpected faults are noted in."""
    return home() / "log" / "faults.log"


def policy_file() -> Path:
    """Return the file in which an admin of this computer locks settings for everyone who uses it."""
    from platformdirs import site_config_path  # noqa: PLC0415

    return site_config_path("leaflet-app", appauthor=False) / "policy.toml"


def documents() -> Path:
    """Return the person's own folder for documents."""
    from platformdirs import user_documents_path  # noqa: PLC0415

    return user_documents_path()


def downloads() -> Path:
    """Return the person's own folder for downloads."""
    from platformdirs import user_downloads_path  # noqa: PLC0415

    return user_downloads_path()
