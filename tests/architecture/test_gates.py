"""What a stranger may have written comes in through one gate: TOML is read, and bytes become text, in one way."""

import ast

from tests.architecture.sources import name, nodes, python

TOML = {"leaflet_app/domain/toml_text.py", "leaflet_app/delivery/settings_file.py"}
"""The gate, and the settings of a desk, which say in words what is wrong with a line."""


def test_toml_is_read_at_the_gate_only():
    wrong = {name(path) for path in python("leaflet_app") for node in nodes(path, ast.Import) if reads_toml(node)}

    assert wrong <= TOML, "use leaflet_app.domain.toml_text.toml_of"


def reads_toml(node):
    """Tell whether an import is that of the reader of TOML."""
    return any(alias.name == "tomllib" for alias in node.names)


def test_no_byte_of_a_library_is_lost_where_it_becomes_text():
    rooms = ("leaflet_app/services", "leaflet_app/library", "leaflet_app/gui/editor", "leaflet_app/gui/facing")
    calls = [(path, call) for room in rooms for path in python(room) for call in nodes(path, ast.Call)]
    wrong = [f"{name(path)}:{call.lineno}" for path, call in calls if marks_utf_8(call)]

    assert wrong == [], "use text_of or text_shown of leaflet_app.domain.file_text"


def marks_utf_8(call):
    """Tell whether a call decodes a text by itself."""
    said = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    return isinstance(call.func, ast.Attribute) and call.func.attr == "decode" and "utf-8-sig" in said
