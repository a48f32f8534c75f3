"""The project's own files, as the tests of its shape see them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("leaflet_app", "tests", "benchmarks", "docs", "resources", "requirements", ".ci")
TEXT = {".css", ".desktop", ".html", ".md", ".py", ".svg", ".toml", ".txt", ".xml", ""}


def program() -> tuple[Path, ...]:
    """Return the Python files that a person runs."""
    return (ROOT / "start.py", *python("leaflet_app"), *python("benchmarks"), *python("docs"))


def python(folder: str) -> tuple[Path, ...]:
    """Return the Python files of a folder."""
    return tuple(sorted((ROOT / folder).rglob("*.py")))


def texts() -> tuple[Path, ...]:
    """Return every text file that people read or write."""
    below = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    return tuple(path for path in (*ROOT.iterdir(), *below) if path.is_file() and is_text(path))


def is_text(path: Path) -> bool:
    """Tell a written file from a picture, a font or something a run left behind."""
    return path.suffix in TEXT and not path.name.startswith(".") and "__pycache__" not in path.parts


def name(path: Path) -> str:
    """Name a file from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> list[str]:
    """Return the lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def nodes(path: Path, *kinds: type[ast.AST]) -> Iterator:
    """Yield the parts of these kinds in a Python file."""
    return (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, kinds))
