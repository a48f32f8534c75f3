"""Texts of a pack are called by their titles, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.library.packs.titles import title_of
from tests.builders import SHIPPED_FILES

TITLED = b'+++\ntitle = "Bone  tumour"\n+++\nWords.\n'


@pytest.mark.parametrize(
    ("file", "content", "title"),
    [
        ("topics/bone/en-GB.md", TITLED, "Bone tumour, English"),
        ("topics/bone/pl.md", TITLED, "Bone tumour, Polish"),
        ("shared/bone/en-GB.md", TITLED, "Bone tumour, English (shared text)"),
        ("topics/bone-tumour/en-GB.md", b"no front matter", "Bone tumour, English"),
        ("topics/bone-tumour/en-GB.md", b"+++\ntitle = [\n+++\n", "Bone tumour, English"),
        ("topics/bone/the-scan.png", b"\x89PNG", "Bone, picture “the scan”"),
    ],
)
def test_what_a_pack_brings_has_a_name(file, content, title):
    assert title_of(file, content) == title


def test_a_shipped_topic_is_called_as_on_paper():
    file = "topics/insulinoma/en-GB.md"
    assert title_of(file, SHIPPED_FILES.read(file, 100_000)) == "Insulinoma, English"


@given(st.text(max_size=30), st.binary(max_size=60))
def test_any_file_has_a_name_on_one_line(file, content):
    assert "\n" not in title_of(file.replace("\n", ""), b'+++\ntitle = "' + content + b'"\n+++\n')
