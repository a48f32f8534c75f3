"""What people call a text or picture of a pack: by its title, kind and language."""

from __future__ import annotations

from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.languages import language_of
from leaflet_app.domain.sentences import capitalised
from leaflet_app.library import where
from leaflet_app.library.titles import written_title

_KINDS = {where.TOPICS: "", where.SHARED: " (shared text)"}


def title_of(file: str, content: bytes) -> str:
    """Return the name of what stands in a file, as a person reads it; a text without a title is called by its id."""
    room, text_id, *_ = (*file.split("/"), "", "")
    plain = capitalised(text_id.replace("-", " "))
    name = file.rpartition("/")[2]
    if not name.endswith(".md"):
        return f"{plain}, picture “{name.rpartition('.')[0].replace('-', ' ')}”"
    language = language_of(name.removesuffix(".md")).english_name
    title = written_title(text_shown(content))
    return f"{title or plain}, {language}{_KINDS.get(room, '')}"
