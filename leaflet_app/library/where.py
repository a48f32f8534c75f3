"""Where each file stands in the folder of a library."""

from __future__ import annotations

import re

from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import FIRST_PRACTICE, STANDARD_DISCLAIMER
from leaflet_app.domain.topic import SharedBlock, Topic

WORDINGS = "wording"
TOPICS = "topics"
SHARED = "shared"
PRACTICES = "practice"
DISCLAIMERS = f"{PRACTICES}/disclaimer"


def text_file(room: str, text_id: str, lang: str = ENGLISH) -> str:
    """Return the file of a topic or shared text: each has a folder of its own in its room."""
    return f"{room}/{text_id}/{lang}.md"


def text_at(library: Library, file: str) -> Topic | SharedBlock | None:
    """Return the topic or shared text that a file holds in its language; None where it holds none that can be used."""
    room, text_id, name = ("", "", *file.split("/"))[-3:]
    lang = name.removesuffix(".md")
    spoken = library if lang == ENGLISH else library.translations.get(lang)
    if spoken is None:
        return None
    return spoken.topics.get(text_id) if room == TOPICS else spoken.shared.get(text_id) if room == SHARED else None


def wording_file(lang: str) -> str:
    """Return the file of the leaflet's own words in a language."""
    return f"{WORDINGS}/{lang}.toml"


def practice_file(practice_id: str) -> str:
    """Return the file of a practice's details."""
    return f"{PRACTICES}/{practice_id}.toml"


def disclaimer_file(lang: str, disclaimer_id: str = STANDARD_DISCLAIMER) -> str:
    """Return the file of a disclaimer in a language; all but the standard one have a folder of their own."""
    folder = DISCLAIMERS if disclaimer_id == STANDARD_DISCLAIMER else f"{DISCLAIMERS}/{disclaimer_id}"
    return f"{folder}/{lang}.md"


def disclaimer_id(file: str) -> str:
    """Return the id of the disclaimer that a file holds in some language."""
    folder = file.rpartition("/")[0]
    return STANDARD_DISCLAIMER if folder == DISCLAIMERS else folder.rpartition("/")[2]


def glossary_file(lang: str) -> str:
    """Return the file of the words that leaflets explain in a language."""
    return f"glossary/{lang}.toml"


def questions_file(lang: str) -> str:
    """Return the file of the questions that topics may ask in a language."""
    return f"questions/{lang}.toml"


def belongs(untrusted: str) -> bool:
    """Tell whether a file of this name may be a part of a library: no letter of a patient ever is."""
    *folders, name = untrusted.split("/")
    if not folders:
        return _LIST.fullmatch(name) is not None
    is_room = folders[0] in _ROOMS and len(folders) <= _DEEPEST
    return is_room and all(map(_FOLDER.fullmatch, folders)) and _FILE.fullmatch(name) is not None


_ROOMS = frozenset((WORDINGS, TOPICS, SHARED, PRACTICES, "glossary", "questions"))
_DEEPEST = 3
_FOLDER = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)
_LIST = re.compile(r"[a-z][\w-]*\.toml", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][\w-]*\.(?:toml|md|png|jpe?g)", re.ASCII)

LIBRARY = "library.toml"
WORDING = wording_file(ENGLISH)
PRACTICE = practice_file(FIRST_PRACTICE)
DISCLAIMER = disclaimer_file(ENGLISH)
SOURCES = "sources.toml"
ORGANISATIONS = "organisations.toml"
GLOSSARY = glossary_file(ENGLISH)
QUESTIONS = questions_file(ENGLISH)
SETS = "sets.toml"
TRUSTED = "trusted.toml"
