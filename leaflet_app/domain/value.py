"""Values: dataclasses that never change, made in a third of the time that frozen ones take (docs/decisions/012)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, NoReturn, TypeVar, dataclass_transform

_Kind = TypeVar("_Kind", bound=type[Any])


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: _Kind) -> _Kind:
    """Make a class a dataclass with slots whose objects never change, and are equal where their fields are.

    `dataclass(frozen=True, slots=True)` compiles six methods for every class; here only `__init__` is.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    named = fields(made)
    made.__init__ = _filling(made, named)
    made.__key__ = attrgetter("__class__", *(each.name for each in named if each.compare))
    made.__mark__ = attrgetter("__class__", *(each.name for each in named if each.compare and each.hash is not False))
    made.__eq__, made.__hash__, made.__repr__, made.__reduce__ = _is_equal, _hash, _said, _reduced
    made.__setattr__ = made.__delattr__ = _refuse
    finished: _Kind = made
    return finished


def _filling(made: Any, named: Sequence[Field[Any]]) -> Callable[..., None]:  # noqa: ANN401  (any class)
    """Return the `__init__` of a class; it sets each slot by the slot's own descriptor, past the lock."""
    are_new = tuple(each.default_factory is not MISSING for each in named)
    code = _setting(are_new, checks=hasattr(made, "__post_init__"))
    scope: dict[str, Any] = {"missing": MISSING}
    for place, each in enumerate(named):
        scope[f"set_{place}"] = getattr(made, each.name).__set__
        scope[f"new_{place}"] = each.default_factory
    defaults = (each.default for each in named if (each.default, each.default_factory) != (MISSING, MISSING))
    names = ("self", *(each.name for each in named))
    return FunctionType(code.replace(co_varnames=names), scope, "__init__", tuple(defaults))


@cache
def _setting(are_new: tuple[bool, ...], *, checks: bool) -> CodeType:
    """Compile what sets so many fields: classes with as many share it, each under the names of its own."""
    steps = [_step(place, is_new=is_new) for place, is_new in enumerate(are_new)]
    after = ["self.__post_init__()"] if checks else []
    scope: dict[str, Any] = {}
    head = ", ".join(("self", *(f"field_{place}" for place in range(len(steps)))))
    exec(f"def __init__({head}):\n " + "\n ".join((*steps, *after, "return")), scope)  # noqa: S102  (our own names)
    code: CodeType = scope["__init__"].__code__
    return code


def _step(place: int, *, is_new: bool) -> str:
    if is_new:
        return f"set_{place}(self, new_{place}() if field_{place} is missing else field_{place})"
    return f"set_{place}(self, field_{place})"


def _is_equal(self: Any, other: Any) -> object:  # noqa: ANN401  (any value, to whatever)
    return self.__key__(self) == self.__key__(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:  # noqa: ANN401  (any value)
    return hash(self.__mark__(self))


def _said(self: Any) -> str:  # noqa: ANN401  (any value)
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _reduced(self: Any) -> tuple[object, ...]:  # noqa: ANN401  (any value)
    return type(self), tuple(getattr(self, each.name) for each in fields(self))


def _refuse(_self: object, name: str, *_new: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} of a value cannot change")
