"""Small rooms: limits on size, and words and habits that stay outside."""

import ast
import re

from tests.architecture.sources import lines, name, nodes, program, python, texts

FILE_LINES, TEST_FILE_LINES, FUNCTION_LINES, CLASS_LINES = 400, 600, 40, 200

UNUSED_WORDS = {"manager", "helper", "helpers", "util", "utils", "common", "core", "misc", "item", "items", "process"}

LATER = re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~*/])/(?:work|root|tmp|home|Users|mnt|opt)/\w|[A-Z]:\\Users\\")

CATCHES_ALL = {
    "leaflet_app/__main__.py": "the command line tells any fault of opening the window; it is not loaded before",
    "leaflet_app/cli/main.py": "no fault reaches a terminal as a traceback",
    "leaflet_app/delivery/save.py": "a half-written file is taken away whatever stopped it; the fault goes on",
    "leaflet_app/library/snapshot.py": "a kept library that cannot be read is read anew, whatever is wrong with it",
    "leaflet_app/services/copy_batch.py": "a cluster would note the words of a fault, which may be a patient's",
    "leaflet_app/services/crews.py": "whatever answers at an address may be no scheduler; it becomes NoCluster",
    "leaflet_app/gui/jobs.py": "a fault in a job becomes a notice in the window",
    "leaflet_app/pdf/workers/child.py": "the parent says any fault of the child calmly",
}
"""Files that may catch every exception, each with its reason."""

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def length(node) -> int:
    """Count the lines of a function or a class."""
    return node.end_lineno - node.lineno + 1


def test_no_file_is_long():
    limits = [(path, FILE_LINES) for path in program()] + [(path, TEST_FILE_LINES) for path in python("tests")]
    long = {name(path): len(lines(path)) for path, limit in limits if len(lines(path)) > limit}

    assert not long


def test_no_function_is_long():
    long = {
        f"{name(path)}:{node.lineno} {node.name}": length(node)
        for path in program()
        for node in nodes(path, *FUNCTIONS)
        if length(node) > FUNCTION_LINES
    }

    assert not long


def test_no_class_is_long():
    long = {
        f"{name(path)}:{node.lineno} {node.name}": length(node)
        for path in program()
        for node in nodes(path, ast.ClassDef)
        if length(node) > CLASS_LINES
    }

    assert not long


def test_names_say_what_a_thing_is():
    named = {path.stem: name(path) for path in program()}
    named |= {node.name: name(path) for path in program() for node in nodes(path, ast.ClassDef)}
    vague = {given: place for given, place in named.items() if UNUSED_WORDS & words_of(given)}

    assert not vague


def words_of(given: str) -> set[str]:
    """Split snake_case and CamelCase into words."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", given)}


def test_nothing_is_left_for_later_and_no_path_of_a_machine_is_named():
    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in texts()
        for number, line in enumerate(lines(path), start=1)
        if LATER.search(line) or MACHINE_PATH.search(line)
    ]

    assert not found


def test_every_exception_is_caught_by_its_name():
    broad = {
        f"{name(path)}:{node.lineno}"
        for path in program()
        if name(path) not in CATCHES_ALL
        for node in nodes(path, ast.ExceptHandler)
        if node.type is None or {"Exception", "BaseException"} & {part.id for part in names_in(node.type)}
    }

    assert not broad


def names_in(node: ast.expr) -> list[ast.Name]:
    """Return the names in an expression."""
    return [part for part in ast.walk(node) if isinstance(part, ast.Name)]


def test_a_reason_to_catch_all_still_has_its_file():
    assert set(CATCHES_ALL) <= {name(path) for path in program()}
