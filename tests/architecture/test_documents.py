"""What the documents promise is there."""

import re

import pytest

from leaflet_app.domain.passport import read_passport
from tests.architecture.sources import ROOT, name, python

DOCUMENTS = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_link_to_a_file_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))

    assert not [link for link in links if "://" not in link and not (path.parent / link).exists()]


@pytest.mark.parametrize("path", [*DOCUMENTS, *python("leaflet_app/cli")], ids=name)
def test_a_code_that_stands_in_an_example_is_a_sound_one(path):
    for code in re.findall(r"\bCL-\w{6}-\w{2}\b", path.read_text(encoding="utf-8")):
        assert read_passport(code) == code
