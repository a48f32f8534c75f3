"""Where each file stands in the folder of a library."""

from __future__ import annotations

from leaflet_app.domain.languages import ENGLISH

WORDINGS = "wording"
TOPICS = "topics"
SHARED = "shared"


def text_file(room: str, text_id: str, lang: str = ENGLISH) -> str:
    """Return the file of a topic or shared text: each has a folder of its own in its room."""
    return f"{room}/{text_id}/{lang}.md"


def wording_file(lang: str) -> str:
    """Return the file of the leaflet's own words in a language."""
    return f"{WORDINGS}/{lang}.toml"


def disclaimer_file(lang: str) -> str:
    """Return the file of the disclaimer in a language."""
    return f"practice/disclaimer/{lang}.md"


def glossary_file(lang: str) -> str:
    """Return the file of the words that leaflets explain in a language."""
    return f"glossary/{lang}.toml"


def questions_file(lang: str) -> str:
    """Return the file of the questions that topics may ask in a language."""
    return f"questions/{lang}.toml"


LIBRARY = "library.toml"
WORDING = wording_file(ENGLISH)
PRACTICE = "practice/practice.toml"
DISCLAIMER = disclaimer_file(ENGLISH)
SOURCES = "sources.toml"
ORGANISATIONS = "organisations.toml"
GLOSSARY = glossary_file(ENGLISH)
QUESTIONS = questions_file(ENGLISH)
SETS = "sets.toml"
TRUSTED = "trusted.toml"
