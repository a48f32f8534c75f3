"""A mapping whose values wait until somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

_Value = TypeVar("_Value")


class Later(Mapping[str, _Value]):
    """Values by name, each rebuilt from its source when it is first asked for, and kept."""

    def __init__(self, sources: Mapping[str, str], rebuild: Callable[[str], _Value]) -> None:
        self._sources = sources
        self._rebuild = rebuild
        self._kept: dict[str, _Value] = {}

    def __getitem__(self, name: str) -> _Value:
        """Return a value. Raises KeyError."""
        if name not in self._kept:
            self._kept[name] = self._rebuild(self._sources[name])
        return self._kept[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a value, and leave it waiting."""
        return name in self._sources

    def __iter__(self) -> Iterator[str]:
        """Yield the names in order."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Count the values."""
        return len(self._sources)
