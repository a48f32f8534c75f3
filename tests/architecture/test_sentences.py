"""A sentence is begun in one way: `str.capitalize` makes “UTF-8” and “NHS” small."""

import ast

from tests.architecture.sources import name, nodes, python

HOME = "leaflet_app/domain/sentences.py"


def test_the_first_letter_of_words_is_made_large_in_one_place():
    files = [path for path in python("leaflet_app") if name(path) != HOME]
    wrong = [f"{name(path)}:{call.lineno}" for path in files for call in nodes(path, ast.Call) if begins_words(call)]

    assert wrong == [], "use capitalised or sentence of leaflet_app.domain.sentences"


def begins_words(call):
    """Tell whether a call is `words.capitalize()` or `words[:1].upper()`."""
    called = call.func
    if not isinstance(called, ast.Attribute):
        return False
    is_first = isinstance(called.value, ast.Subscript) and ast.unparse(called.value.slice) in (":1", "0")
    return called.attr == "capitalize" or (called.attr == "upper" and is_first)
