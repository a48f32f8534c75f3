"""A translation of the small library's texts: its words are those of the Universal Declaration of Human Rights."""

from leaflet_app.library.files import content_id
from tests.languages import RIGHTS, TITLES
from tests.library.folder import FILES as ENGLISH
from tests.library.folder import INSULINOMA, REVIEW, SURGERY

FIRST, SECOND = RIGHTS["pl"]
TITLE = TITLES["pl"]
OF_INSULINOMA, OF_SURGERY = (content_id(ENGLISH[file].encode()) for file in (INSULINOMA, SURGERY))
"""The English texts that are translated."""

TOPIC = "topics/insulinoma/pl.md"
SHARED = "shared/treat-surgery/pl.md"
DISCLAIMER = "practice/disclaimer/pl.md"
QUESTIONS = "questions/pl.toml"
GLOSSARY = "glossary/pl.toml"

FILES = {
    TOPIC: f"""+++
schema = 1
id = "insulinoma"
title = "{TITLE}"
lang = "pl"
translates = "{OF_INSULINOMA}"
purpose = "{FIRST}"

[facts]
site = {{ text = "{TITLE}" }}
how_common = {{ text = "od 1 do 3 na milion", words = "{TITLE}" }}

{REVIEW}+++

## {TITLE} {{#what}}

{FIRST} {{how_common}}.

## {TITLE} {{#symptoms}}

{FIRST}

## {TITLE} {{#tests}}

{FIRST}

## {TITLE} {{#treatment}}

{SECOND}

## {TITLE} {{#urgent}}

**Zadzwoń pod numer 999, jeśli:**

- {FIRST} {{#collapse}}
- {SECOND}

**Tego samego dnia zadzwoń do swojego zespołu lub pod numer NHS 111, jeśli:**

- {FIRST} {{#cannot-keep-down}}

**Czekając na pomoc:**

- {SECOND}

## {TITLE} {{#questions}}

- {FIRST}
""",
    SHARED: f"""+++
id = "treat-surgery"
title = "{TITLE}"
lang = "pl"
translates = "{OF_SURGERY}"
{REVIEW}+++

{SECOND}
""",
    DISCLAIMER: f"""+++
version = "1.0"
status = "draft"
translates = "1.0"
+++

{FIRST} {{publisher_does_not}}.
""",
    QUESTIONS: f'[[question]]\nid = "spread"\ntext = "{FIRST}"\n',
    GLOSSARY: f'[[term]]\nword = "Godność"\nforms = ["godności"]\nmeaning = "{FIRST}"\n',
}
"""Everything that may be translated."""
