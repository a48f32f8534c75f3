"""A small library in a folder of its own, to break one thing at a time."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from leaflet_app.domain.approvals import Approval
from leaflet_app.library.approvals import (
    approval_file,
    approvals_beside,
    language_of,
    sealed,
    written_approvals,
)
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.library.store.repository import Store
from tests.builders import SHIPPED_LIBRARY

INSULINOMA = "topics/insulinoma/en-GB.md"
SURGERY = "shared/treat-surgery/en-GB.md"

REVIEW = """[review]
status = "draft"
version = "0.1.0"
author = "Product team"
"""

FILES = {
    "library.toml": 'schema = 1\ndefault_lang = "en-GB"\n',
    "practice/practice.toml": 'consultant_name = "Dr Mark Vanderpump"\nphone = "07565 978310"\n',
    "practice/disclaimer/en-GB.md": """+++
version = "1.0"
status = "draft"
+++

**About this leaflet.** {publisher_does_not} promise a cure. In an emergency call 999.
""",
    "sources.toml": """[[source]]
id = "cruk"
publisher = "Cancer Research UK"
title = "What are insulinomas?"
url = "https://www.cancerresearchuk.org/insulinoma"
accessed = 2026-11-22
""",
    "organisations.toml": """[[organisation]]
id = "ncuk"
name = "Neuroendocrine Cancer UK"
what = "A charity for people with neuroendocrine cancer."
phone = "0800 434 6476"
""",
    "glossary/en-GB.toml": '[[term]]\nword = "Hormone"\nmeaning = "a message carried in the blood"\n',
    "questions/en-GB.toml": '[[question]]\nid = "spread"\ntext = "Has my tumour spread?"\n',
    SURGERY: f"""+++
id = "treat-surgery"
title = "Surgery"
lang = "en-GB"
{REVIEW}+++

A surgeon takes out the lump.
""",
    INSULINOMA: f"""+++
schema = 1
id = "insulinoma"
title = "Insulinoma"
lang = "en-GB"
kind = "tumour"
site = "pancreas"
purpose = "For people told they have an insulinoma."
aliases = ["islet cell tumour"]
shared = ["treat-surgery"]
support = ["ncuk"]
bank = ["spread"]

[facts]
site = {{ text = "the pancreas" }}
how_common = {{ text = "about 1 to 3 people in a million", low = 1, high = 3, per = 1_000_000, words = "few", sources = ["cruk"] }}

{REVIEW}+++

## What is it? {{#what}}

An insulinoma is a **small** lump. It affects {{how_common}}
each year. MEN1 and type 1 are names.

## What you may notice {{#symptoms}}

- you feel shaky
- you see [more here](https://example.org/signs)

## How it is found {{#tests}}

Blood tests.

## How it is treated {{#treatment}}

An operation.

## Get help fast {{#urgent}}

**Call 999 if:**

- someone passes out {{#collapse}}
- someone has a fit

**Ring the same day if:**

- you cannot keep food down {{#cannot-keep-down}}

**While you wait:**

- have a sugary drink

## Questions to ask {{#questions}}

- Is it safe to drive?
""",
}


class Folder:
    """A library on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in FILES.items():
            self.write(name, text)
        shutil.copytree(SHIPPED_LIBRARY / "wording", root / "wording")

    def write(self, name: str, content: str | bytes) -> None:
        """Put a file in its place."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words of a file that are there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    @property
    def files(self) -> FolderFiles:
        """Return what the readers read from."""
        return FolderFiles(self.root)

    def keep(self, home: Path, said: str = "A library") -> None:
        """Keep the files as they stand in the store of a home, as its first version."""
        contents = {name: (self.root / name).read_bytes() for name in self.files.ids()}
        with Store.create(home / "library.git") as store:
            store.save(contents, "Clinic Leaflets", said, base="", at=datetime(2026, 11, 22, tzinfo=UTC))

    def approve(self, text: str, **changes) -> None:
        """Approve a text as it stands, as a clinician would; the approvals of its other languages stay."""
        approval = Approval(
            "", "1.0.0", "Dr A Reviewer", "Consultant", "GMC 1", date(2026, 6, 1), date(2028, 6, 1), "B"
        )
        bound = sealed(replace(approval, **changes), (self.root / text).read_bytes())
        others = approvals_beside(self.files, text)
        self.write(approval_file(text), written_approvals({**others, language_of(text): bound}))

    def read(self):
        """Return the library."""
        return read_library(self.files)

    def faults(self) -> list[str]:
        """Return the faults as people see them."""
        return [str(fault) for fault in self.read().faults]

    def line(self, name: str, words: str) -> int:
        """Return the line of a file on which words first stand."""
        text = (self.root / name).read_text(encoding="utf-8")
        return text[: text.index(words)].count("\n") + 1
