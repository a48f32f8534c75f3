"""What a text calls itself, be the rest of it broken or not."""

from __future__ import annotations

from leaflet_app.domain.toml_text import toml_of


def written_title(text: str) -> str:
    """Return the title that stands above a text; nothing where none can be read."""
    for row in text.splitlines()[1:]:
        if row.startswith(("[", "+++")):
            break
        if row.partition("=")[0].strip() == "title":
            return _value(row)
    return ""


def _value(row: str) -> str:
    try:
        title = toml_of(row)["title"]
    except ValueError:
        return ""
    return " ".join(title.split()) if isinstance(title, str) else ""
