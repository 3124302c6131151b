"""Very many rows made without the search for cyclic garbage, which would look at all of them each time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_AT_A_TIME = 1_000


def let_go(items: list[Any]) -> None:
    """Empty a very long list a little at a time: to free all of it at once would stop every thread."""
    while items:
        del items[-_AT_A_TIME:]


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cyclic garbage while very many rows are made, and none among them later.

    Such a search stops every thread, the window's as well, longer the more rows there are.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
