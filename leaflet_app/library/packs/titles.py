"""What people call a text or picture of a pack: by its title, kind and language."""

from __future__ import annotations

import tomllib

from leaflet_app.domain.languages import language_of
from leaflet_app.library import where

_FENCE = "+++\n"
_KINDS = {where.TOPICS: "", where.SHARED: " (shared text)"}


def title_of(file: str, content: bytes) -> str:
    """Return the name of what stands in a file, as a person reads it; a text without a title is called by its id."""
    room, text_id, *_ = (*file.split("/"), "", "")
    plain = text_id.replace("-", " ").capitalize()
    name = file.rpartition("/")[2]
    if not name.endswith(".md"):
        return f"{plain}, picture “{name.rpartition('.')[0].replace('-', ' ')}”"
    language = language_of(name.removesuffix(".md")).english_name
    return f"{_title(content) or plain}, {language}{_KINDS.get(room, '')}"


def _title(content: bytes) -> str:
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    front = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")[0] if text.startswith(_FENCE) else ""
    try:
        title = tomllib.loads(front).get("title", "")
    except tomllib.TOMLDecodeError:
        return ""
    return " ".join(title.split()) if isinstance(title, str) else ""
