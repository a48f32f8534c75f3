"""Words that others wrote are shown as they are: no label takes them for HTML."""

import ast

import pytest

from tests.architecture.sources import name, nodes, python

ROOMS = ("library_place", "packs", "reviews", "sharing", "widgets")
PLAIN = ("widgets/clear_letters.py", "widgets/elided.py", "widgets/reading.py")
"""The labels that show any words as plain text."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_label_of_its_own_kind_has_only_our_words(room):
    files = [path for path in python(f"leaflet_app/gui/{room}") if not name(path).endswith(PLAIN)]
    wrong = [f"{name(path)}:{call.lineno}" for path in files for call in labels(path) if not is_ours(call)]

    assert wrong == [], "use leaflet_app.gui.widgets.reading.line"


def labels(path):
    """Yield each place where a label is made."""
    return (call for call in nodes(path, ast.Call) if isinstance(call.func, ast.Name) and call.func.id == "QLabel")


def is_ours(call):
    """Tell whether all words of a label stand in the program."""
    return bool(call.args) and all(
        isinstance(part, ast.Constant) or (isinstance(part, ast.Name) and part.id.isupper())
        for part in getattr(call.args[0], "values", call.args)
        for part in [getattr(part, "value", part) if isinstance(part, ast.FormattedValue) else part]
    )
