"""The language of a part of a page, and which way it runs."""

from __future__ import annotations

from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.html.escape import escape


def spoken(lang: str) -> str:
    """Return the attributes that tell a browser and a screen reader the language, and set it apart from its line."""
    return f'lang="{escape(lang)}" dir="{direction(lang)}"'


def direction(lang: str) -> str:
    """Return which way a language runs in the words of HTML."""
    return "rtl" if is_right_to_left(lang) else "ltr"
