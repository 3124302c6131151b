"""Very many rows made without the search for cyclic garbage, which would look at all of them each time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
