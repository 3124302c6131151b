"""Long work in steps: whoever runs it may do something else between two of them, or leave it unfinished."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Work that pauses at every `yield` and gives its result in the end."""


def finished(steps: Steps[T]) -> T:
    """The result of all that is left of some work, done at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def portions(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """The same rows, so many at a time: a natural step of work that goes through them all."""
    left = iter(rows)
    while portion := list(islice(left, size)):
        yield portion
