"""The pictures beside the practices, and which of them a practice shows."""

from __future__ import annotations

from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.toml_text import toml_of
from leaflet_app.library import where
from leaflet_app.library.files import LARGEST_TOPIC, Files, FileUnreadable
from leaflet_app.library.practice import practice_ids

TEXTS = (".toml", ".md")


def logo_in(text: str) -> str:
    """Return the name of the picture that a practice's file shows; nothing where it shows none, or has faults."""
    try:
        brand = toml_of(text).get("brand", {})
    except ValueError:
        return ""
    logo = brand.get("logo", "") if isinstance(brand, dict) else ""
    return logo if isinstance(logo, str) else ""


def logos_of_others(files: Files, practice_id: str) -> set[str]:
    """Return the pictures that the other practices show: every one that the words of a file with faults may mean."""
    pictures = _pictures(files)
    shown: set[str] = set()
    for each in practice_ids(files):
        if each != practice_id:
            shown |= _may_show(files, where.practice_file(each), pictures)
    return shown


def unneeded(files: Files, practice_id: str, logo: str) -> bool:
    """Tell whether a picture is there and no other practice shows it."""
    return logo in _pictures(files) and logo not in logos_of_others(files, practice_id)


def _pictures(files: Files) -> set[str]:
    names = (each.name for each in files.entries(where.PRACTICES) if not each.is_folder)
    return {name for name in names if not name.endswith(TEXTS)}


def _may_show(files: Files, file: str, pictures: set[str]) -> set[str]:
    try:
        text = text_shown(files.read(file, LARGEST_TOPIC))
    except FileUnreadable:
        return pictures
    logo = logo_in(text)
    return {logo} if logo else {each for each in pictures if each in text}
