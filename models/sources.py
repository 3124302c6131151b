"""The rows behind a figure; those of a large sum are gathered only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import overload

from models.fields import Row

Pair = tuple[str, str]
"""A row by its table's name and its id."""


class Sources(Sequence[Pair]):
    """Rows by table and id, each once, in the order of the parts they come from; equal to their tuple."""

    __slots__ = ("_gathered", "_parts")

    def __init__(self, *parts: Collection[Pair]) -> None:
        self._parts: tuple[Collection[Pair], ...] = parts
        self._gathered: tuple[Pair, ...] | None = None

    @classmethod
    def of(cls, table: str, rows: Sequence[Row]) -> Sources:
        """These rows of one table."""
        return cls(_OfTable(table, rows))

    def _all(self) -> tuple[Pair, ...]:
        if self._gathered is None:
            self._gathered = tuple(dict.fromkeys(chain.from_iterable(self._parts)))
            self._parts = (self._gathered,)
        return self._gathered

    def __iter__(self) -> Iterator[Pair]:
        """Every row once."""
        return iter(self._all())

    def __len__(self) -> int:
        """How many rows."""
        return len(self._all())

    def __bool__(self) -> bool:
        """Whether there is any row."""
        return any(self._parts)

    @overload
    def __getitem__(self, at: int) -> Pair: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Pair, ...]: ...

    def __getitem__(self, at: int | slice) -> Pair | tuple[Pair, ...]:
        """One row, or some."""
        return self._all()[at]

    def __add__(self, other: Pairs) -> Sources:
        """These rows, then those of the other that are not among them."""
        return Sources(self, other)

    def __radd__(self, other: tuple[Pair, ...]) -> Sources:
        """The other's rows, then those of these that are not among them."""
        return Sources(other, self)

    def __eq__(self, other: object) -> bool:
        """Whether it is the same rows in the same order."""
        if self is other:
            return True
        return self._all() == tuple(other) if isinstance(other, Sources | tuple) else NotImplemented

    def __hash__(self) -> int:
        """As of the tuple of the rows."""
        return hash(self._all())

    def __repr__(self) -> str:
        """As of the tuple of the rows."""
        return repr(self._all())


class _OfTable(Collection[Pair]):
    """Rows of one table, told by name and id only when somebody asks."""

    __slots__ = ("_rows", "_table")

    def __init__(self, table: str, rows: Sequence[Row]) -> None:
        self._table, self._rows = table, rows

    def __iter__(self) -> Iterator[Pair]:
        return ((self._table, row["id"]) for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, pair: object) -> bool:
        return pair in tuple(self)


Pairs = tuple[Pair, ...] | Sources
"""Rows as figures carry them."""
