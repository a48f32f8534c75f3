"""Faults a person may be told of."""

import pickle
import re

import pytest

from leaflet_app.domain import errors
from leaflet_app.domain.errors import CannotSave, LeafletTooLong, MissingGlyph, NothingChosen, UnexpectedFault


def test_the_tree_is_drawn_as_it_stands():
    drawn, room = {"LeafletError": "leaflet_error", "whence": "telling"}, ""
    for named_room, fault in re.findall(r"^(?:│ in (\w+)\.py|[│ ]*[├└]── (\w+))", errors.__doc__, re.MULTILINE):
        room = named_room or room
        drawn |= {fault: room} if fault else {}

    assert drawn == {name: getattr(errors, name).__module__.rpartition(".")[2] for name in errors.__all__}


@pytest.mark.parametrize(
    "error",
    [
        NothingChosen(),
        MissingGlyph("☃", "Note for you"),
        LeafletTooLong("it has 700 pages"),
        CannotSave("a.pdf", "the disk is full", "Free some space."),
        UnexpectedFault("ValueError"),
    ],
)
def test_an_error_passes_between_processes_as_it_stands(error):
    passed = pickle.loads(pickle.dumps(error))  # noqa: S301  (from this very line)

    assert type(passed) is type(error)
    assert str(passed) == str(error)
    assert vars(passed) == vars(error)


@pytest.mark.parametrize(
    ("character", "remedy"),
    [
        ("☃", "Replace it with plain letters."),
        ("\a", "Delete the invisible character."),
        ("\ue000", "Delete the invisible character."),
    ],
)
def test_a_character_without_a_shape_is_to_be_deleted_not_replaced(character, remedy):
    assert MissingGlyph(character, "Note for you").remedy == remedy
