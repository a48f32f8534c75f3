"""A value holds its fields for good, like a frozen dataclass of the standard library."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.value import value


@value
class Note:
    """A note."""

    text: str
    pages: tuple[int, ...] = ()
    kept: dict[str, int] = field(default_factory=dict)


@value
class Said:
    """As many words, another kind."""

    text: str
    pages: tuple[int, ...] = ()
    kept: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Model:
    """What the standard library makes of the same."""

    text: str
    pages: tuple[int, ...] = ()


@value
class Paired:
    """The same as a value."""

    text: str
    pages: tuple[int, ...] = ()


@value
class Single:
    """One field."""

    text: str


@value
class Nothing:
    """No field."""


@value
class Private:
    """A name that no log may hold."""

    line: int
    name: str = field(repr=False)


@value
class Colour:
    """Refuses what is none."""

    name: str

    def __post_init__(self):
        if self.name != "red":
            raise ValueError(self.name)


def test_a_value_takes_its_fields_by_place_and_by_name():
    assert Note("a", pages=(1,)) == Note(text="a", pages=(1,), kept={})


def test_each_value_has_a_default_of_its_own():
    assert Note("a").kept is not Note("a").kept


@pytest.mark.parametrize("wrong", [Note, lambda: Note("a", (), {}, 1), lambda: Note("a", text="b")])
def test_a_value_with_other_fields_is_refused(wrong):
    with pytest.raises(TypeError):
        wrong()


@pytest.mark.parametrize("name", ["text", "other"])
def test_a_value_never_changes(name):
    note = Note("a")

    with pytest.raises(FrozenInstanceError):
        setattr(note, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(note, name)


def test_values_of_two_kinds_are_never_equal():
    assert Note("a") != Said("a")
    assert Note("a") != ("a", (), {})


@given(st.text(), st.text(), st.lists(st.integers()).map(tuple))
def test_values_are_equal_hashed_and_said_as_those_of_the_standard_library(one, other, pages):
    ours, theirs = (Paired(one, pages), Paired(other, pages)), (Model(one, pages), Model(other, pages))

    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert (hash(ours[0]) == hash(ours[1])) == (hash(theirs[0]) == hash(theirs[1]))
    assert repr(ours[0]) == repr(theirs[0]).replace("Model(", "Paired(", 1)
    assert (Single(one) == Single(other)) == (one == other)
    assert len({Single(one), Single(other)}) == len({one, other})


def test_values_without_fields_are_all_equal():
    assert Nothing() == Nothing() != Single("a")
    assert repr(Nothing()) == "Nothing()"


def test_a_log_that_names_a_value_leaves_out_what_is_private():
    assert repr(Private(3, "Ann Other")) == "Private(line=3)"


def test_a_value_can_be_changed_into_another():
    assert replace(Note("a", (1,)), text="b") == Note("b", (1,))
    assert [each.name for each in fields(Note)] == ["text", "pages", "kept"]


def test_a_value_goes_to_another_process_as_it_is():
    note = Note("a", (1, 2), {"b": 3})

    assert pickle.loads(pickle.dumps(note)) == copy.deepcopy(note) == note  # noqa: S301


def test_a_value_is_known_by_its_parts():
    match Note("a", (1,)):
        case Note(text, (page,)):
            assert (text, page) == ("a", 1)
        case _:
            pytest.fail("not known")


def test_a_value_looks_at_itself_once_it_is_made():
    assert Colour("red").name == "red"
    with pytest.raises(ValueError, match="blue"):
        Colour("blue")


def test_a_value_has_no_room_for_more():
    assert not hasattr(Note("a"), "__dict__")
