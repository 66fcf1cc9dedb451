"""A list whose items are read when somebody looks at them: a table shows the first rows of thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item", covariant=True)

# What a table shows is read at once; whoever reads on will read to the end.
_FIRST, _NEXT = 50, 1000


class Later(Sequence[Item]):
    """Items in the order of their keys, each batch read from the casefile when it is reached.

    Parameters
    ----------
    keys : sequence
        One an item.
    read : callable
        Gets some of the keys, returns their items in the same order.

    Examples
    --------
    >>> words = Later([3, 1, 2], lambda keys: ["abc"[key - 1] for key in keys])
    >>> len(words), words[0], list(words), words == ["c", "a", "b"]
    (3, 'c', ['c', 'a', 'b'], True)
    """

    def __init__(self, keys: Sequence[Any], read: Callable[[Sequence[Any]], Iterable[Item]]) -> None:
        self._keys = keys
        self._read = read

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Item]:
        start, size = 0, _FIRST
        while start < len(self._keys):
            yield from self._read(self._keys[start : start + size])
            start, size = start + size, _NEXT

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return Later(self._keys[place], self._read)
        return next(iter(self._read([self._keys[place]])))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
