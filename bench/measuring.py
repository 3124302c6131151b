"""The stopwatch: two ways of doing something run in turn, the ratio of each turn, the medians."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal

Run = Callable[[], object]
Unit = Literal["s", "KiB", "wait"]
"""What is measured of a run: the time it takes, the memory that it says it took, or the wait, in seconds."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much work each subject does, and how many turns come before those that are counted."""

    payments: int = 100_000
    fewer_payments: int = 10_000
    imported: int = 50_000
    table_rows: int = 10_000
    sections: int = 400
    scroll_steps: int = 50
    rounds: int = 5
    warm_ups: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing to measure: what the program does, the yardstick, and how each runs once.

    A run is timed as a whole; what has to stand ready for it is done in `ready`, which is not timed.
    """

    what: str
    yardstick: str
    ours_run: Run
    yardstick_run: Run
    ready: Run = lambda: None
    unit: Unit = "s"


@dataclass(frozen=True, slots=True)
class Measurement:
    """The medians of both in `unit`, the median of the ratios of each turn, and their least and greatest."""

    subject: str
    what: str
    yardstick: str
    ours: float
    theirs: float
    ratio: float
    least: float
    most: float
    unit: Unit = "s"


Subject = Callable[[Sizes, Path], Iterator[Pair]]
"""Yields its pairs one by one, each to be measured before the next is asked for; writes into the folder."""


def seconds(run: Run) -> float:
    """How long one run takes, with the garbage of others collected before."""
    gc.collect()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def kibibytes(run: Run) -> float:
    """The memory that a run in a process of its own says it took."""
    said = run()
    assert isinstance(said, int)
    return float(said)


def longest_wait(run: Run) -> float:
    """The longest wait that a run says it met with, in seconds."""
    said = run()
    assert isinstance(said, float)
    return said


TAKEN: Mapping[Unit, Callable[[Run], float]] = {"s": seconds, "KiB": kibibytes, "wait": longest_wait}


def measured(subject: str, pair: Pair, sizes: Sizes) -> Measurement:
    """The yardstick and the program in turn: first to warm up, then the turns that count."""
    turns, take = [], TAKEN[pair.unit]
    for _ in range(sizes.warm_ups + sizes.rounds):
        pair.ready()
        theirs = take(pair.yardstick_run)
        turns.append((take(pair.ours_run), theirs))
    counted = turns[sizes.warm_ups :]
    ratios = [ours / theirs for ours, theirs in counted]
    return Measurement(
        subject,
        pair.what,
        pair.yardstick,
        ours=median(ours for ours, _ in counted),
        theirs=median(theirs for _, theirs in counted),
        ratio=median(ratios),
        least=min(ratios),
        most=max(ratios),
        unit=pair.unit,
    )
