"""Where each file stands in the folder of a library."""

from __future__ import annotations

LANGUAGE = "en-GB"

LIBRARY = "library.toml"
WORDING = f"wording/{LANGUAGE}.toml"
PRACTICE = "practice/practice.toml"
DISCLAIMER = f"practice/disclaimer/{LANGUAGE}.md"
SOURCES = "sources.toml"
ORGANISATIONS = "organisations.toml"
GLOSSARY = f"glossary/{LANGUAGE}.toml"
QUESTIONS = f"questions/{LANGUAGE}.toml"
SETS = "sets.toml"

TOPICS = "topics"
SHARED = "shared"


def text_file(room: str, text_id: str) -> str:
    """Return the file of a topic or shared text: each has a folder of its own in its room."""
    return f"{room}/{text_id}/{LANGUAGE}.md"
