"""Which room may use which package from outside; a new one is a decision, not an accident."""

import ast
import sys

from tests.architecture.sources import ROOT, name, nodes, python

MAY_USE = {
    "cli": {"click"},
    "delivery": {"cryptography", "email_validator", "keyring", "msgspec", "sqlalchemy", "tomlkit"},
    "gui": {"PySide6", "pypdfium2"},
    "library": {"cryptography", "dulwich", "markdown_it", "msgspec", "tomlkit", "urllib3"},
    "paths": {"platformdirs"},
    "pdf": {"PIL", "pikepdf", "pypdfium2", "reportlab", "uharfbuzz"},
    "services": {"distributed", "msgspec"},
}
"""The domain, and every room not named here, lives on the standard library."""

WORLD = {"glob", "http", "io", "os", "shutil", "smtplib", "socket", "sqlite3", "subprocess", "tempfile", "urllib"}
REACHES = {"Path", "input", "open", "print"}
"""Modules and names that reach outside the program; the domain knows none of them."""

ROOMS = python("leaflet_app")


def imported(path) -> set[str]:
    """Return the top-level names of the packages that a file imports."""
    whole = {alias.name for node in nodes(path, ast.Import) for alias in node.names}
    parts = {node.module or "" for node in nodes(path, ast.ImportFrom)}
    return {module.partition(".")[0] for module in whole | parts}


def test_a_room_uses_only_its_own_packages():
    strange = {name(path): imported(path) - sys.stdlib_module_names - {"leaflet_app"} - own(path) for path in ROOMS}

    assert not {path: packages for path, packages in strange.items() if packages}


def own(path) -> set[str]:
    """Return the packages that the room of a file may use."""
    room = path.relative_to(ROOT / "leaflet_app").parts[0].removesuffix(".py")
    return MAY_USE.get(room, set())


def test_the_domain_touches_no_file_and_no_network():
    touched = {name(path): imported(path) & WORLD | used(path) & REACHES for path in python("leaflet_app/domain")}

    assert not {path: doors for path, doors in touched.items() if doors}


def used(path) -> set[str]:
    """Return the names that a file imports from modules or uses."""
    parts = {alias.name for node in nodes(path, ast.ImportFrom) for alias in node.names}
    return parts | {node.id for node in nodes(path, ast.Name)}
