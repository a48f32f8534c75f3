"""A mapping whose values wait until somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

_Value = TypeVar("_Value")


class Later(Mapping[str, _Value]):
    """Values by name, each rebuilt when it is first asked for, and kept. `known` are there from the start."""

    def __init__(
        self,
        names: Iterable[str],
        rebuild: Callable[[str], _Value],
        known: Mapping[str, _Value] | None = None,
    ) -> None:
        self._names = dict.fromkeys(names)
        self.rebuild = rebuild
        self.known = dict(known or {})

    def __getitem__(self, name: str) -> _Value:
        """Return a value. Raises KeyError."""
        if name not in self._names:
            raise KeyError(name)
        if name not in self.known:
            self.known[name] = self.rebuild(name)
        return self.known[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a value, and leave it waiting."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Yield the names in order."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the values."""
        return len(self._names)
