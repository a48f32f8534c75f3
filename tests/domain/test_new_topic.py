"""A topic before its first word."""

import pytest

from leaflet_app.domain.new_topic import id_for, new_topic
from leaflet_app.domain.topic import Kind, Site
from leaflet_app.library.one_text import check_text
from tests.library.folder import Folder


@pytest.mark.parametrize(
    ("title", "taken", "named"),
    [
        ("Phæochromocytoma & you", (), "phochromocytoma-you"),
        ("Naïve cells", (), "naive-cells"),
        ("Insulinoma", ("insulinoma", "insulinoma-2"), "insulinoma-3"),
        ("¿?", (), ""),
    ],
)
def test_an_id_is_made_of_the_title(title, taken, named):
    assert id_for(title, taken) == named


@pytest.mark.parametrize("kind", Kind)
def test_a_new_topic_says_only_what_is_still_empty(kind, tmp_path):
    folder = Folder(tmp_path / "library")
    text = new_topic("vipoma", 'The "VIPoma"', kind, Site.PANCREAS, "Ann")

    faults = check_text(folder.files, "topics/vipoma/en-GB.md", text, folder.read()).faults

    assert faults
    body = text.splitlines().index("+++", 1) + 1
    assert all(fault.line > body or "needs" in fault.wrong for fault in faults), faults
