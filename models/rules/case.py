"""What a rule is given, what it gives back, and how a rule kind is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from models.rules.parameters import Parameter

Parameters = Mapping[str, Any]
"""Checked parameters by name, as `parse_parameters` gives them: figures are Fractions."""

LARGEST = Fraction(10**18)
"""No figure beyond this is scored: it is a slip, and its text would not fit a line."""

FINEST = 10**400
"""Nor one of a larger denominator, which no formula yields: quotients of it could not be written."""


class Need(StrEnum):
    """An input that a rule kind scores; the indicator's form asks for these."""

    VALUE = "value"
    TARGET = "target"
    SERIES = "series"
    SCORES = "scores"
    POINTS = "points"
    ATTAINMENT = "attainment"


@dataclass(frozen=True, slots=True)
class Point:
    """One 要点: its share in percent (None = equal) and how far it is fulfilled.

    `partial` is the percent of a 部分符合. A 要点 with a rule of its own is `measured`: then `earned`
    counts, the part 0…1 of its weight that its rule gives, None while that rule is not scored.
    """

    name: str
    share: Fraction | None = None
    fulfilment: str | None = None
    partial: Fraction | None = None
    state: str | None = None
    measured: bool = False
    earned: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The figures of one indicator that its rule scores; None is "not given", never zero.

    `unit` is the unit of `value` and `target` ("%" for rates); `share` the percent inside the 定性
    band; `unassessable` the project's setting for 无法考核 ("full" or "none").
    """

    weight: Fraction
    value: Fraction | None = None
    target: Fraction | None = None
    series: tuple[Fraction | None, ...] = ()
    scores: tuple[Fraction, ...] = ()
    points: tuple[Point, ...] = ()
    attainment: str | None = None
    share: Fraction | None = None
    unit: str = ""
    unassessable: str = "full"

    def figures(self) -> Iterator[Fraction]:
        """Every figure that is given."""
        own = (self.weight, self.value, self.target, self.share, *self.series, *self.scores)
        under = (each for point in self.points for each in (point.share, point.partial, point.earned))
        yield from (each for each in (*own, *under) if each is not None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule says: the unrounded score in 0…weight and the calculation with its numbers put in.

    `score` is None where nothing can be scored; then `unscored` is the Chinese reason.
    """

    score: Fraction | None
    calculation: str = ""
    unscored: str = ""


def not_scored(reason: str) -> Outcome:
    """The outcome of a case that cannot be scored, with the reason that people read."""
    return Outcome(None, "", reason)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule kind: its Chinese word, the inputs it scores, its parameters as data, its functions.

    `score` may give a score outside 0…weight: the package keeps it inside. `describe` is given a case
    of which only weight, target and unit are filled. `fault` names what is wrong between parameters
    that are each in order, "" when nothing is. `example` is a stored text that is in order.
    """

    kind: str
    label: str
    needs: tuple[Need, ...]
    parameters: tuple[Parameter, ...]
    score: Callable[[Parameters, Case], Outcome]
    describe: Callable[[Parameters, Case], str]
    example: str = "{}"
    fault: Callable[[Parameters], str] = field(default=lambda parameters: "")
