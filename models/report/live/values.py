"""What a field is worth, and the ways in which a report may write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from models import figures, kinds
from models.dates import chinese_date
from models.fields import Kind
from models.report.wording import NOTHING, Voice, short_day
from models.sources import Pairs

YI = 10_000
"""How many 万元 a 亿元 has."""
LONGEST = 10**6
"""A number that is no whole of this parts is written at two decimals."""


class Measure(StrEnum):
    """What sort of thing a value is, which decides how it may be written."""

    AMOUNT = "金额"
    RATE = "比率"
    POINTS = "百分点"
    COUNT = "个数"
    SCORE = "分值"
    NUMBER = "数"
    DATE = "日期"
    TEXT = "文字"


OF_KIND: Mapping[Kind, Measure] = MappingProxyType(
    {
        Kind.MONEY: Measure.AMOUNT,
        Kind.PERCENT: Measure.RATE,
        Kind.INTEGER: Measure.COUNT,
        Kind.NUMBER: Measure.NUMBER,
        Kind.DATE: Measure.DATE,
    }
)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure (money in 万元, a rate as a percent number), a stored date or words; None is missing.

    `how` says how it was calculated, `rows` are what it rests on.
    """

    measure: Measure
    exact: Fraction | str | None
    how: str = ""
    rows: Pairs = ()


Writer = Callable[[Fraction, Voice], str]


def _plain(value: Fraction, voice: Voice) -> str:
    """A number with the decimals that it has, two where they do not end soon."""
    ends = LONGEST % value.denominator == 0
    return voice.number(figures.decimal(value)) if ends else _decimals(2)(value, voice)


def _decimals(places: int, after: str = "") -> Writer:
    def write(value: Fraction, voice: Voice) -> str:
        return kinds.show_number(kinds.round_half_up(value, places), voice.thousands) + after

    return write


def _amount_in(unit: str, per_wan: Fraction) -> Writer:
    def write(value: Fraction, voice: Voice) -> str:
        return kinds.show_number(kinds.round_half_up(value * per_wan), voice.thousands) + unit

    return write


def _bare_amount(value: Fraction, voice: Voice) -> str:
    return voice.amount(value)


def _points(value: Fraction, voice: Voice) -> str:
    return f"{kinds.show_number(abs(kinds.round_half_up(value)))}个百分点"


def _scored(value: Fraction, voice: Voice) -> str:
    return f"{kinds.round_half_up(value):f}"


def _shortest(value: Fraction, voice: Voice) -> str:
    return kinds.show_number(Decimal(kinds.canonical(kinds.round_half_up(value))), voice.thousands)


_NUMBER_WAYS: Mapping[str, Writer] = {
    "整数": _decimals(0),
    "一位小数": _decimals(1),
    "两位小数": _decimals(2),
}

WAYS: Mapping[Measure, Mapping[str, Writer]] = MappingProxyType(
    {
        Measure.AMOUNT: {
            "": lambda value, voice: voice.money(value).text,
            "数": _bare_amount,
            "元": _amount_in("元", Fraction(10_000)),
            "万元": _amount_in("万元", Fraction(1)),
            "亿元": _amount_in("亿元", Fraction(1, YI)),
            "整数": lambda value, voice: _decimals(0)(value, voice) + "万元",
        },
        Measure.RATE: {
            "": lambda value, voice: kinds.show_rate(value),
            "数": _decimals(2),
            "整数": _decimals(0, "%"),
            "一位小数": _decimals(1, "%"),
            "百分点": _points,
        },
        Measure.POINTS: {"": _points, "数": _decimals(2)},
        Measure.COUNT: {"": _plain, "整数": _decimals(0)},
        Measure.SCORE: {"": _scored, "最短": _shortest, "整数": _decimals(0)},
        Measure.NUMBER: {
            "": _plain,
            **_NUMBER_WAYS,
            "%": lambda value, voice: kinds.show_rate(value),
            "百分点": _points,
            "万元": _amount_in("万元", Fraction(1)),
        },
    }
)
"""How figures may be written, the usual way first, by the name that stands behind the bar."""

DATE_WAYS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"": chinese_date, "短": short_day, "年": lambda iso: f"{int(iso[:4])}年"}
)


def ways(measure: Measure) -> tuple[str, ...]:
    """The names of the ways in which such a value may be written, the usual one ("") first."""
    if measure is Measure.DATE:
        return tuple(DATE_WAYS)
    return tuple(WAYS.get(measure, ("",)))


def written(value: Value, way: str, voice: Voice) -> str:
    """The value as the report writes it; KeyError for a way that such a value does not have."""
    if way not in ways(value.measure):
        raise KeyError(way)
    if value.exact is None:
        return NOTHING
    if isinstance(value.exact, str):
        return DATE_WAYS[way](value.exact) if value.measure is Measure.DATE else value.exact
    return WAYS[value.measure][way](value.exact, voice)
